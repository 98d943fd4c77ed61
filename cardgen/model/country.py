"""A country, by what its people call when something is wrong."""

from cardgen.model.base import Model, Text
from cardgen.model.roster import DateOrder


class Country(Model):
    """The words that safety texts take from a country: `{emergency}` and so on."""

    name: Text
    """The country, as a person names it."""
    emergency: Text
    """The number of the ambulance."""
    hospital: Text
    """Where emergencies are taken, to stand behind "go to"."""
    urgent: Text
    """Whom to call about what cannot wait for a visit: "Call your doctor"."""
    therapist: Text
    """What a physical therapist is called."""

    dates: DateOrder | None = None
    """How its people write a date in numbers, where all of them write it alike."""

    def fill(self, pattern: str) -> str:
        """Return `pattern` with the country's words in the place of the braces."""
        return pattern.format(**self.model_dump(exclude={"dates"}))
