"""The same page in other engines, each as its users would write it, with what can be kept kept.

As a program: `peers.py ENGINE COUNT FILE` makes so many pages, each into the file.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from html import escape
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from page import Pages, Words

Engine = Callable[[Words], bytes]
"""Makes the PDF of one page."""
NOT_INSTALLED = 3
"""The exit code when what an engine needs is not there."""
FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic"}


def file(face: str) -> Path:
    """Return the TrueType file of a face."""
    folder = Path(str(files("fontpkg_atkinson_hyperlegible"))) / "files"
    return folder / f"AtkinsonHyperlegible-{FACES[face]}.ttf"


def typst(*, reused: bool = True) -> Engine:
    """One compiler for all pages, tags on; or a fresh one for each."""
    import typst as library  # noqa: PLC0415 - an extra

    folder = Path(tempfile.mkdtemp())
    main = folder / "main.typ"
    main.write_text(_TYPST, encoding="utf-8")
    fonts = library.Fonts(include_system_fonts=False, font_paths=[file("regular").parent])

    def compiler() -> "library.Compiler":
        return library.Compiler(main, root="/", font_paths=fonts)

    kept = compiler()

    def make(words: Words) -> bytes:
        given = {"words": json.dumps(asdict(words), default=str)}
        return (kept if reused else compiler()).compile(sys_inputs=given, pdf_tags=True)

    return make


_TYPST = """#let w = json(bytes(sys.inputs.words))
#set document(title: w.title)
#set page("us-letter", margin: (x: 9mm, y: 7mm))
#set text(font: "Atkinson Hyperlegible", size: 9pt, lang: "en")
#set par(leading: 0.4em, spacing: 0.6em)
#grid(columns: (1fr, auto), [For *#w.name*], [#w.date])
= #w.title
#w.lead
#grid(columns: w.figures.len(), column-gutter: 10pt,
  ..w.figures.map(f => [#text(17pt, strong(f.at(0))) #linebreak() #f.at(1)]))
#columns(2, for (name, dose, steps, care, picture, alt) in w.moves [
  #block(breakable: false, grid(columns: (29mm, 1fr), column-gutter: 8pt,
    image(picture, width: 29mm, alt: alt),
    [== #name
     #text(fill: rgb("#0b6577"), strong(dose))
     #enum(..steps)
     #text(8pt, care)]))
])
#block(fill: rgb("#e6f0f2"), inset: 6pt, width: 100%)[== Why do this?
  #list(..w.why)]
#columns(3, for (action, signs) in w.signs [
  == #action
  #text(8pt, list(..signs))
])
#text(6.4pt, columns(2, enum(..w.references)))
"""


def weasyprint() -> Engine:
    """CSS and fonts are read once."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - an extra
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    fonts = FontConfiguration()
    faces = "".join(
        f"@font-face {{font-family: A; src: url('{file(face).as_uri()}'); font-weight: {weight}; "
        f"font-style: {style}}}"
        for face, weight, style in (
            ("regular", 400, "normal"),
            ("bold", 700, "normal"),
            ("italic", 400, "italic"),
        )
    )
    css = CSS(string=faces + _CSS, font_config=fonts)
    cache: dict[str, object] = {}

    def make(words: Words) -> bytes:
        html = HTML(string=_html(words), base_url="/")
        return html.write_pdf(
            stylesheets=[css], font_config=fonts, cache=cache, pdf_variant="pdf/ua-1"
        )

    return make


_CSS = """@page {size: letter; margin: 7mm 9mm} body {font: 9pt A; margin: 0}
h1 {font-size: 20pt; margin: 0} h2 {font-size: 11pt; margin: 0} ol, ul {margin: 0}
.moves {columns: 2} .move {break-inside: avoid; clear: left}
img {width: 29mm; float: left; margin-right: 8pt} .signs {columns: 3; font-size: 8pt}
.references {columns: 2; font-size: 6.4pt}
b.dose {color: #0b6577} .why {background: #e6f0f2; padding: 4pt}"""


def _items(tag: str, texts: tuple[str, ...], name: str = "") -> str:
    return f"<{tag} class='{name}'>{''.join(f'<li>{escape(t)}</li>' for t in texts)}</{tag}>"


def _html(words: Words) -> str:
    moves = "".join(
        f"<div class='move'><img src='{picture}' alt='{escape(alt)}'><div><h2>{escape(name)}</h2>"
        f"<b class='dose'>{escape(dose)}</b>{_items('ol', steps)}<p>{escape(care)}</p></div></div>"
        for name, dose, steps, care, picture, alt in words.moves
    )
    signs = "".join(f"<h2>{escape(a)}</h2>{_items('ul', texts)}" for a, texts in words.signs)
    figures = " ".join(f"<b>{escape(n)}</b> {escape(label)}" for n, label in words.figures)
    return (
        f"<html lang='en'><title>{escape(words.title)}</title><p>For <b>{escape(words.name)}</b> "
        f"{words.date}</p><h1>{escape(words.title)}</h1><p>{escape(words.lead)}</p><p>{figures}</p>"
        f"<div class='moves'>{moves}</div><div class='why'>{_items('ul', words.why)}</div>"
        f"<div class='signs'>{signs}</div>{_items('ol', words.references, 'references')}</html>"
    )


