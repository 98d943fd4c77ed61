"""Pictures: whole and bare, or a problem at the line that names them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cardgen.errors import InvalidDataError
from cardgen.files import read_library
from cardgen.library.data import find_theme
from cardgen.library.pictures import MAX_BYTES, MAX_PIXELS, load_pictures
from cardgen.model.origin import Origin
from cardgen.paths import built_in

THEME = find_theme("colour", "plain", read_library(built_in()))
ORIGIN = Origin("stretches/calf.yaml", 27, 9, "illustrations[1].file")
SHAPE = '<path d="M10 10 L30 40"/>'
GPS, ORIENTATION, MODEL, RESOLUTION_UNIT = 0x8825, 0x0112, 0x0110, 0x0128


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
        (svg(size='width="nan" height="60"'), "it has no size"),
        (svg(size='width="inf" height="60"'), "it has no size"),
        (svg(size='width="wide" height="60"'), "it is not SVG that can be drawn"),
        (svg(""), "it shows nothing"),
        ("<html/>", "it has no size"),
        (svg('<image href="https://x.org/a.png"/>'), "it holds <image>"),
        (svg('<g><text x="5">Ann</text></g>'), "it holds <text>"),
        (svg('<script>alert("1")</script>'), "it holds <script>"),
        (svg("<style>@import url(https://x.org/a.css);</style>"), "it holds <style>"),
        (svg('<use href="https://x.org/a.svg#b"/>'), "it holds <use>"),
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
    assert "SECRET" not in str(vars(load(path).content))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.png", b"hello", "it is neither PNG nor JPEG"),
        ("a.png", b"", "it is neither PNG nor JPEG"),
        ("a.png", image("PNG")[:200], "image file is truncated"),
        ("a.png", image("PNG")[:-2000], "image file is truncated"),
        ("a.jpg", image("JPEG")[: len(image("JPEG")) // 2], "image file is truncated"),
        ("a.jpg", image("JPEG")[:20], "it is neither PNG nor JPEG"),
        ("a.jpg", image("GIF"), "it is neither PNG nor JPEG"),
        ("a.jpg", svg().encode(), "it is neither PNG nor JPEG"),
        ("a.png", b"\0" * (MAX_BYTES + 1), "it is larger than 20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else len(value),
)
def test_a_raster_picture_that_is_broken_is_refused(project, name, content, said):
    assert refused(project.write(f"images/{name}", content)).startswith(said)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(project):
    content = BytesIO()
    Image.new("1", (20000, 20000)).save(content, "PNG")
    assert len(content.getvalue()) < 100_000
    assert "exceeds limit" in refused(project.write("images/a.png", content.getvalue()))


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


@pytest.mark.parametrize("size", [(300, 100), (100, 300), (2, 1), (2400, 800)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_raster_picture_keeps_its_aspect(project, kind, size):
    artwork = load(project.write(f"images/a.{kind.lower()}", image(kind, size)))
    assert artwork.aspect == pytest.approx(size[0] / size[1], rel=2e-3)
    assert artwork.content.size <= (MAX_PIXELS, MAX_PIXELS)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
def test_every_kind_of_pixels_becomes_plain_colour(project, mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    artwork = load(project.write(f"images/a.{kind.lower()}", image(kind, mode=mode)))
    assert artwork.content.mode == "RGB"


def test_a_picture_of_16_bits_a_pixel_is_refused_since_it_would_print_white(project):
    with pytest.raises(InvalidDataError, match="it has 16 bits a pixel; save it with 8"):
        load(project.write("images/a.png", image("PNG", mode="I;16")))


def test_what_is_transparent_becomes_white(project):
    content = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(content, "PNG")
    artwork = load(project.write("images/a.png", content.getvalue()))
    assert artwork.content.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_camera_data_are_gone_and_the_picture_stands_upright(project, kind):
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # to be turned by a quarter
    exif[MODEL] = "SecretCam 3000"
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 31.0, 12.0)})
    upright = Image.new("RGB", (60, 20), "white")
    upright.paste("black", (0, 0, 20, 20))
    path = project.folder / f"a.{kind.lower()}"
    upright.save(path, kind, exif=exif, comment=b"SECRET", dpi=(72, 72))
    assert b"SecretCam" in path.read_bytes()

    artwork = load(path)
    assert artwork.content.size == (20, 60)
    assert artwork.aspect == pytest.approx(20 / 60)
    assert max(artwork.content.getpixel((10, 10))) < 30
    assert min(artwork.content.getpixel((10, 50))) > 225
    assert not artwork.content.getexif()
    assert not artwork.content.info


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
        assert load(path).content.size == (20, 60)
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
