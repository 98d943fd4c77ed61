"""The content of a handout to a page for a phone, in the order in which it is read.

Danger signs come first. The page is one file that fetches nothing: a policy in it forbids that. All
that it says stands there without scripts; these add timers, and a log that the phone keeps.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from cardgen.model.authorship import AUTHOR
from cardgen.model.content import Move, Panel, Signs, Text
from cardgen.model.design import MM, Paper
from cardgen.model.handout import Handout
from cardgen.model.web import Controls, WebPage, value_hole
from cardgen.paths import DATA
from cardgen.version import __version__
from cardgen.web.log import log_section
from cardgen.web.markup import TextWriter, element, escaped
from cardgen.web.pictures import PictureSet
from cardgen.web.template import KEY

_FOLDER = DATA / "web"
_SPOKEN = ("start", "stop", "hold", "done", "rest", "finished")
_MARGIN = 12 * MM
"""What stays free along the edges of a print, in points."""


class Looks(NamedTuple):
    """The colours that a page takes from its theme, and the paper that it prints on."""

    accent: str
    paper: Paper


def written(
    handout: Handout,
    controls: Controls,
    looks: Looks,
    timers: Mapping[int, str],
    numbers: tuple[str, ...],
    mark: str,
) -> WebPage:
    """Return the page of a handout.

    `timers` are the fields of timers, by the index of their move; `numbers` are those that a phone
    can call; `mark` stands in the head of a page for one person.
    """
    to_left = handout.about.to_left
    texts = TextWriter(handout.about.source, numbers, to_left=to_left)
    body = "".join(_Writer(handout, controls, texts, timers).parts())
    attributes = f'lang="{escaped(handout.about.language)}"'
    if to_left:
        attributes += ' dir="rtl"'
    return WebPage(
        f"<!DOCTYPE html>\n<html {attributes}>\n<head>\n{_head(looks, mark)}",
        f"\n</head>\n<body{_told(controls)}>\n{body}\n</body>\n</html>\n",
        handout.about,
        frozenset(origin_files(handout)),
    )


def _told(controls: Controls) -> str:
    """Return the words that scripts need, as attributes."""
    return "".join(f' data-{n}="{escaped(getattr(controls, n))}"' for n in _SPOKEN)


def _head(looks: Looks, mark: str) -> str:
    size = f"{looks.paper.width:g}pt {looks.paper.height:g}pt"
    style = _file("phone.css").replace("ACCENT", looks.accent)
    style += f"@page{{size:{size};margin:{_MARGIN:.1f}pt}}"
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(_file('phone.js'))}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    metas = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex, nofollow">',
        '<meta name="format-detection" content="telephone=no">',
        f'<meta name="generator" content="{AUTHOR} {__version__}">',
        *([f'<meta name="cardgen" content="{escaped(mark)}">'] if mark else []),
    )
    return "\n".join([*metas, f"<style>{style}</style>\n"])


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return f"'sha256-{digest}'"


@lru_cache(maxsize=4)
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


class _Writer:
    """Writes the body of one page."""

    def __init__(
        self, handout: Handout, controls: Controls, texts: TextWriter, timers: Mapping[int, str]
    ) -> None:
        self.handout, self.controls, self.texts, self.timers = handout, controls, texts, timers
        self.pictures = PictureSet()

    def parts(self) -> Iterator[str]:
        """Yield the parts of the body."""
        # The drawings stand in front of all that shows them.
        shown = [
            self._links(),
            "".join(self._heading()),
            element("main", "\n".join(self._main())),
        ]
        yield self.pictures.drawings()
        yield from shown
        yield element("footer", self._footer())
        yield element("script", _file("phone.js"))

    def _links(self) -> str:
        """Return the links to the parts of the page."""
        handout, links = self.handout, []
        if handout.moves:
            links.append(("moves", self.controls.moves))
        if handout.log:
            links.append(("log", handout.log.title))
        if handout.references.listed:
            links.append(("sources", handout.references.title))
        items = "".join(
            element("li", element("a", escaped(name), href=f"#{id_}")) for id_, name in links
        )
        return element("nav", element("ul", items), aria_label=self.controls.parts)

    def _heading(self) -> Iterator[str]:
        heading = self.handout.head.heading
        if heading:
            logo = self.pictures.shown(heading.logo) if heading.logo else ""
            clinic = [element("p", self.texts.text(line)) for line in heading.clinic]
            own = [element("p", self.texts.text(line)) for line in heading.recipient]
            logo = element("div", logo, class_="logo") if logo else ""
            yield element("header", "".join([logo, *clinic, *own]))

    def _main(self) -> Iterator[str]:
        handout = self.handout
        head, safety = handout.head, handout.safety
        yield element("h1", self.texts.text(head.title))
        intro = self._paragraphs([head.opening, head.lead, *([head.needs] if head.needs else [])])
        # Where there are no moves it says what to do in their place, before all else.
        yield from (self._danger(), intro) if handout.moves else (intro, self._danger())
        for signs in (*safety.stop, *safety.ask):
            yield element("section", self._signs(signs, "h2"), class_="before")
        yield from self._personal()
        yield from self._figures()
        if handout.moves:
            title = element("h2", escaped(handout.paging.moves), id="moves")
            moves = "\n".join(self._move(i, move) for i, move in enumerate(handout.moves))
            yield element("section", title + moves)
        for panel in (*handout.guides, *([handout.why] if handout.why else [])):
            yield self._panel(panel)
        if handout.log:
            yield log_section(handout.log, self.controls, value_hole(KEY))
        yield from self._sources()

    def _danger(self) -> str:
        """Return when to get help: what cannot wait first."""
        safety = self.handout.safety
        first, *others = safety.danger
        parts = [
            element("h2", escaped(safety.title)),
            self._paragraphs([safety.opening]),
            element("div", self._signs(first, "h3"), class_="now"),
            *(element("div", self._signs(one, "h3"), class_="signs") for one in others),
        ]
        return element("section", "".join(parts), class_="danger")

    def _signs(self, signs: Signs, tag: str) -> str:
        lead = [element("p", self.texts.text(signs.lead))] if signs.lead else []
        action = element(tag, self.texts.text(signs.action))
        return "".join([action, *lead, self._list("ul", signs.signs)])

    def _list(self, tag: str, texts: tuple[Text, ...]) -> str:
        items = "".join(element("li", self.texts.text(one)) for one in texts)
        return element(tag, items) if texts else ""

    def _paragraphs(self, texts: list[Text]) -> str:
        return "".join(element("p", self.texts.text(one)) for one in texts if one.spans)

    def _personal(self) -> Iterator[str]:
        personal = self.handout.personal
        if personal:
            blanks = [*personal.blanks, *([personal.notes] if personal.notes else [])]
            lines = [element("p", escaped(self._before(one)) + _blank()) for one in blanks]
            told = [element("p", self.texts.text(one)) for one in personal.lines]
            yield element("section", "".join([*told, *lines]), class_="own")

    def _before(self, what: str) -> str:
        """Return what stands before a line to write on, with a blank."""
        return self.controls.write.format(what=what) + " "

    def _figures(self) -> Iterator[str]:
        shown = self.handout.head.figures
        if shown:
            items = (
                element("li", f"<b>{self.texts.text(f.number)}</b> {self.texts.text(f.label)}")
                for f in shown
            )
            yield element("ul", "".join(items), class_="figures")

    def _move(self, index: int, move: Move) -> str:
        text = self.texts.text
        number = element("span", str(move.number), class_="circle")
        above = [element("h3", text(move.heading), class_="part")] if move.heading else []
        shown = [
            element(
                "figure",
                self.pictures.shown(image)
                + (element("figcaption", escaped(image.caption)) if image.caption else ""),
            )
            for image in move.pictures
        ]
        noted = [move.note] if move.note else []
        parts = [
            element("h3", f"{number} {text(move.name)}"),
            element("p", text(move.dose_line), class_="dose"),
            self._timer(index),
            element("div", "".join(shown), class_="pictures") if shown else "",
            *(element("p", text(one)) for one in noted),
            *(element("p", text(one), class_="advice") for one in move.advice),
            self._list("ol", move.steps),
            element("p", text(move.cue), class_="cue") if move.cue.plain else "",
            element("div", self._list("ul", move.cautions), class_="care") if move.cautions else "",
        ]
        return "".join([*above, element("article", "".join(parts))])

    def _timer(self, index: int) -> str:
        """Return a timer, which shows where scripts run."""
        field = self.timers.get(index)
        if field is None:
            return ""
        inner = (
            '<button type="button"></button> <span role="timer" aria-live="off"></span>'
            '<p role="status"></p>'
        )
        # The value has been written already: it is a hole, or digits.
        return f'<div class="timer" data-timer="{field}" hidden>{inner}</div>'

    def _panel(self, panel: Panel) -> str:
        title = element("h2", escaped(panel.title))
        if panel.numbered:
            return element("section", title + self._list("ol", panel.texts))
        return element("section", title + self._paragraphs(list(panel.texts)))

    def _sources(self) -> Iterator[str]:
        references = self.handout.references
        if references.listed:
            items = "".join(
                element(
                    "li",
                    (element("span", escaped(one.label), class_="label") + " " if one.label else "")
                    + self.texts.text(one.text),
                    id=one.id,
                    lang=one.text.language or None,
                    dir="ltr" if one.text.language and self.handout.about.to_left else None,
                )
                for one in references.listed
            )
            title = element("h2", escaped(references.title), id="sources")
            yield element("section", title + element("ul", items), class_="sources")

    def _footer(self) -> str:
        handout = self.handout
        said = element("p", self.texts.text(handout.last_words))
        return said + element("p", escaped(handout.footer))


def _blank() -> str:
    return '<span class="blank"></span>'


def origin_files(content: object) -> Iterator[str]:
    """Yield the file of each place that content comes from."""
    waiting = [content]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Text):
            if one.origin:
                yield one.origin.file
        elif isinstance(one, tuple):
            waiting += one
        elif hasattr(one, "__dataclass_fields__"):
            waiting += (getattr(one, name) for name in one.__dataclass_fields__)