def fpdf2() -> Engine:  # noqa: C901 - one page from top to bottom
    """The drawings are parsed once."""
    import fpdf  # noqa: PLC0415 - an extra

    kept: dict[Path, object] = {}

    def picture(path: Path) -> object:
        if path not in kept:
            kept[path] = fpdf.svg.SVGObject(path.read_bytes())
        return kept[path]

    def make(words: Words) -> bytes:
        pdf = fpdf.FPDF(format="letter")
        pdf.set_title(words.title)
        for style, face in (("", "regular"), ("B", "bold"), ("I", "italic")):
            pdf.add_font("A", style, file(face))
        pdf.set_auto_page_break(auto=False)
        pdf.set_margins(9, 7)
        pdf.add_page()

        def say(text: str, size: float, style: str = "") -> None:
            pdf.set_font("A", style, size)
            pdf.multi_cell(0, size * 0.45, text, new_x="LMARGIN", new_y="NEXT")

        say(f"For {words.name} · {words.date}", 9, "B")
        say(words.title, 20, "B")
        say(words.lead, 9)
        say(" · ".join(f"{number} {label}" for number, label in words.figures), 12, "B")
        for name, dose, steps, care, file_, _ in words.moves:
            _, _, drawing = picture(file_).transform_to_rect_viewport(
                scale=1, width=29, height=20, ignore_svg_top_attrs=True
            )
            move = fpdf.drawing.Transform.translation(9, pdf.get_y())
            drawing.transform = drawing.transform @ move
            place = pdf.x, pdf.y
            pdf.set_xy(0, 0)
            pdf.draw_path(drawing)
            pdf.set_xy(*place)
            pdf.set_left_margin(40)
            say(name, 11, "B")
            say(dose, 9, "B")
            for i, step in enumerate(steps, 1):
                say(f"{i}. {step}", 8)
            pdf.set_left_margin(9)
            say(care, 7)
        for text in words.why:
            say(f"• {text}", 7)
        for action, signs in words.signs:
            say(action, 8, "B")
            say(" • ".join(signs), 7)
        for i, text in enumerate(words.references, 1):
            say(f"{i}. {text}", 5)
        return bytes(pdf.output())

    return make


def platypus() -> Engine:
    """ReportLab as anyone would write it; the drawings are parsed once."""
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415
    from svglib.svglib import svg2rlg  # noqa: PLC0415

    for face in ("regular", "bold", "italic"):
        pdfmetrics.registerFont(TTFont(f"P{FACES[face]}", str(file(face))))
    styles = {
        (size, bold): ParagraphStyle("p", fontName=f"P{bold}", fontSize=size, leading=1.2 * size)
        for size in (6, 7, 8, 9, 11, 20)
        for bold in ("Regular", "Bold")
    }
    kept: dict[Path, object] = {}

    def picture(path: Path) -> object:
        if path not in kept:
            drawing = svg2rlg(str(path))
            scale = 82 / drawing.width
            drawing.scale(scale, scale)
            drawing.width, drawing.height = 82, drawing.height * scale
            kept[path] = drawing
        return kept[path]

    def say(text: str, size: int, bold: str = "Regular") -> "Paragraph":
        return Paragraph(escape(text), styles[size, bold])

    def move(name: str, dose: str, steps: tuple[str, ...], care: str, file_: Path) -> "Table":
        words = [say(name, 11, "Bold"), say(dose, 9, "Bold")]
        words += [say(f"{i}. {step}", 8) for i, step in enumerate(steps, 1)]
        return Table([[picture(file_), [*words, say(care, 7)]]], colWidths=(90, 180))

    def make(words: Words) -> bytes:
        out = BytesIO()
        document = SimpleDocTemplate(
            out, pagesize=(612, 792), margins=20, topMargin=18, bottomMargin=18, title=words.title
        )
        moves = [move(*one[:5]) for one in words.moves]
        pairs = [moves[i : i + 2] for i in range(0, len(moves), 2)]
        pairs[-1] += [""] * (2 - len(pairs[-1]))
        signs = [
            [say(action, 8, "Bold"), *(say(f"\u2022 {text}", 7) for text in texts)]
            for action, texts in words.signs
        ]
        document.build(
            [
                say(f"For {words.name} \u00b7 {words.date}", 9, "Bold"),
                say(words.title, 20, "Bold"),
                say(words.lead, 9),
                Table([[[say(n, 11, "Bold"), say(t, 8)] for n, t in words.figures]]),
                Table(pairs, colWidths=(280, 280)),
                *(say(f"\u2022 {text}", 7) for text in words.why),
                Table([signs]),
                *(say(f"{i}. {text}", 6) for i, text in enumerate(words.references, 1)),
            ]
        )
        return out.getvalue()

    return make


@dataclass(frozen=True, slots=True)
class Peer:
    """An engine, and how to measure it."""

    module: str
    """What must be installed."""
    ready: Callable[[], Engine]
    pages: int
    """How many pages tell what a page takes."""


PEERS = {
    "typst, one compiler, tagged": Peer("typst", typst, 60),
    "typst, a fresh compiler": Peer("typst", lambda: typst(reused=False), 5),
    "WeasyPrint": Peer("weasyprint", weasyprint, 2),
    "fpdf2": Peer("fpdf", fpdf2, 5),
    "ReportLab platypus": Peer("reportlab", platypus, 20),
}


def main(name: str, count: str, file: str) -> int:
    """Make pages with an engine; return the exit code."""
    try:
        make = PEERS[name].ready()
    except (ImportError, OSError) as error:
        print(error, file=sys.stderr)
        return NOT_INSTALLED
    pages = Pages()
    for number in range(int(count)):
        Path(file).write_bytes(make(pages.words(number)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
