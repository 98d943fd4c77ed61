"""The words of a poster."""

from typing import NamedTuple

from cardgen.compose.checked import plan_words
from cardgen.compose.citations import unmarked
from cardgen.compose.left_out import condition_lines
from cardgen.compose.moves import Artworks
from cardgen.compose.plan import Plan
from cardgen.compose.plan_moves import plan_moves
from cardgen.compose.safety import in_short, safety_words
from cardgen.model.content import text
from cardgen.model.country import Country
from cardgen.model.library import Library
from cardgen.model.locale import Locale
from cardgen.model.poster import Poster


class PosterWriter(NamedTuple):
    """Writes the words of a poster of a plan."""

    plan: Plan
    library: Library
    locale: Locale
    country: Country
    artworks: Artworks

    def write(self) -> Poster:
        """Return the words."""
        plan, library, locale = self.plan, self.library, self.locale
        record = plan.record
        routine = record.value
        safety = safety_words(library.safety[routine.safety], library, self.country, locale)
        return Poster(
            name=text(routine.name, record.origin("name")),
            before=text(routine.before, record.origin("before")),
            moves=plan_moves(plan, library, locale, self.artworks),
            personal=tuple(condition_lines(plan, library.conditions, locale)),
            safety=unmarked(in_short(safety)),
            foot=plan_words(plan, library, locale, old=False),
            page=locale.say("page-of", number="{number}", count="{count}"),
            origin=record.origin("items"),
        )
