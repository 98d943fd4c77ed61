"""SVG: what is drawn exactly as vectors, what prints as resvg draws it, and what is refused."""

import base64
import gzip
from io import BytesIO

import pytest
from artwork_files import load, svg
from PIL import Image

from cardgen.artwork.back_to_svg import Vectors, as_svg
from cardgen.artwork.comparison import on_white
from cardgen.artwork.resvg import rendered
from cardgen.errors import InvalidDataError
from cardgen.library import drawings

TEAL = (11, 101, 119)
SQUARE = '<rect x="10" y="10" width="80" height="80" fill="#0b6577"/>'
RED, BLUE = '<rect width="60" height="60" fill="#cc0000"/>', '<rect width="99" height="99" {}/>'

PLAIN = {
    "a line of currentColor": '<path d="M10 50H90" stroke="currentColor" stroke-width="9"/>',
    "a named colour": '<rect width="90" height="90" fill="DarkSlateGrey"/>',
    "a colour of CSS 4": '<rect width="90" height="90" fill="rebeccapurple"/>',
    "an unused gradient": '<defs><linearGradient id="a"><stop/></linearGradient></defs>' + SQUARE,
    "hidden text": SQUARE + '<g display="none"><text>a</text></g>',
    "empty text": SQUARE + "<text/>",
    "an empty style": "<style/>" + SQUARE,
    "metadata": "<metadata><style xmlns='urn:x'>y</style></metadata>" + SQUARE,
    "full opacity": f'<g opacity="1.00" fill-opacity="100%">{SQUARE}</g>',
    "no fill": RED + BLUE.format('fill="#0000cc" fill-opacity="0"'),
    "transparent": RED + BLUE.format('fill="transparent"'),
    "no opacity": RED + f'<g style="opacity:0">{BLUE.format("")}</g>',
    "no dashes": '<path d="M4 4L90 90" stroke="#000" stroke-width="4" stroke-dasharray="0"/>',
    "negative dashes": '<path d="M4 4L90 90" stroke="#000" stroke-dasharray="4 -2"/>',
    "dashes": '<path d="M10 50H90" stroke="#000" stroke-width="8" stroke-dasharray="9 5 2"/>',
    "a turn about a point": '<rect x="40" y="20" width="9" height="60" '
    'transform="rotate(40 50 50)"/>',
    "transforms": f'<g transform="translate(9,9) scale(.5) skewX(20)">{SQUARE}</g>',
    "a style over an attribute": '<rect width="90" height="90" fill="red" style="fill:#0b6577"/>',
    "arcs and short numbers": '<path d="M10 50a40 40 0 0180 0zM.5.5.8-.8"/>',
    "an even-odd ring": '<path fill-rule="evenodd" d="M0 0h90v90h-90zM20 20h50v50h-50z"/>',
    "round corners": '<rect x="9" y="9" width="80" height="60" rx="20"/>',
    "a filled polyline": '<polyline points="10,90 50,10 90,90" stroke="#0b6577"/>',
    "marks of a drawing program": '<g xmlns:i="urn:i" i:label="a" style="-inkscape-stroke:none">'
    + SQUARE + "</g>",
}  # fmt: skip
DRAWN_BY_RESVG = {
    "an opacity": RED + f'<g opacity=".3">{BLUE.format("")}</g>',
    "a fill's opacity": RED + BLUE.format('fill="#00c" fill-opacity="30%"'),
    "a clip": '<clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath>'
    f'<g style="clip-path:url(#c)">{SQUARE}</g>',
    "a gradient": '<linearGradient id="g"><stop/><stop offset="1" stop-color="#fff"/>'
    '</linearGradient><rect width="90" height="90" fill="url(#g)"/>',
    "a style sheet": '<style>.a{fill:#0b6577}</style><rect class="a" width="90" height="90"/>',
    "a use": f'<defs><g id="a">{SQUARE}</g></defs><use href="#a"/>',
    "a symbol": '<symbol id="a" viewBox="0 0 9 9"><circle r="9"/></symbol><use href="#a"/>',
    "an svg within": '<svg x="50" y="50" width="40" height="40" viewBox="0 0 100 100">'
    f"{SQUARE}</svg>",
    "an offset of dashes": '<path d="M10 50H90" stroke="#000" stroke-width="9" '
    'stroke-dasharray="20" stroke-dashoffset="20"/>',
    "an origin of a transform": '<rect x="20" y="20" width="60" height="20" transform="rotate(90)" '
    'transform-origin="50 50"/>',
    "a blend": RED + BLUE.format('fill="#0cc" style="mix-blend-mode:multiply"'),
    "a blur": f'<g style="filter:blur(5px)">{SQUARE}</g>',
    "an order of painting": '<circle cx="50" cy="50" r="30" fill="#fc0" stroke="#000" '
    'stroke-width="20" paint-order="stroke"/>',
    "text": '<text x="5" y="60" font-size="40">Hello</text>',
    "a mask": '<mask id="m"><rect width="50" height="99" fill="#fff"/></mask>'
    f'<g mask="url(#m)">{SQUARE}</g>',
}  # fmt: skip


