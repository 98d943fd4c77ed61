"""Pictures of one's own in the tones of a theme, as they come out of a printer."""

from io import BytesIO

import pypdfium2
import pytest
from definitions import write_routine, write_source, write_stretch
from PIL import Image, ImageChops, ImageStat
from printout import picture
from pypdfium2 import raw

STRIPES = ("#ff0000", "#00ff00", "#0000ff", "#b4643c", "#28a0d2")
GREYS = (76, 150, 29, 119, 130)
"""How light the stripes are: 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601-7, 2.5.1), rounded."""
BLACK = (True, False, True, True, False)
"""Whether each is nearer to black than to white."""
WIDE, HIGH = 100, 50
CAUTION = [{"who": "Sore heel", "advice": "Stop."}]


def drawing():
    """Return the stripes side by side as an SVG."""
    step = WIDE // len(STRIPES)
    stripes = (
        f'<rect x="{i * step}" y="0" width="{step}" height="{HIGH}" fill="{colour}"/>'
        for i, colour in enumerate(STRIPES)
    )
    size = f'width="{WIDE}" height="{HIGH}" viewBox="0 0 {WIDE} {HIGH}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(stripes)}</svg>'.encode()


def photograph():
    """Return the stripes side by side as a PNG, fine enough to print."""
    image, step = Image.new("RGB", (10 * WIDE, 10 * HIGH)), 10 * WIDE // len(STRIPES)
    for i, colour in enumerate(STRIPES):
        image.paste(colour, (i * step, 0, (i + 1) * step, image.height))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


FILES = {"svg": drawing, "png": photograph}
every_kind = pytest.mark.parametrize("kind", FILES)


@pytest.fixture
def striped(project):
    """Return what makes a routine whose one move shows the stripes."""

    def make(kind):
        write_source(project, "ng2021", author="Ng", DOI="10.1234/ng.2021")
        shown = {"file": f"stripes.{kind}", "caption": "End", "alt": "Stripes.", "credit": "Us"}
        write_stretch(
            project,
            "lean",
            name="Wall Lean",
            cautions=CAUTION,
            sources=["ng2021"],
            illustrations=[shown],
        )
        project.write(f"images/stripes.{kind}", FILES[kind]())
        write_routine(project, "own", ["lean"], [("It helps.", ["ng2021"])])
        return project.folder / "made.pdf"

    return make


def stripes_on(path):
    """Return where each stripe is on a page in its own colours, less a little at its edges."""
    page = picture(path)
    return [_shrunk(_where(page, colour)) for colour in STRIPES]


def _where(page, colour):
    plain = Image.new("RGB", page.size, colour)
    far = ImageChops.difference(page, plain).convert("L").point(lambda level: 255 * (level < 2))
    box = far.getbbox()
    assert box, f"{colour} is nowhere"
    return box


def _shrunk(box):
    left, top, right, low = box
    assert min(right - left, low - top) > 20
    return left + 4, top + 4, right - 4, low - 4


def printed(run, path, theme):
    """Return a page of stripes in a theme as pictures of each, and its stripes' places."""
    assert run("handout", "own", "--theme", theme, "-o", path).exit_code == 0
    page = picture(path)
    return [page.crop(box) for box in stripes_on(path.with_name("colours.pdf"))]


@pytest.fixture
def colours(run, striped):
    """Return what makes the page of the stripes in their own colours, and names another file."""

    def make(kind):
        path = striped(kind)
        assert run("handout", "own", "-o", path.with_name("colours.pdf")).exit_code == 0
        return path

    return make


@every_kind
def test_greys_are_as_light_as_their_colours(colours, run, kind):
    stripes = printed(run, colours(kind), "grey")
    found = [stripe.getextrema() for stripe in stripes]
    for stripe, grey in zip(found, GREYS, strict=True):
        assert {level for extremes in stripe for level in extremes} <= {grey - 1, grey, grey + 1}


def test_a_drawing_in_ink_is_the_nearer_of_black_and_white(colours, run):
    stripes = printed(run, colours("svg"), "ink")
    found = [
        {level for extremes in stripe.getextrema() for level in extremes} for stripe in stripes
    ]
    assert found == [{0} if black else {255} for black in BLACK]


def test_a_photograph_in_ink_is_dots_as_dense_as_it_is_dark(colours, run):
    path = colours("png")
    for stripe, grey in zip(printed(run, path, "ink"), GREYS, strict=True):
        assert ImageStat.Stat(stripe.convert("L")).mean[0] == pytest.approx(grey, abs=8)
    dots = [level for image in pictures_in(path) for _, level in image.getcolors()]
    assert len(dots) == 2
    assert {value for dot in dots for value in (dot if isinstance(dot, tuple) else (dot,))} == {
        0,
        255,
    }


def pictures_in(path):
    """Return every picture made of dots on the first page of a file."""
    with pypdfium2.PdfDocument(path) as document:
        found = document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=5)
        return [image.get_bitmap().to_pil() for image in found]


@pytest.mark.parametrize("theme", ["grey", "ink"])
@pytest.mark.parametrize("command", [("handout", "post-run"), ("cards", "core-1"), ("booklet",)])
def test_nothing_on_a_page_in_greys_has_a_hue(project, run, theme, command):
    assert run(*command, "--theme", theme, "-o", "made.pdf").exit_code == 0
    red, green, blue = picture(project.folder / "made.pdf", 0, 4).split()
    for other in (green, blue):
        assert ImageChops.difference(red, other).getbbox() is None


def test_the_logo_of_a_clinic_takes_the_tones_too(colours, run, project):
    path = colours("svg")
    project.write("logo.svg", drawing())
    project.write("clinic.yaml", "name: Harbour Physio\nlogo: logo.svg\n")
    write_routine(project, "own", ["cat-cow"], [("It helps.", ["ng2021"])])
    clinic = ("--clinic", "clinic.yaml")
    assert run("handout", "own", *clinic, "-o", path.with_name("colours.pdf")).exit_code == 0
    assert run("handout", "own", *clinic, "--theme", "grey", "-o", path).exit_code == 0
    page = picture(path).convert("L")
    found = [page.crop(box).getextrema() for box in stripes_on(path.with_name("colours.pdf"))]
    assert found == [pytest.approx((grey, grey), abs=1) for grey in GREYS]
