"""Cautions where they are needed: what anyone can feel, and what people with a condition do.

The first stands under its move, in one line. The second stands once for all moves of a page, by
condition, with the numbers of the moves.
"""

from collections.abc import Iterator, Sequence

from cardgen.compose.citations import cited
from cardgen.model.caution import Caution
from cardgen.model.content import Span, Text
from cardgen.model.library import Library, Record
from cardgen.model.stretch import Stretch
from cardgen.words import lower_first

SKIP = "Skip this one."
"""The advice that is said once before all numbers."""
EVERYONE = "Everyone"
"""Whom a caution concerns that says nothing of a sign."""


def felt(record: Record[Stretch]) -> tuple[Text, ...]:
    """Return what anyone who does a stretch may feel, and what they do: "Cramp? Feet closer."."""
    return tuple(
        Text((Span(_one_line(caution)), *cited(caution.sources)), record.origin("cautions"))
        for caution in record.value.cautions
        if is_felt(caution)
    )


def is_felt(caution: Caution) -> bool:
    """Tell whether a caution is of what anyone can feel, and not of a condition."""
    return caution.when is not None or caution.who == EVERYONE


def _one_line(caution: Caution) -> str:
    if caution.short:
        return caution.short
    if caution.who == EVERYONE:
        return caution.advice
    return f"{caution.when or caution.who}? {caution.advice}"


def condition_notes(
    records: Sequence[Record[Stretch]], library: Library, skip: str, *, own: bool = False
) -> tuple[Text, ...]:
    """Return what people with each condition do otherwise, with the numbers of the moves.

    "**Weak bones** skip (3); (1) do not round up", in the order of the moves. `skip` is how a
    page says that some are left out.
    With `own` conditions are those of one person, and stand under the moves.
    """
    found: dict[str, list[tuple[int, Record[Stretch], Caution]]] = {}
    for number, record in enumerate(records, 1):
        for caution in record.value.cautions:
            if not is_felt(caution) and not (own and caution.conditions):
                who = caution.who or _label(caution, library)
                found.setdefault(who, []).append((number, record, caution))
    return tuple(_note(skip, who, concerned) for who, concerned in found.items())


def _label(caution: Caution, library: Library) -> str:
    first, *others = (library.conditions[id_].label for id_ in caution.conditions)
    return ", ".join([first, *map(lower_first, others)])


def _note(skip: str, who: str, concerned: Sequence[tuple[int, Record[Stretch], Caution]]) -> Text:
    sources = dict.fromkeys(id_ for _, _, caution in concerned for id_ in caution.sources)
    advice: dict[str, list[int]] = {}
    for number, _, caution in concerned:
        advice.setdefault(caution.advice, []).append(number)
    spans = [Span(who, bold=True), *cited(tuple(sources))]
    for i, (said, numbers) in enumerate(advice.items()):
        spans += [Span(";")] if i else []
        skipped = said == SKIP
        spans += [Span(f" {skip}")] if skipped else []
        spans += _numbered(numbers)
        spans += [] if skipped else [Span(f" {lower_first(said).removesuffix('.')}")]
    _, record, _ = concerned[0]
    return Text(tuple(spans), record.origin("cautions"))


def _numbered(numbers: Sequence[int]) -> Iterator[Span]:
    for number in numbers:
        yield Span(" ")
        yield Span(str(number), bold=True, circled=True)