def shown(artwork, width=200):
    """Return what prints of a picture, on white."""
    if not artwork.is_vector:
        return on_white(artwork.content.pixels(width))
    drawn = Vectors(artwork.content, artwork.width, artwork.height)
    return on_white(rendered(as_svg(drawn), width))


def meant(text, width=200):
    """Return what resvg draws of a file, on white; it lacks one colour of CSS."""
    return on_white(rendered(text.replace("rebeccapurple", "#663399"), width))


def differing(first, second):
    pairs = zip(first.tobytes(), second.tobytes(), strict=True)
    return sum(abs(a - b) > 40 for a, b in pairs) / len(first.tobytes())


@pytest.mark.parametrize("what", PLAIN)
def test_what_is_plain_prints_as_vectors_and_right(tmp_path, what):
    artwork = load(tmp_path, "a.svg", svg(PLAIN[what]))
    assert artwork.is_vector
    assert differing(shown(artwork), meant(svg(PLAIN[what]))) < 0.002
    assert len(shown(artwork).getcolors(50_000)) > 1


@pytest.mark.parametrize("what", DRAWN_BY_RESVG)
def test_all_else_prints_as_resvg_draws_it(tmp_path, what):
    artwork = load(tmp_path, "a.svg", svg(DRAWN_BY_RESVG[what]))
    assert not artwork.is_vector
    assert artwork.content.dots == 350
    found = shown(artwork)
    assert len(found.getcolors(50_000)) > 1
    if what != "text":  # the reference has no typeface by that name
        assert differing(found, meant(svg(DRAWN_BY_RESVG[what]))) == 0


@pytest.mark.parametrize(
    "paint",
    ["url(#none) #0b6577", "#0b6577 icc-color(a,0,0,0)", "var(--c, #0b6577)", "rgb(11 101 119)",
     "hsl(190 83.1% 25.5%)"],
)  # fmt: skip
@pytest.mark.parametrize("form", ['fill="{}"', 'style="fill:{}"'])
def test_colours_that_resvg_would_paint_black_print_as_they_are_meant(tmp_path, paint, form):
    artwork = load(tmp_path, "a.svg", svg(f'<rect width="99" height="99" {form.format(paint)}/>'))
    assert shown(artwork).getpixel((90, 90)) == pytest.approx(TEAL, abs=1)


@pytest.mark.parametrize("size", ['width="auto" height="auto" viewBox="0 0 100 50"',
                                  'viewBox="0 0 100 50"', 'width="40" viewBox="0 0 100 50"',
                                  'width="100%" height="100%" viewBox="0 0 100 50"'])  # fmt: skip
def test_a_size_that_depends_on_the_page_is_that_of_the_drawing(tmp_path, size):
    assert load(tmp_path, "a.svg", svg(SQUARE, size)).aspect == pytest.approx(2)


def test_a_packed_file_prints(tmp_path):
    packed = gzip.compress(svg(SQUARE).encode(), mtime=0)
    for name in ("a.svg", "a.svgz"):
        assert shown(load(tmp_path, name, packed)).getpixel((99, 99)) == TEAL


def test_a_file_that_names_its_own_entities_prints(tmp_path):
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.org/a.dtd" [<!ENTITY ns "u">]>'
    )
    inside = f'<g xmlns:i="&ns;" i:knockout="Off">{SQUARE}</g>'
    assert load(tmp_path, "a.svg", svg(inside, before=doctype)).is_vector


