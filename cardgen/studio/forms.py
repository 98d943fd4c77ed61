"""What a form says, put into a visit: functions of both, which keep what was typed as it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from urllib.parse import parse_qsl

from cardgen.studio import visit as moves
from cardgen.studio.desk import Desk
from cardgen.studio.doses import NOTE, NUMBERS, SIDE, untouched
from cardgen.studio.multipart import parts_of
from cardgen.studio.said import Said
from cardgen.studio.visit import Typed, Visit

MOST_FIELDS, LONGEST = 1000, 2000
"""Of a form, and of a field in characters: more than any field that prints may have."""
SAME = ("sets", "reps", "hold")
"""What may be the same for all moves."""
PERSON = ("recipient", "date", "next_visit", "note", "title", "author", "frequency")
PRINTING = ("paper", "theme", "language", "country", "log_days", "letterhead")
SEARCH = ("words", "posture", "kind", "equipment")


class Upload(NamedTuple):
    """A file that a browser sends."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, each with its values."""

    values: Mapping[str, tuple[str, ...]]
    files: Mapping[str, Upload] = field(default_factory=dict)
    """By field, the file that was chosen; one without a name is none."""

    @classmethod
    def of(cls, body: bytes, content_type: str = "") -> "Form":
        """Read what a browser sends. Raises ValueError for what no form of ours has."""
        if content_type.startswith("multipart/"):
            parts = [*parts_of(body, content_type, MOST_FIELDS)]
            pairs = [(p.name, p.content.decode("utf-8")) for p in parts if p.file is None]
            files = {p.name: Upload(p.file, p.content) for p in parts if p.file}
        else:
            text, files = body.decode("utf-8"), {}
            pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS)
        found: dict[str, tuple[str, ...]] = {}
        for name, value in pairs:
            found[name] = (*found.get(name, ()), value.replace("\r\n", "\n")[:LONGEST])
        return cls(found, files)

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def one(self, name: str) -> str:
        """Return the last value of a field; "" where there is none."""
        return self.values.get(name, ("",))[-1]

    def all(self, name: str) -> tuple[str, ...]:
        """Return each value of a field."""
        return self.values.get(name, ())


NO_FORM = Form({})


def take_choose(visit: Visit, form: Form, desk: Desk) -> Visit:
    """Take a search, the conditions, or a move that was picked, taken out or moved."""
    if "words" in form:
        search = {name: form.one(name)[:80] for name in SEARCH}
        return replace(_with_conditions(visit, form, desk), search=search)
    what, _, move = form.one("do").partition(" ")
    chosen = move in visit.content.moves
    if what == "undo" or not (chosen or move in desk.library.stretches):
        return moves.undone(visit) if what == "undo" else visit
    if what == "toggle" and not chosen:
        return moves.picked(visit, move)
    if what in ("toggle", "remove"):
        return moves.taken_out(visit, move, "undo" if what == "remove" else "")
    if what in ("up", "down"):
        return moves.shifted(visit, move, 1 if what == "down" else -1)
    return visit


def take_dose(visit: Visit, form: Form, desk: Desk) -> Visit:
    """Take the doses, each of its own or the same for all."""
    content = visit.content
    doses: dict[str, Typed] = dict(content.doses)
    for move in content.moves:
        if f"{move}.there" in form:
            doses[move] = {name: form.one(f"{move}.{name}") for name in (*NUMBERS, NOTE, SIDE)}
    if form.one("do") == "all":
        for move in content.moves:
            given = {name: form.one(f"all.{name}").strip() for name in settable(move, desk)}
            wanted = {name: words for name, words in given.items() if words and name in SAME}
            doses[move] = {
                **(doses.get(move) or untouched(desk.dose(content, move))),
                **wanted,
            }
        visit = visit.saying(Said("said-same"))
    return visit.changed(replace(content, doses=doses))


def settable(move: str, desk: Desk) -> tuple[str, ...]:
    """Return the numbers of a dose that mean something for a move."""
    dose = desk.stretch(move).dose
    wanted = {"reps": not dose.is_hold, "hold": bool(dose.hold), "rest": bool(dose.rest)}
    return tuple(name for name in NUMBERS if wanted.get(name, True))


def take_person(visit: Visit, form: Form, desk: Desk) -> Visit:
    """Take for whom the page is, and how it prints."""
    visit = _with_conditions(visit, form, desk)
    fields = {name: form.one(name) for name in (*PERSON, *PRINTING) if name in form}
    if "paper" in form:
        fields["large_print"] = "yes" if form.one("large_print") else ""
    return visit.changed(replace(visit.content, fields={**visit.content.fields, **fields}))


def _with_conditions(visit: Visit, form: Form, desk: Desk) -> Visit:
    if "conditions.there" not in form:
        return visit
    ticked = form.all("conditions")
    found = tuple(id_ for id_ in desk.library.conditions if id_ in ticked)
    return visit.changed(replace(visit.content, conditions=found))


TAKES: Mapping[str, Callable[[Visit, Form, Desk], Visit]] = {
    "choose": take_choose,
    "dose": take_dose,
    "person": take_person,
    "page": take_person,
}
"""By screen, what takes its form."""
