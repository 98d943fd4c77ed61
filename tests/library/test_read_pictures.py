"""Pictures: whole and bare, or a problem at the line that names them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cardgen.errors import InvalidDataError
from cardgen.files import read_library
from cardgen.library.data import find_theme
from cardgen.library.files import MOST_BYTES
from cardgen.library.pictures import load_pictures
from cardgen.model.origin import Origin
from cardgen.paths import built_in

THEME = find_theme("colour", "plain", read_library(built_in()))
ORIGIN = Origin("stretches/calf.yaml", 27, 9, "illustrations[1].file")
SHAPE = '<path d="M2 2 L30 9 L5 9z"/>'
ORIENTATION, RESOLUTION_UNIT = 0x0112, 0x0128


def svg(inside=SHAPE, size='width="80" height="60"', before=""):
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'


def image(kind, size=(200, 100), mode="RGB"):
    content = BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(content, kind)
    return content.getvalue()


def load(path):
    return load_pictures({path: ORIGIN}, THEME)[path]


def refused(path):
    """Return what is said about a picture that cannot be printed."""
    with pytest.raises(InvalidDataError) as caught:
        load(path)
    (problem,) = map(str, caught.value.problems)
    assert problem.startswith(
        f"stretches/calf.yaml:27:9: illustrations[1].file: cannot print {path.name}: "
    )
    return problem.split(f"{path.name}: ")[1]


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{ENTITIES}]>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "it is not SVG (Document is empty"),
        ("hello", "it is not SVG (Start tag expected"),
        (svg()[:-6], "it is not SVG ("),
        (svg(size='width="0" height="60"'), "it has no size"),
        (svg(size='width="80"'), "it has no size"),
        (svg(size='width="nan" height="60"'), 'line 1 of it has width="nan", which is no number'),
        (svg(size='width="wide" height="60"'), "it has no size"),
        (svg(""), "it shows nothing"),
        ("<html/>", "it is not SVG (it holds <html>)"),
        (svg('<image href="https://x.org/a.png"/>'), "it holds <image> of another file"),
        (svg('<script>alert("1")</script>'), "it holds <script>"),
        (svg("<style>@import url(https://x.org/a.css);</style>"), "it holds <style> that"),
        (svg('<use href="https://x.org/a.svg#b"/>'), "it holds <use> of another file"),
        (svg("<foreignObject/>"), "it holds <foreignObject>"),
        (svg("<desc>&a9;</desc>", before=BOMB), "it is not SVG (Maximum entity amplification"),
        (svg("<g>" * 3000 + "</g>" * 3000), "it is not SVG (Excessive depth"),
    ],
)  # fmt: skip
def test_an_svg_that_cannot_be_printed_is_refused(project, content, said):
    assert refused(project.write("images/a.svg", content)).startswith(said)


def test_an_svg_never_reads_another_file(project):
    project.write("secret.txt", "SECRET")
    doctype = '<!DOCTYPE svg [<!ENTITY x SYSTEM "../secret.txt">]>'
    path = project.write("images/a.svg", svg(f"<desc>&x;</desc>{SHAPE}", before=doctype))
    assert "SECRET" not in str(load(path).content)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.png", b"hello", "it is no picture that cardgen reads"),
        ("a.png", b"", "it is no picture that cardgen reads"),
        ("a.png", image("PNG")[:200], "image file is truncated"),
        ("a.png", image("PNG")[:-2000], "image file is truncated"),
        ("a.jpg", image("JPEG")[: len(image("JPEG")) // 2], "image file is truncated"),
        ("a.jpg", image("JPEG")[:20], "it is no JPEG that can be read"),
        ("a.png", b"\0" * (MOST_BYTES + 1), "it is larger than 64 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else len(value),
)
def test_a_raster_picture_that_is_broken_is_refused(project, name, content, said):
    assert refused(project.write(f"images/{name}", content)).startswith(said)


@pytest.mark.parametrize(
    ("kind", "mode", "size", "said"),
    [
        ("PNG", "1", (20000, 20000), "it has 400 megapixels, and cardgen reads PNG files of up"),
        ("PNG", "RGB", (9000, 9000), "it has 81 megapixels, and cardgen reads PNG files of up"),
        ("WEBP", "RGB", (6000, 5000), "it has 30 megapixels, and cardgen reads WEBP files of up"),
    ],
)  # fmt: skip
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(
    project, kind, mode, size, said
):
    content = BytesIO()
    Image.new(mode, size).save(content, kind, compress_level=1, method=0, quality=1)
    path = project.write(f"images/a.{kind.lower()}", content.getvalue())
    assert refused(path).startswith(said)


def test_a_picture_that_is_not_there_is_told_apart_from_one_that_is_broken(project):
    said = refused(project.folder / "images" / "gone.png")
    assert said.startswith("No such file or directory")
    assert "Save it again" not in said


def test_all_broken_pictures_are_reported_at_once(project):
    named = {
        project.folder / name: Origin("a.yaml", line, 1, "file")
        for line, name in enumerate(("c.png", "a.png", "b.png"), 1)
    }
    with pytest.raises(InvalidDataError) as caught:
        load_pictures(named, THEME)
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3]


@pytest.mark.parametrize(
    ("content", "aspect"),
    [
        (svg(), 80 / 60),
        (svg(size='viewBox="0 0 30 10"'), 3),
        (svg(size='width="30mm" height="1cm"'), 3),
        (svg(size='width="30mm" height="1cm" viewBox="0 0 300 100"'), 3),
    ],
)
def test_an_svg_keeps_its_aspect(project, content, aspect):
    assert load(project.write("images/a.svg", content)).aspect == pytest.approx(aspect, rel=1e-3)


@pytest.mark.parametrize("size", [(300, 100), (100, 300), (2, 1), (6000, 2000)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_raster_picture_keeps_its_aspect(project, kind, size):
    content = BytesIO()
    Image.linear_gradient("L").resize(size).save(content, kind)
    artwork = load(project.write(f"images/a.{kind.lower()}", content.getvalue()))
    assert artwork.aspect == pytest.approx(size[0] / size[1], rel=2e-3)
    printed = artwork.content.pixels(400)
    assert printed.width == min(400, size[0])
    assert printed.width / printed.height == pytest.approx(size[0] / size[1], rel=1e-2)


def test_camera_data_that_are_broken_do_not_end_in_a_traceback(project):
    exif = Image.Exif()
    exif[ORIENTATION], exif[RESOLUTION_UNIT] = 6, 2
    path = project.folder / "a.jpg"
    Image.new("RGB", (60, 20)).save(path, exif=exif)
    # The unit of resolution is a whole number; here it says that it is text.
    unit = RESOLUTION_UNIT.to_bytes(2)
    broken = path.read_bytes().replace(unit + b"\x00\x03", unit + b"\x00\x02")
    assert broken != path.read_bytes()
    path.write_bytes(broken)
    try:
        assert (load(path).width, load(path).height) == (20, 60)
    except InvalidDataError as error:
        assert "cannot print a.jpg" in str(error)  # noqa: PT017 - either is fine


def test_every_built_in_picture_can_be_printed():
    files = sorted((built_in() / "images").glob("*.*"))
    assert len(files) >= 14
    artwork = load_pictures(dict.fromkeys(files, ORIGIN), THEME)
    assert list(artwork) == files
    assert len({picture.digest for picture in artwork.values()}) == len(files)


def test_no_built_in_picture_is_large():
    sizes = {path.name: path.stat().st_size for path in Path(built_in(), "images").glob("*.svg")}
    assert len(sizes) >= 14
    assert {name for name, size in sizes.items() if size > 12 * 1024} == set()