def refused(folder, content):
    with pytest.raises(InvalidDataError) as caught:
        load(folder, "a.svg", content)
    return str(caught.value.problems[0])


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<path d="M4 4L20 20" stroke-width="NaN"/>', 'line 1 of it has stroke-width="NaN", which'),
        ('<g transform="scale(nan)"><path d="M4 4L20 20"/></g>', 'has transform="scale(nan)"'),
        ('<path style="stroke-width:inf" d="M4 4"/>', 'has stroke-width="inf", which is no number'),
        ('<image href="/etc/a.png" width="9" height="9"/>', "<image> of another file (/etc/a.png)"),
        ('<image href="file:///etc/a.png"/>', "<image> of another file (file:///etc/a.png)"),
        ('<filter id="f"><feImage href="a.png"/></filter>', "<feImage> of another file"),
        ('<rect fill="url(a.svg#b)"/>', "<rect> with fill of another file (a.svg#b)"),
        ('<rect style="mask:url(\'http://x.org/a\')"/>', "with style of another file (http://x.org"),
        ('<rect fill="bogus"/>', "it has the colour 'bogus', which cardgen does not know"),
        ('<rect style="stroke:oklch(.5 .1 9)"/>', "it has the colour 'oklch(.5 .1 9)', which"),
        ("<text>\u65e5</text>", "its text has '\u65e5', which Atkinson Hyperlegible lacks"),
        ("<foreignObject><p>a</p></foreignObject>", "it holds <foreignObject>"),
        ('<clipPath id="a"/><rect width="9" height="9" clip-path="url(#a)"/>', "it shows nothing"),
        ('<g fill="none"><rect width="9" height="9"/></g>', "it shows nothing"),
    ],
)  # fmt: skip
def test_what_cannot_print_right_is_refused_in_words(tmp_path, inside, said):
    assert said in refused(tmp_path, svg(inside))


def test_a_style_sheet_in_another_file_is_refused(tmp_path):
    sheet = '<?xml version="1.0"?><?xml-stylesheet href="a.css" type="text/css"?>'
    assert "it takes its looks from another file" in refused(tmp_path, svg(SQUARE, before=sheet))


def test_an_embedded_picture_prints_and_one_of_another_kind_is_refused(tmp_path):
    out = BytesIO()
    Image.new("RGB", (2, 2), "teal").save(out, "PNG")
    dot = base64.b64encode(out.getvalue()).decode()
    image = '<image width="90" height="90" href="data:image/{};base64,{}"/>'
    assert not load(tmp_path, "a.svg", svg(image.format("png", dot))).is_vector
    assert "a picture of another kind" in refused(tmp_path, svg(image.format("svg+xml", dot)))


def test_a_file_of_few_lines_that_draws_millions_of_shapes_is_refused(tmp_path):
    uses = ["".join(f'<use href="#g{n - 1}"/>' for _ in range(10)) for n in range(1, 9)]
    grown = "".join(f'<g id="g{n}">{inside}</g>' for n, inside in enumerate(uses, 1))
    inside = f'<defs><rect id="g0" width="9" height="9"/>{grown}</defs><use href="#g8"/>'
    assert "it draws more than 100,000 shapes" in refused(tmp_path, svg(inside))


def test_vectors_that_show_something_else_are_not_printed(tmp_path, monkeypatch):
    wrong = Vectors(("0 0 0 rg", "n 0 0 m 9 0 l 9 9 l h", "f"), 75, 75)
    monkeypatch.setattr(drawings, "vectors", lambda _: wrong)
    artwork = load(tmp_path, "a.svg", svg(SQUARE.replace("10", "11")))
    assert not artwork.is_vector
    assert shown(artwork).getpixel((99, 99)) == TEAL


def test_text_prints_in_our_typeface_and_another_that_it_names_is_told_of(tmp_path):
    text = '<text x="5" y="60" font-size="40" font-family="{}">Hello</text>'
    plain = load(tmp_path, "a.svg", svg(text.format("Atkinson Hyperlegible")))
    other = load(tmp_path, "b.svg", svg(text.format("Arial, sans-serif")))
    assert plain.notes == ()
    assert [note.message for note in other.notes] == [
        "its text prints in Atkinson Hyperlegible, not in Arial"
    ]
    assert shown(plain).tobytes() == shown(other).tobytes()
    assert min(shown(plain).getextrema()[0]) == 0


def test_what_is_transparent_stays_so(tmp_path):
    artwork = load(tmp_path, "a.svg", svg(f'<g opacity=".5">{SQUARE}</g>'))
    pixels = artwork.content.pixels(100)
    assert pixels.getpixel((2, 2))[3] == 0
    assert pixels.getpixel((50, 50))[3] == pytest.approx(128, abs=1)
    assert isinstance(pixels, Image.Image)
