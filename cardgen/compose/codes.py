"""Where the QR codes of a handout lead."""

from collections.abc import Sequence

from cardgen.errors import InvalidDataError
from cardgen.model.handout import Codes
from cardgen.model.library import Record
from cardgen.model.locale import Locale
from cardgen.model.origin import requested
from cardgen.model.routine import Routine
from cardgen.model.stretch import Stretch


def codes_of(
    record: Record[Routine],
    stretches: Sequence[Record[Stretch]],
    asked: str | None,
    web: str | None,
    locale: Locale,
) -> Codes | None:
    """Return the codes of "moves" or of the "page", as is `asked`; None where nothing is.

    `web` is the address of the clinic. A code leads to a page that somebody has made for patients,
    never to a study. Raises InvalidDataError when there is none.
    """
    if asked is None:
        return None
    if asked == "page":
        links: tuple[tuple[str, str], ...] = ((record.value.title, page_link(record, web)),)
        return Codes(locale.say("scan-page"), links, locale.labels["code-alt"])
    links = tuple(
        (locale.say("numbered", number=number, name=stretch.value.name), stretch.value.video)
        for number, stretch in enumerate(stretches, 1)
        if stretch.value.video
    )
    if not links:
        message = "no move has a `video` for a code to lead to"
        remedy = "Add a line `video: https://…` to a stretch, or ask for one code for the page"
        raise InvalidDataError([requested("qr").problem(message, remedy)])
    return Codes(locale.say("scan-moves"), links, locale.labels["code-alt"])


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
