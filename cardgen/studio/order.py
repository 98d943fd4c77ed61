"""What was typed, as a request for a handout; and all that is wrong with it, by field of a form.

A page of a pack as it is is the pack's own handout, with its reasons and their sources. With other
moves, or in another order, it is a programme: what was found of the pack says nothing of these.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from cardgen.compose.plan_doses import form_dose
from cardgen.documents.dates import EXAMPLE
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme_of import said_of_others
from cardgen.documents.reading import is_dated, read
from cardgen.errors import CardgenError, Problem
from cardgen.kinds import ORIGINAL
from cardgen.library.data import load_locale
from cardgen.model.address import id_of
from cardgen.model.dose import Dose, DoseChange
from cardgen.model.request import fields_of
from cardgen.studio.desk import Desk
from cardgen.studio.doses import TypedDose, form_field, read_dose
from cardgen.studio.problems import told
from cardgen.studio.visit import NOTHING, Content
from cardgen.studio.words import languages, load_words

_PROGRAMME = ("title", "author", "frequency")
"""The fields of a programme that a form has; a pack has its own."""
_FIELDS = ("recipient", "date", "next_visit", "note", "paper", "theme", "language", "country")
_MORE = ("log_days", "large_print")
_OF_MOVE = re.compile(r"routine\.moves\[(\d+)\](?:\.dose)?(?:\.(\w+))?.*")
_OF_CHANGE = re.compile(r"changes\.([a-z0-9#-]+)(?:\.dose)?(?:\.(\w+))?.*")
NOWHERE = ""
"""The field of what no form has a field for."""


@dataclass(frozen=True)
class Order:
    """What the content of a visit asks for."""

    content: Content
    desk: Desk

    @cached_property
    def is_pack(self) -> bool:
        """Tell whether it is a pack as it is, but for doses."""
        return bool(self.content.pack) and self._as_it_began

    @property
    def loses_reasons(self) -> bool:
        """Tell whether what it began with says why to do it, and does not say it of these moves."""
        opened = self.content.opened
        has_reasons = bool(opened.claims) if opened else bool(self.content.pack)
        return has_reasons and not self._as_it_began

    @property
    def language(self) -> str:
        """Return the language of the page, as it was chosen or settled."""
        return self.content.fields.get("language", "").strip() or self.desk.usual.language

    @property
    def title(self) -> str:
        """Return the heading of a page that began with nothing, in the language of the page."""
        known = self.language if self.language in languages() else ORIGINAL
        return load_words(known).labels["page-title"]

    @property
    def _as_it_began(self) -> bool:
        return self.content.moves == self.desk.moves_of(self.content)

    def usual(self, move: str) -> Dose:
        """Return the dose of a move where nothing was typed."""
        return self.desk.dose(self.content, move)

    def dose(self, move: str) -> Dose:
        """Return the dose of a move as it was typed, or the usual one where that is wrong."""
        change = self._doses[move].change
        return change.applied_to(self.usual(move)) if change else self.usual(move)

    @cached_property
    def errors(self) -> Mapping[str, str]:
        """Return what is wrong, by field of a form: "recipient", "cat-cow.sets"."""
        return {**self._dose_errors, **self._made[1]}

    @cached_property
    def request(self) -> HandoutRequest | None:
        """Return the request; None where anything is wrong, or no move is chosen."""
        return None if self.errors else self._made[0]

    @property
    def asked(self) -> HandoutRequest:
        """Return the request of an order that has one."""
        if self.request is None:
            raise AssertionError("what is wrong, or empty, asks for nothing")
        return self.request

    @cached_property
    def _doses(self) -> Mapping[str, TypedDose]:
        typed = self.content.doses
        return {
            move: read_dose(typed.get(move, NOTHING), self.usual(move))
            for move in self.content.moves
        }

    @property
    def _dose_errors(self) -> dict[str, str]:
        return {
            f"{move}.{name}": said
            for move, dose in self._doses.items()
            for name, said in dose.errors.items()
        }

    @cached_property
    def _made(self) -> tuple[HandoutRequest | None, dict[str, str]]:
        """Return the request but for doses that are wrong, and what else is wrong."""
        errors: dict[str, str] = {}
        values = dict(self._values(errors))
        if not self.content.moves:
            return None, errors
        try:
            values |= {**self._moves(), **self.desk.work.days()}
            return self.desk.settled(HandoutRequest(**values)), errors
        except CardgenError as error:
            return None, {**errors, **{self.field(p): told(p) for p in error.problems}}

    def _values(self, errors: dict[str, str]) -> Iterator[tuple[str, Any]]:
        """Yield the fields of the request that were typed, but for the moves."""
        fields, typed = fields_of(HandoutRequest), self.content.fields
        arrangement: dict[str, Any] = {}
        place = self.desk.dated(typed.get("country", ""))
        for name in (*_FIELDS, *_MORE):
            if not typed.get(name, "").strip():
                continue
            try:
                value = read(fields[name], typed[name], place)
            except CardgenError as error:
                wrong = error.problems[0]
                errors[name] = told(self._dated(wrong) if is_dated(fields[name]) else wrong)
                continue
            if fields[name].group:
                arrangement[name] = value
            else:
                yield name, value
        if arrangement:
            yield "arrangement", arrangement
        if typed.get("letterhead") == "no":
            yield "letterhead", None
        yield "conditions", self.content.conditions

    def _dated(self, problem: Problem) -> Problem:
        """Return what is wrong with a date, with the way to write it that holds anywhere."""
        soon = self.desk.today + datetime.timedelta(days=7)
        month = load_locale(ORIGINAL).months[soon.month - 1][:3]
        message = problem.message.replace(f" such as {EXAMPLE}", "")
        remedy = f"Write the month as a word: {soon.day} {month} {soon.year}"
        return replace(problem, message=message, remedy=remedy)

    def _moves(self) -> dict[str, Any]:
        if not self.is_pack:
            return {"routine": self._programme()}
        changes = tuple((move, dose.change) for move, dose in self._doses.items() if dose.change)
        return {"routine": self.content.pack, "changes": changes}

    def _programme(self) -> dict[str, Any]:
        typed = self.content.fields
        given = {name: typed[name] for name in _PROGRAMME if typed.get(name, "").strip()}
        moves = {"moves": tuple(map(self._item, self.content.moves))}
        # What was typed was typed for what the person has: the screen of doses shows both.
        had = {"conditions": self.content.conditions}
        return {**self._begun_with(), **given, **moves, **had}

    def _begun_with(self) -> dict[str, Any]:
        """Return what the page began with says of these moves as a whole."""
        if opened := self.content.opened:
            # The form has what it is for, and who put it together: both were taken from it.
            fields = opened.model_fields_set - {"moves", "conditions", "author"}
            said = {name: getattr(opened, name) for name in fields}
            return said if self._as_it_began else said_of_others(said)
        routine = self.desk.routine(self.content)
        if not routine:
            return {"title": self.title}
        fields_ = ("title", "safety", "transition", "before", "frequency")
        return said_of_others({name: getattr(routine, name) for name in fields_})

    def _for_these(self, dose: DoseChange, id_: str) -> DoseChange:
        """Return the dose that a page began with, as it holds for what the person has."""
        named = self.content.opened.conditions if self.content.opened else ()
        return form_dose(id_, dose, self.desk.library.stretches, self.content.conditions, named)

    def _item(self, move: str) -> dict[str, Any]:
        """Return a move of a programme, with the dose and the words that its pack has for it."""
        item = self.desk.item(self.content, move)
        usual = self._for_these(item.dose, id_of(move)) if item and item.dose else None
        changes = [one for one in (usual, self._doses[move].change) if one]
        values: dict[str, Any] = {}
        for change in changes:
            values |= {name: getattr(change, name) for name in change.model_fields_set}
        dose = DoseChange(**values) if values else None
        words = {"note": item.note, "heading": item.heading} if item else {}
        return {"stretch": id_of(move), "dose": dose, **words}

    def field(self, problem: Problem) -> str:
        """Return the field of a form that a problem with the request is about."""
        if found := _OF_MOVE.fullmatch(problem.field):
            return f"{self.content.moves[int(found[1]) - 1]}.{form_field(found[2] or '')}"
        if found := _OF_CHANGE.fullmatch(problem.field):
            return f"{found[1]}.{form_field(found[2] or '')}"
        name = problem.field.removeprefix("routine.").partition(".")[0]
        return name if name in (*_PROGRAMME, *_FIELDS, *_MORE) else NOWHERE
