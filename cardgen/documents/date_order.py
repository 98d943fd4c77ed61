"""The order in which a person writes the day, the month and the year."""

from cardgen.library.settings import FoundSettings
from cardgen.model.library import Library
from cardgen.model.roster import DateOrder


def usual_order(
    settings: FoundSettings, library: Library, country: str | None = None, clinic: str | None = None
) -> DateOrder | None:
    """Return the order of the `country` that a page names, of the settings, or of a country else.

    That is the country of its `clinic`, or the one of the settings. None where none is known.
    """
    told = settings.value
    named, *others = (library.countries.get(id_ or "") for id_ in (country, clinic, told.country))
    if named and named.dates:
        return named.dates
    return told.date_order or next((one.dates for one in others if one and one.dates), None)
