"""A routine, or some stretches, to the words of their cards."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cardgen.compose.checked import translation_words, with_translation
from cardgen.compose.citations import marked_moves, unmarked, without_markers
from cardgen.compose.cover import make_cover, make_imprint, own_link
from cardgen.compose.left_out import condition_lines
from cardgen.compose.moves import exercises
from cardgen.compose.plan import Plan, moves_of
from cardgen.compose.plan_moves import plan_moves
from cardgen.compose.safety import safety_words
from cardgen.compose.said import said
from cardgen.compose.skip import COVER, without
from cardgen.errors import InvalidDataError, Problem
from cardgen.model.content import Move, Text, entries_of, text
from cardgen.model.country import Country
from cardgen.model.deck import Deck
from cardgen.model.document import About
from cardgen.model.dose import Dose
from cardgen.model.library import Library, Record
from cardgen.model.locale import Locale
from cardgen.model.origin import requested
from cardgen.model.picture import Artwork
from cardgen.model.request import DEFAULT_ROUTINE
from cardgen.model.routine import Item, Routine
from cardgen.model.stretch import Stretch
from cardgen.words import nearest, suggestion

_SAME = 1.0
"""As alike as two ids are that differ in no letter."""
SEPARATOR = "\u00a0· "
"""Between sources that are run together. The blank does not break: no line starts with the dot."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Moves in order; `routine` is None when they were named one by one."""

    plan: Plan
    routine: Record[Routine] | None

    @property
    def records(self) -> tuple[Record[Stretch], ...]:
        """Return the stretches without their doses."""
        return self.plan.stretches


def chosen(
    library: Library,
    targets: Sequence[str],
    skip: Sequence[str],
    conditions: tuple[str, ...] = (),
    programme: Record[Routine] | None = None,
) -> Chosen:
    """Return what `targets` name, one routine or some stretches, but for those to `skip`.

    A `programme` takes their place.
    It is as people with `conditions` do it. Raises InvalidDataError when a name is neither, and
    where nothing is left to do, or these people do something else in place of it all.
    """
    routine = programme
    if routine is None and len(targets) == 1:
        routine = library.routines.get(targets[0])
    record = routine or _named(targets, library)
    without(skip, exercises(record.value.items, library), library)
    gone = tuple(name for name in skip if name != COVER)
    plan = moves_of(record, library, gone, conditions)
    if COVER in skip and (plan.left_out or plan.changed):
        message = "the cover says what conditions have left out and changed"
        raise InvalidDataError([requested("skip").problem(message, "Let it have its cover")])
    return Chosen(plan, routine)


def _named(targets: Sequence[str], library: Library) -> Record[Routine]:
    """Return stretches that were named one by one as the items of a routine that has them.

    Raises InvalidDataError for a name that no stretch has.
    """
    unknown = [target for target in targets if target not in library.stretches]
    problems = [problem for target in unknown for problem in _unknown(target, library)]
    if problems:
        raise InvalidDataError(problems)
    home = _home(library, [library.stretches[target] for target in targets])
    items = tuple(Item(stretch=target) for target in targets)
    own = {"items": items, "order": "as-written", "conditions": (), "not_for": ()}
    return replace(home, value=home.value.model_copy(update=own))


def _unknown(target: str, library: Library) -> tuple[Problem, ...]:
    """Return what is wrong with the file of a name, or that there is no such stretch."""
    kinds = ("stretches", "routines")
    faults = [one for one in library.faults if one.id == target and one.folder in kinds]
    if faults:
        return tuple(problem for fault in faults for problem in fault.problems)
    if target in library.routines:
        message = f"'{target}' is a routine: name one routine alone, or stretches only"
        return (requested("targets").problem(message, "Make two decks"),)
    message = f"there is no stretch or routine '{target}'"
    for option, known in (("size", library.sizes), ("sheet", library.sheets)):
        if (id_ := nearest(target, list(known), _SAME)) is not None:
            remedy = f"`{id_}` is a {option}: write `--{option} {id_}`"
            return (requested("targets").problem(message, remedy),)
    remedy = suggestion(target, [*library.stretches, *library.routines])
    return (requested("targets").problem(message, remedy),)


