"""The order in which a person writes the day, the month and the year."""

from cardgen.library.settings import FoundSettings
from cardgen.model.library import Library
from cardgen.model.roster import DateOrder


def usual_order(
    settings: FoundSettings, library: Library, *countries: str | None
) -> DateOrder | None:
    """Return the order that a person has settled, or that of their country; None for neither.

    The first of `countries` that is named counts, and then the one of the settings.
    """
    told = settings.value
    known = (library.countries.get(id_ or "") for id_ in (*countries, told.country))
    return told.date_order or next((one.dates for one in known if one and one.dates), None)
