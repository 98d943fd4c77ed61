"""Where the QR codes of a handout lead."""

from collections.abc import Sequence

from cardgen.compose.citations import Sources
from cardgen.errors import InvalidDataError
from cardgen.model.design import Locale
from cardgen.model.handout import Codes
from cardgen.model.library import Library, Record
from cardgen.model.origin import requested
from cardgen.model.routine import Routine
from cardgen.model.stretch import Stretch


def codes_of(
    record: Record[Routine],
    stretches: Sequence[Record[Stretch]],
    library: Library,
    asked: str | None,
    web: str | None,
    locale: Locale,
) -> Codes | None:
    """Return the codes of "moves" or of the "page", as is `asked`; None where nothing is.

    `web` is the address of the clinic. Raises InvalidDataError when there is nowhere for the
    code of the page to lead.
    """
    if asked is None:
        return None
    if asked == "page":
        links: tuple[tuple[str, str], ...] = ((record.value.title, page_link(record, web)),)
        return Codes(locale.say("scan-page"), links, locale.labels["code-alt"])
    found = (
        (f"{number}. {stretch.value.name}", _link(stretch.value, library.sources))
        for number, stretch in enumerate(stretches, 1)
    )
    links = tuple((label, link) for label, link in found if link)
    return Codes(locale.say("scan-moves"), links, locale.labels["code-alt"]) if links else None


def page_link(record: Record[Routine], web: str | None) -> str:
    """Return where the code of a page leads: to the routine's page on the web, or to the clinic.

    Raises InvalidDataError when there is neither.
    """
    if record.value.link:
        return record.value.link
    if web:
        return web if web.startswith("http") else f"https://{web}"
    message = f"the routine '{record.id}' has no `link` for a code to lead to"
    remedy = "Add a line `link: https://…` to it, or `web: …` to the clinic file"
    raise InvalidDataError([requested("qr").problem(message, remedy)])


def _link(stretch: Stretch, sources: Sources) -> str | None:
    """Return where a move is shown, or else the first source that tells of it."""
    if stretch.video:
        return stretch.video
    found = (sources[id_].value for claim in stretch.claims for id_ in claim.sources)
    return next((source.address for source in found if source.prints and source.address), None)
