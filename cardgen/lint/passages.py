"""The texts that a person reads, each with its place and with those it is read together with."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cardgen.lint.context import LintContext
from cardgen.model.library import Record
from cardgen.model.origin import FieldPath, Origin
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety
from cardgen.model.stretch import Stretch

_STRETCH = ("start", "breathing", "frequency", "cue", "mistake", "easier", "harder")
_LISTS = ("steps", "short_steps", "targets")
_FILLED = re.compile(r"\{\w+\}")
"""Where the words of a country stand in an action."""
_ROUTINE = ("title", "name", "summary", "before", "limits", "rule")
_LINES = ("move_up", "move_down", "help_if")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as it prints. What is read together has the same `group`: "steps", "claims" …."""

    text: str
    origin: Origin
    group: str

    @property
    def is_claim(self) -> bool:
        """True for what a person may know, false for what a person does."""
        return self.group == "claims"


def passages(subject: LintContext) -> Iterator[Passage]:
    """Yield every text to judge, file by file."""
    for stretch in subject.stretches:
        yield from _stretch(stretch)
    for routine in subject.routines:
        yield from _singles(routine, _ROUTINE)
        yield from _claims(routine)
        yield from _guides(routine)
        if note := routine.value.frequency.note:
            yield Passage(note, routine.origin("frequency", "note"), "frequency")
    for safety in subject.safety:
        yield from _safety(safety)


def _guides(record: Record[Routine]) -> Iterator[Passage]:
    """Yield what a routine says beside its moves and of each of them."""
    routine = record.value
    for name in _LINES:
        for i, text in enumerate(getattr(routine, name) or ()):
            yield Passage(text, record.origin(name, i), name)
    for i, one in enumerate(routine.otherwise):
        for name in sorted(one.model_fields_set - {"condition"}):
            said = getattr(one, name) or ()
            for text in (said,) if isinstance(said, str) else said:
                yield Passage(text, record.origin("otherwise", i, name), "otherwise")
    for i, choice in enumerate(routine.choose):
        yield Passage(f"{choice.when}: {choice.do}", record.origin("choose", i), "choose")
    for i, stage in enumerate(routine.plan):
        yield Passage(stage.do, record.origin("plan", i, "do"), "plan")
    for i, item in enumerate(routine.items):
        if item.note:
            yield Passage(item.note, record.origin("items", i, "note"), "items")


def _stretch(record: Record[Stretch]) -> Iterator[Passage]:
    yield from _singles(record, _STRETCH)
    for name in _LISTS:
        for i, text in enumerate(getattr(record.value, name)):
            yield Passage(text, record.origin(name, i), name)
    for i, caution in enumerate(record.value.cautions):
        said = caution.who or caution.when
        words = f"{said}. {caution.advice}" if said else caution.advice
        yield Passage(words, record.origin("cautions", i), "cautions")
        if caution.instead:
            yield Passage(caution.instead, record.origin("cautions", i, "instead"), "cautions")
    for i, caution in enumerate(record.value.cautions):
        for path, changes in caution.all_changes():
            yield from _changes(record, ("cautions", i, *path), changes.texts)
    yield from _claims(record)


def _changes(
    record: Record[Stretch], home: FieldPath, texts: Mapping[str, Any]
) -> Iterator[Passage]:
    """Yield the texts of a change; those of a list are read together, apart from other changes."""
    change = " ".join(map(str, home))
    for name, value in texts.items():
        if name in _STRETCH:
            yield Passage(value, record.origin(*home, name), f"{name} {change}")
        for k, text in enumerate(value if name in _LISTS else ()):
            group = name if name == "targets" else f"{name} {change}"
            yield Passage(text, record.origin(*home, name, k), group)


def _safety(record: Record[Safety]) -> Iterator[Passage]:
    yield from _singles(record, ("intro", "disclaimer"))
    for i, claim in enumerate(record.value.good_news):
        yield Passage(claim.text, record.origin("good_news", i, "text"), "good_news")
    for name, signs in record.value.lists.items():
        yield Passage(_FILLED.sub("them", signs.action), record.origin(name, "action"), name)
        for lines, field in ((signs.signs, "signs"), (signs.short, "short")):
            for i, line in enumerate(lines):
                for key, words in line.forms:
                    # Each is read as the end of the sentence that the lead begins.
                    said = " ".join([*(signs.lead or "").rstrip("… ").split(), words])
                    yield Passage(said, record.origin(name, field, i, key), name)


def _singles(record: Record[Any], names: tuple[str, ...]) -> Iterator[Passage]:
    for name in names:
        if text := getattr(record.value, name):
            yield Passage(text, record.origin(name), name)


def _claims(record: Record[Stretch] | Record[Routine]) -> Iterator[Passage]:
    for i, claim in enumerate(record.value.claims):
        yield Passage(claim.text, record.origin("claims", i, "text"), "claims")
