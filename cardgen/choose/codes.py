"""Where the QR codes of a handout lead."""

from collections.abc import Iterable, Iterator

from cardgen.choose.cite import Sources
from cardgen.errors import InvalidDataError, Problem
from cardgen.model.content import Codes
from cardgen.model.design import Locale
from cardgen.model.library import Library, Record
from cardgen.model.request import HandoutRequest
from cardgen.model.routine import Routine
from cardgen.model.source import Source
from cardgen.model.stretch import Stretch


def codes_of(
    record: Record[Routine], library: Library, request: HandoutRequest, locale: Locale
) -> Codes | None:
    """Return the codes that `request` asks for, if any.

    Raises InvalidDataError when there is nowhere for the code of the page to lead.
    """
    if request.qr is None:
        return None
    if request.qr == "page":
        links: tuple[tuple[str, str], ...] = ((record.value.title, _page_link(record, request)),)
        return Codes(locale.say("scan-page"), links, locale.labels["code-alt"])
    stretches = (library.stretches[item.stretch].value for item in record.value.items)
    found = ((number, s, _link(s, library.sources)) for number, s in enumerate(stretches, 1))
    links = tuple((f"{number}. {s.name}", link) for number, s, link in found if link)
    return Codes(locale.say("scan-moves"), links, locale.labels["code-alt"]) if links else None


def _page_link(record: Record[Routine], request: HandoutRequest) -> str:
    web = request.letterhead.value.web if request.letterhead else None
    if record.value.link:
        return record.value.link
    if web:
        return web if web.startswith("http") else f"https://{web}"
    message = f"the routine '{record.id}' has no `link` for a code to lead to"
    remedy = "Add a line `link: https://…` to it, or `web: …` to the clinic file"
    raise InvalidDataError([Problem("", 0, 0, "--qr page", message, remedy)])


def _link(stretch: Stretch, sources: Sources) -> str | None:
    """Return where a move is shown, or else the first source that tells of it."""
    if stretch.video:
        return stretch.video
    ids = (id_ for claim in stretch.claims for id_ in claim.sources)
    return next(_addresses(sources[id_].value for id_ in ids), None)


def _addresses(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        if source.prints and (source.doi or source.url):
            yield f"https://doi.org/{source.doi}" if source.doi else str(source.url)
