"""What definitions must hold beside what their models say: checked against each other."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cardgen.errors import Problem
from cardgen.library.files import near_file
from cardgen.model.caution import MoveChange
from cardgen.model.claim import Claim
from cardgen.model.design import MM, Paper, Sheet
from cardgen.model.library import Record
from cardgen.model.origin import FieldPath
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety, SignList
from cardgen.model.source import Source
from cardgen.model.stretch import Stretch
from cardgen.model.vocabulary import DANGER, Level, Region
from cardgen.words import suggestion

_TOLERANCE = 0.02
"""So many points over the edge of the paper are a matter of rounding."""

Stretches = Mapping[str, Record[Stretch]]
Sources = Mapping[str, Record[Source]]


def sound_stretch(sources: Sources, record: Record[Stretch]) -> Iterator[Problem]:
    """Yield what is wrong with a stretch: its claims, its missing pictures, its changes."""
    yield from _claims(record, record.value.claims, sources)
    for path, illustration in record.value.pictures():
        file = record.root / "images" / illustration.file
        if not file.is_file():
            yield record.origin(*path, "file").problem(
                f"there is no picture images/{illustration.file}",
                near_file(file) or "Put the file there, or correct the name",
            )
    for i, caution in enumerate(record.value.cautions):
        for path, changes in caution.all_changes():
            yield from _changes(record, ("cautions", i, *path), changes)
        if caution.replace_by == record.id:
            yield record.origin("cautions", i, "replace_by").problem(
                "a stretch cannot take its own place", "Name another one, or use `effect: change`"
            )


def _changes(record: Record[Stretch], home: FieldPath, changes: MoveChange) -> Iterator[Problem]:
    """Yield a problem for each field that a change leaves as it is, and for an unsound dose."""
    for field, value in changes.texts.items():
        if value == getattr(record.value, field):
            yield record.origin(*home, field).problem(
                "it changes nothing: the stretch says the same", "Leave it out, or change it"
            )
    dose = record.value.dose
    if changes.dose and (said := changes.dose.clash(dose)):
        remedy = "It changes the stretch's own dose"
        yield record.origin(*home, "dose").problem(said, remedy)
    elif changes.dose and changes.dose.applied_to(dose) == dose:
        yield record.origin(*home, "dose").problem(
            "it changes nothing: the stretch's own dose is the same", "Leave it out, or change it"
        )


def sound_routine(
    stretches: Stretches, sources: Sources, record: Record[Routine]
) -> Iterator[Problem]:
    """Yield a problem for each claim of a routine that may not print, and each unsound dose."""
    yield from _claims(record, record.value.claims, sources)
    for i, item in enumerate(record.value.items):
        stretch = stretches.get(item.stretch)
        if stretch and item.dose and (said := item.dose.clash(stretch.value.dose)):
            remedy = f"It changes the dose in {stretch.file}"
            yield record.origin("items", i, "dose").problem(said, remedy)


def sound_safety(
    levels: Mapping[str, Record[Level]],
    regions: Mapping[str, Record[Region]],
    record: Record[Safety],
) -> Iterator[Problem]:
    """Yield a problem where a safety text lacks danger signs, or drops some in its short form."""
    for id_, signs in record.value.lists.items():
        yield from _short(record, id_, signs)
    written = record.value.lists
    region = regions.get(record.value.region or "")
    missing = [id_ for id_ in region.value.levels if id_ not in written] if region else []
    for id_ in missing:
        yield record.origin("region").problem(
            f"there are no signs of the level `{id_}`, which this region demands",
            f"Add a line `{id_}:`, with `action` and `signs` below it",
        )
    if not missing and not any(_tells_of_danger(id_, levels) for id_ in written):
        danger = [id_ for id_ in levels if _tells_of_danger(id_, levels)]
        yield record.origin().problem(
            "there are no danger signs", f"Add a list under one of: {', '.join(danger)}"
        )


def _short(record: Record[Safety], level: str, signs: SignList) -> Iterator[Problem]:
    """Yield a problem for each sign that is not in one line of the short form, and in one alone."""
    ids = Counter(sign.id for sign in signs.signs if sign.id)
    for i, sign in enumerate(signs.signs):
        if sign.id and ids[sign.id] > 1:
            yield record.origin(level, "signs", i, "id").problem(
                f"there are {ids[sign.id]} signs with the id '{sign.id}'", "Give each its own"
            )
    told = Counter(id_ for line in signs.short for id_ in line.signs)
    for i, line in enumerate(signs.short):
        for j, id_ in enumerate(line.signs):
            place = record.origin(level, "short", i, "signs", j)
            if id_ not in ids:
                yield place.problem(f"there is no sign '{id_}' above", suggestion(id_, list(ids)))
            elif told[id_] > 1:
                yield place.problem(
                    f"the sign '{id_}' is told of {told[id_]} times", "Name it in one line alone"
                )
    for i, sign in enumerate(signs.signs if signs.short else ()):
        if not sign.id or sign.id not in told:
            yield record.origin(level, "signs", i).problem(
                f"the sign '{sign.text}' is in no line of `short`, and would not print",
                "Name its `id` in one of them",
            )


def on_paper(papers: Mapping[str, Record[Paper]], record: Record[Sheet]) -> Iterator[Problem]:
    """Yield a problem where cards of a sheet lie over the edge of its paper."""
    sheet = record.value
    if sheet.page not in papers:
        return
    paper = papers[sheet.page].value
    right = sheet.left + (sheet.columns - 1) * sheet.pitch_x + sheet.width - paper.width
    low = sheet.top + (sheet.rows - 1) * sheet.pitch_y + sheet.height - paper.height
    for field, excess in (("columns", right), ("rows", low)):
        if excess > _TOLERANCE:
            yield record.origin(field).problem(
                f"the last card reaches {excess / MM:.2f} mm over the edge of {paper.name}",
                "Measure again: pitch is from the edge of a card to that of the next",
            )


def _claims(
    record: Record[Stretch] | Record[Routine], claims: Sequence[Claim], sources: Sources
) -> Iterator[Problem]:
    for i, claim in enumerate(claims):
        named = [sources[id_].value for id_ in claim.sources if id_ in sources]
        if len(named) == len(claim.sources) and not any(source.prints for source in named):
            yield record.origin("claims", i, "sources").problem(
                "none of the sources of this claim has been verified, so it cannot print",
                "Name a source whose record says `checked: verified`, or take the claim out",
            )


def _tells_of_danger(id_: str, levels: Mapping[str, Record[Level]]) -> bool:
    # What is no level is told of already.
    return id_ not in levels or levels[id_].value.part == DANGER
