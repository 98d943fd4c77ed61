"""A routine to the words of its handout, in the order in which they are read."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from pathlib import Path

from cardgen.compose.checked import plan_words
from cardgen.compose.choosing import choose_panel
from cardgen.compose.citations import (
    Collected,
    NumberedReferences,
    References,
    cited,
)
from cardgen.compose.codes import codes_of
from cardgen.compose.dose import days_words
from cardgen.compose.evidence import in_language, silent, unnumbered, with_evidence, with_practice
from cardgen.compose.fields import MINUTES, RECIPIENT, dose_field, doses_words, field_text
from cardgen.compose.heading import heading, last_words, person_text, personal
from cardgen.compose.left_out import condition_lines, stop_words, stopped_by
from cardgen.compose.log import log_of
from cardgen.compose.needs import needed
from cardgen.compose.notes import condition_notes, moves_to_leave_out
from cardgen.compose.own_style import compact_entry, own_entry
from cardgen.compose.paging import paging_words
from cardgen.compose.panels import moving_on_panel, plan_panel, why_panel
from cardgen.compose.plan import Plan
from cardgen.compose.plan_moves import plan_moves
from cardgen.compose.reading import Parts, marked_as_read
from cardgen.compose.safety import in_short, lead_once, safety_words, without_moves
from cardgen.model.arrangement import Sides
from cardgen.model.base import Refusal
from cardgen.model.content import Figure, Move, SafetyWords, Span, Text, joined, origin_of, text
from cardgen.model.country import Country
from cardgen.model.document import About
from cardgen.model.handout import Codes, Handout, Head, Log
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.locale import Locale
from cardgen.model.picture import Artwork
from cardgen.model.reference_list import References as ReferenceList
from cardgen.model.routine import DAYS_A_WEEK
from cardgen.model.style import CitationStyle

BACK_WEEKS = 4
"""How many weeks the log of a back has, where the routine does not say for which it is."""
_ROOMY = "00"
"""What the number of minutes has room for: a page is laid out alike for any two digits."""


@dataclass(frozen=True)
class HandoutWriter:
    """Writes a handout of a plan, whose parts may stand on one side or on two.

    It is often written on several ways: what is the same on all of them is written once.
    """

    plan: Plan
    library: Library
    locale: Locale
    country: Country
    artworks: Mapping[Path, Artwork]
    lines: Mapping[str, int]
    """How many lines each merge field takes."""
    letterhead: Record[Letterhead] | None = None
    csl: CitationStyle | None = None
    refusal: Refusal | None = None
    """Tells what cannot be printed, for the words that a style brings."""
    qr: str | None = None
    log_days: int | None = None
    blank: bool = False
    old: bool = False
    """Whether its texts were checked long before the day that it is for."""
    date: datetime.date | None = None
    """Of the file; None for the day of the review."""

    def write(self, sides: Sides) -> Handout:
        """Return the words. Raises InvalidDataError when the CSL style cannot be used."""
        sources = self.library.sources
        if self.csl is None:
            entry = own_entry if sides.full_references else compact_entry
            return self._written(sides, NumberedReferences(sources, entry))
        from cardgen.compose.csl_style import CslReferences

        collected = Collected(sources)
        self._written(sides, collected)
        order, clusters = list(collected.order), collected.clusters
        # A citation stays as it is, whatever the page is in, and its "and" and "et al." with it.
        language = self.locale.of_sources or self.locale.language
        return self._written(
            sides, CslReferences(sources, order, clusters, self.csl, self.refusal, language)
        )

    def _written(self, sides: Sides, references: References) -> Handout:
        record, locale = self.plan.record, self.locale
        cite = silent(references) if sides.large_print else references
        why = why_panel(record, locale, first=sides.brief)
        parts = Parts(self._moves, self._safety(sides), self._notes(sides), why, self._figures)
        moves, safety, notes, why, figures = marked_as_read(parts, cite, sides)
        return Handout(
            about=self._about(),
            head=self._head(figures),
            personal=personal(self.lines, self._conditions, locale, blank=self.blank),
            moves=moves,
            notes=notes,
            leaves_out=bool(notes) and self._leaves_out(sides),
            why=why,
            plan=plan_panel(record, locale),
            choose=choose_panel(self.plan, self.library, locale, own=self._own),
            moving_on=moving_on_panel(record, locale),
            safety=safety,
            references=self._references(references, sides),
            last_words=last_words(safety.disclaimer, self.letterhead, locale),
            footer=self._footer(),
            log=self._log,
            codes=self._codes(),
            paging=paging_words(
                locale,
                self.country,
                person_text(self.lines, locale),
                leaves_out=self._leaves_out(sides),
            ),
            origin=record.origin("items"),
        )

    def _codes(self) -> Codes | None:
        plan = self.plan
        if plan.stops:
            return None
        stretches, locale = plan.stretches, self.locale
        return codes_of(plan.record, stretches, self.qr, self._web, locale)

    def _footer(self) -> str:
        return plan_words(self.plan, self.library, self.locale, old=self.old)

    @property
    def _clinic(self) -> Letterhead | None:
        return self.letterhead.value if self.letterhead else None

    @property
    def _web(self) -> str | None:
        return self._clinic.web if self._clinic else None

    def _about(self) -> About:
        routine, locale = self.plan.record.value, self.locale
        date = self.date or routine.reviewed.date
        subject, source = locale.say("subject-handout"), locale.labels["source-link"]
        own = bool(self.lines.keys() - {"date"} or self._conditions)
        return About(
            routine.title, subject, locale.language, date, source, own, locale.is_right_to_left
        )

    def _head(self, figures: tuple[Figure, ...]) -> Head:
        record, locale = self.plan.record, self.locale
        routine = record.value
        # A line may not end between the number and its noun.
        moves = locale.count("move", len(routine.items)).replace(" ", "\u00a0")
        opening = locale.say("opening", summary=routine.summary, moves=moves)
        lead = [
            text(words, record.origin(*path))
            for words, *path in (
                (routine.before, "before"),
                (routine.rule, "rule"),
                (routine.frequency.note, "frequency", "note"),
            )
            if words
        ]
        if stops := self.plan.stops:
            opening = stop_words(stops, locale)
            lead = [text(stopped_by(stops, self.library.conditions, locale))]
        logo = self._clinic.logo if self._clinic else None
        art = self.artworks[self.letterhead.root / logo] if self.letterhead and logo else None
        return Head(
            title=text(routine.title, record.origin("title")),
            opening=text(opening, record.origin("summary")),
            lead=joined(lead),
            needs=self._needs,
            heading=heading(self.letterhead, art, self.lines, locale),
            figures=figures,
            leads=tuple(lead) if lead[1:] else (),
        )

    @cached_property
    def _needs(self) -> Text | None:
        """Return what must be at hand: the equipment of all moves that is not optional."""
        if not (things := needed(self.plan.stretches, self.plan.record)):
            return None
        said = self.locale.say("need", things=self.locale.row("names", things))
        return text(said, origin_of([text(""), *things.values()]))

    @cached_property
    def _figures(self) -> tuple[Figure, ...]:
        plan, locale = self.plan, self.locale
        routine = plan.record.value
        if plan.stops:
            return ()
        count = len(routine.items)
        figure, label = days_words(routine.frequency, locale)
        often = Text((Span(label), *cited(routine.frequency.sources)))
        return (
            Figure(text(str(count)), text(locale.count("move-below", count))),
            self._minutes(),
            Figure(text(figure), often),
        )

    def _minutes(self) -> Figure:
        """Return how long all takes: a merge field where doses are one person's own."""
        plan, locale = self.plan, self.locale
        usual = doses_words(plan, (), locale)[1]
        widest = max(locale.counts["minute"].of(_ROOMY, 20, locale.language), usual, key=len)
        personal = any(dose_field(i) in self.lines for i in range(len(plan.doses)))
        number = field_text(MINUTES, 1, None, locale) if personal else text(usual)
        return Figure(number, text(locale.say("for-the-moves")), widest)

    @cached_property
    def _moves(self) -> tuple[Move, ...]:
        """Return the moves, with the marks of their sources."""
        made = plan_moves(self.plan, self.library, self.locale, self.artworks, shortly=True)
        return tuple(self._with_field(i, move) for i, move in enumerate(made))

    def _with_field(self, index: int, move: Move) -> Move:
        """Return a move with a merge field for its dose, where that is one person's own."""
        field = dose_field(index)
        if field not in self.lines:
            return move
        return replace(move, dose_line=field_text(field, self.lines[field], None, self.locale))

    def _safety(self, sides: Sides) -> SafetyWords:
        """Return the safety texts, with the marks of their sources: in short but in large print."""
        record = self.library.safety[self.plan.record.value.safety]
        safety = safety_words(record, self.library, self.country, self.locale)
        if self.plan.stops:
            safety = without_moves(safety)
        if sides.brief:
            safety = replace(safety, good_news=())
        if sides.large_print:
            return safety
        return lead_once(in_short(safety), self.locale) if sides.single else in_short(safety)

    def _leaves_out(self, sides: Sides) -> bool:
        """Tell whether people with a condition leave moves out: there is no room for the change.

        A page with a name or a condition always tells it: it is the page made for a person.
        """
        return not self._own and (sides.single or sides.leaving_out)

    @property
    def _own(self) -> bool:
        """Tell whether the page is made for one person: they have the cautions of theirs alone."""
        return bool(self.plan.conditions) or RECIPIENT in self.lines

    def _notes(self, sides: Sides) -> tuple[Text, ...]:
        """Return what people with a condition do otherwise, but for what stands under a move.

        On a screen all of that stands under its move.
        """
        plan = self.plan
        if sides.screen:
            return ()
        if self._leaves_out(sides):
            return moves_to_leave_out(plan.stretches, self.library, self.locale, plan.record)
        return condition_notes(
            plan.stretches, self.library, self.locale, plan.record, own=self._own
        )

    def _references(self, references: References, sides: Sides) -> ReferenceList:
        """Return the list of sources: as short as may be where all stands on one side."""
        listed = references.references()
        if sides.full_references or self.csl:
            listed = with_evidence(listed, self.library.sources, self.locale)
        else:
            listed = with_practice(listed, self.library.sources, self.locale)
        if sides.large_print:
            listed = tuple(map(unnumbered, listed))
        listed = tuple(in_language(one, self.locale.of_sources) for one in listed)
        return ReferenceList(self.locale.say("sources"), listed, references.notices())

    @cached_property
    def _log(self) -> Log | None:
        """Return the grid to tick, for any page or for a back alone, if there may be one.

        Its rows are whole weeks, since each column is a day of the week.
        """
        if self.log_days == 0 or self.plan.stops:
            return None
        routine = self.plan.record.value
        first, last = routine.weeks or (1, BACK_WEEKS)
        weeks = ceil(self.log_days / DAYS_A_WEEK) if self.log_days else last - first + 1
        asked = self.log_days is not None
        return log_of(routine.frequency, weeks, self.locale, first=first, asked=asked)

    @cached_property
    def _conditions(self) -> list[Text]:
        """Return what conditions have left out of the routine, and what they have changed in it."""
        return condition_lines(self.plan, self.library.conditions, self.locale)
