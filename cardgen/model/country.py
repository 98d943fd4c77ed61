"""A country, by what its people call when something is wrong."""

from typing import Annotated, Literal, get_args

from cardgen.model.base import Model, Text, Wording
from cardgen.model.roster import DateOrder

FILLED = ("name", "emergency", "hospital", "urgent", "therapist")
"""The fields whose words stand in the place of their names in braces."""
English = Literal["us", "uk"]
"""Whose words an English page has: pee and belly, or wee and tummy."""
ENGLISH: tuple[English, ...] = get_args(English)


class Country(Model):
    """The words that safety texts take from a country: `{emergency}` and so on."""

    name: Annotated[Text, Wording.OFF_PAGES]
    """The country, as a person names it."""
    emergency: Text
    """The number of the ambulance."""
    hospital: Text
    """Where emergencies are taken, to stand behind "go to"."""
    urgent: Text
    """Whom to call about what cannot wait for a visit: "Call your doctor"."""
    therapist: Text
    """What a physical therapist is called."""
    english: English = "us"
    """Whose words its English pages have: us (pee) or uk (wee)."""
    dates: DateOrder | None = None
    """How its people write a date in numbers, where all of them write it alike."""
    source: Annotated[Text | None, Wording.NEVER] = None
    """Where its numbers were seen, and when; never printed."""

    def fill(self, pattern: str) -> str:
        """Return `pattern` with the country's words in the place of the braces."""
        return pattern.format(**{field: getattr(self, field) for field in FILLED})