@dataclass(frozen=True, slots=True)
class DeckWriter:
    """Writes the words of a deck of cards."""

    chosen: Chosen
    library: Library
    locale: Locale
    country: Country
    artworks: Mapping[Path, Artwork]
    skip: tuple[str, ...] = ()
    url: str | None = None
    """A web address for the code on the cover, in place of the first source."""
    made: datetime.date | None = None
    """The day to print, if one is to be told."""

    def write(self) -> Deck:
        """Return the words."""
        chosen, locale = self.chosen, self.locale
        routine = chosen.plan.record
        name = (
            text(chosen.routine.value.name, chosen.routine.origin("name"))
            if chosen.routine
            else text(locale.say("chosen-stretches"))
        )
        plan = chosen.plan
        made = plan_moves(plan, self.library, locale, self.artworks)
        cards = zip(made, plan.stretches, plan.doses, strict=True)
        moves = tuple(self._card(*card) for card in cards)
        record = self.library.safety[routine.value.safety]
        safety = unmarked(safety_words(record, self.library, self.country, locale))
        newest = _newest(routine, chosen)
        cover = make_cover(
            name,
            moves,
            plan.doses,
            chosen.routine,
            condition_lines(plan, self.library.conditions, locale),
            safety.opening,
            own_link(self.url, locale) if self.url else None,
            self._imprint(newest, routine, *plan.stretches, record),
            locale,
        )
        return Deck(
            about=About(
                locale.say("cards-title", name=name.plain),
                locale.say("subject-cards"),
                locale.language,
                self.made or newest,
                to_left=locale.is_right_to_left,
            ),
            name=name,
            cover=None if COVER in self.skip else cover,
            moves=marked_moves(moves, without_markers),
            safety=safety,
            card_tag=locale.labels["part-of"],
            sources=run_together(safety.sources, "safety-sources", locale),
            imprint=self._imprint(record.value.reviewed.date, record),
            translated=translation_words((record,), locale),
        )

    def _card(self, move: Move, record: Record[Stretch], dose: Dose) -> Move:
        return replace(
            move,
            short_steps=(*move.short_steps, *other_side(record, dose, self.locale)),
            tips=_tips(record, ("easier", "harder", "mistake", "breathing"), self.locale),
            hints=_tips(record, ("easier", "cue"), self.locale),
            imprint=self._imprint(record.value.reviewed.date, record),
        )

    def _imprint(self, checked: datetime.date, *records: Record[Any]) -> str:
        """Return the imprint of a card that has the texts of some definitions."""
        return with_translation(make_imprint(checked, self.made, self.locale), records, self.locale)


def _home(library: Library, records: Sequence[Record[Stretch]]) -> Record[Routine]:
    """Return the routine whose safety card goes with single stretches: one that has them all.

    Where none has, or they disagree, it is the default routine.
    """
    ids = {record.id for record in records}
    homes = {
        routine.value.safety: routine
        for routine in library.routines.values()
        if ids <= {item.stretch for item in routine.value.items}
    }
    if len(homes) == 1:
        return next(iter(homes.values()))
    usual: Record[Routine] = library.pick("routines", DEFAULT_ROUTINE, "routine")
    return usual


def _newest(routine: Record[Routine], chosen: Chosen) -> datetime.date:
    dates = (record.value.reviewed.date for record in chosen.records)
    return max(routine.value.reviewed.date, *dates)


def _tips(record: Record[Stretch], fields: Sequence[str], locale: Locale) -> tuple[Text, ...]:
    return tuple(
        Text(
            said(
                locale,
                "tip",
                name=locale.say(f"tip-{field}"),
                words=locale.within(getattr(record.value, field)),
            ),
            record.origin(field),
        )
        for field in fields
    )


def other_side(record: Record[Stretch], dose: Dose, locale: Locale) -> tuple[Text, ...]:
    """Return the last short step of what is done on each side, where nothing says to switch.

    Its pictures and steps show one side: the other one follows.
    """
    stretch = record.value
    told = " ".join(stretch.short_steps).casefold()
    if not dose.each_side or stretch.side or any(words in told for words in locale.other_side):
        return ()
    shown = next((one.side for one in stretch.illustrations if one.side), None)
    if dose.unit == "step" or shown is None:
        return ()
    return (text(locale.say(f"then-{shown}"), record.origin("short_steps")),)


def run_together(sources: Sequence[Text], label: str, locale: Locale) -> Text | None:
    """Return sources in one behind what a label says, or None where there are none."""
    if not sources:
        return None
    run = entries_of(sources, SEPARATOR)
    return run._replace(spans=said(locale, label, sources=run.spans))
