"""Pixels of every kind: their colours, which way up, how much of them is kept, and nothing else."""

import datetime
import re
import zlib
from io import BytesIO

import pypdfium2
import pytest
from artwork_files import COLOURS, SECRET, camera_data, load, noise, patches, svg, with_secrets
from PIL import Image, ImageCms

from cardgen.artwork.jpeg import bare_jpeg
from cardgen.artwork.raster import LARGEST
from cardgen.model.document import About, Document
from cardgen.model.page import Block, Page, Picture, Placed
from cardgen.pdf.document import prepared

KINDS = ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP", "AVIF", "JPEG2000", "MPO", "HEIF")
ENDINGS = {"JPEG": "jfif", "TIFF": "tif", "JPEG2000": "jp2", "HEIF": "heic"}
SRGB = ImageCms.createProfile("sRGB")


def ending(kind):
    return ENDINGS.get(kind, kind.lower())


def saved(image, kind, **how):
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def matrix_profile(swap):
    """Return a profile whose primaries are those of sRGB in another order."""
    content = bytearray(ImageCms.ImageCmsProfile(SRGB).tobytes())
    at = {name: content.find(name) for name in (b"rXYZ", b"gXYZ", b"bXYZ")}
    entries = {name: bytes(content[place + 4 : place + 12]) for name, place in at.items()}
    for name, other in zip(at, swap, strict=True):
        content[at[name] + 4 : at[name] + 12] = entries[other]
    return bytes(content)


def printed_document(artwork, width=200):
    """Return a page with a picture on it, so many points wide."""
    picture = Picture(0, 0, width, width / artwork.aspect, artwork)
    block = Block(width, picture.height, (picture,), "Figure", "A picture.")
    page = Page(block.width, block.height, (("", Placed(0, 0, block)),))
    about = About("Picture", "One picture", "en", datetime.date(2026, 1, 1))
    return Document((page,), about)


def printed(artwork, width=200):
    """Return the bytes of that."""
    document = printed_document(artwork, width)
    return prepared(document).stamped({}, document.about.date)


def stripes(artwork):
    """Return the colour in the middle of each stripe of a print."""
    with pypdfium2.PdfDocument(printed(artwork)) as document:
        page = document[0].render(scale=2).to_pil().convert("RGB")
    step = page.width / len(COLOURS)
    return [page.getpixel((int((i + 0.5) * step), page.height // 2)) for i in range(len(COLOURS))]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_prints_in_its_colours_and_without_its_secrets(tmp_path, kind):
    content = with_secrets(kind)
    if kind not in ("GIF", "BMP", "JPEG2000", "AVIF"):
        assert SECRET in content or SECRET.decode()[:4].encode("utf-16-be") in content
    artwork = load(tmp_path, f"a.{ending(kind)}", content)
    for found, wanted in zip(stripes(artwork), COLOURS, strict=True):
        assert found == pytest.approx(wanted, abs=9 if kind in ("AVIF", "HEIF", "WEBP") else 3)
    file = printed(artwork)
    streams = [file, *(_unpacked(part) for part in file.split(b"stream\n")[1:])]
    for secret in (SECRET, SECRET.decode()[:4].encode("utf-16-be"), b"Exif"):
        assert not any(secret in part for part in streams), secret


def _unpacked(part):
    try:
        return zlib.decompressobj().decompress(part)
    except zlib.error:
        return part


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_colours_are_those_that_the_profile_says(tmp_path, kind):
    profile = matrix_profile((b"gXYZ", b"bXYZ", b"rXYZ"))
    image = patches()
    how = {"quality": 98, "subsampling": 0} if kind == "JPEG" else {"lossless": True}
    content = saved(image, kind, icc_profile=profile, **(how if kind in ("JPEG", "WEBP") else {}))
    source = Image.open(BytesIO(content)).convert("RGB")
    way = ImageCms.buildTransform(BytesIO(profile), SRGB, "RGB", "RGB")
    wanted = ImageCms.applyTransform(source, way)
    step = wanted.width // len(COLOURS)
    for i, found in enumerate(stripes(load(tmp_path, f"a.{ending(kind)}", content))):
        expected = wanted.getpixel((i * step + step // 2, 50))
        assert found == pytest.approx(expected, abs=3)
        assert max(abs(a - b) for a, b in zip(found, COLOURS[i], strict=True)) > 20 or i == 4


def test_greys_with_a_profile_stay_one_channel(tmp_path):
    content = saved(patches().convert("L"), "JPEG", quality=95)
    assert load(tmp_path, "a.jpg", content).content.pixels(100).mode == "L"
    plain = load(tmp_path, "b.png", saved(patches().convert("L").convert("RGB"), "PNG"))
    assert b"/DeviceGray" in printed(plain)
    assert b"/DeviceRGB" not in printed(plain)


def test_cmyk_of_a_press_is_no_negative(tmp_path):
    content = saved(patches().convert("CMYK"), "JPEG", quality=95)
    found = stripes(load(tmp_path, "a.jpg", content))
    wanted = Image.open(BytesIO(content)).convert("RGB")
    step = wanted.width // len(COLOURS)
    for i, colour in enumerate(found):
        assert colour == pytest.approx(wanted.getpixel((i * step + step // 2, 50)), abs=3)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_greys_of_sixteen_bits_print_as_light_as_they_are(tmp_path, kind):
    row = 30 * (40000).to_bytes(2, "little") + 30 * bytes(2)
    deep = Image.frombytes("I;16", (60, 20), 20 * row)
    found = load(tmp_path, f"a.{ending(kind)}", saved(deep, kind)).content.pixels(60)
    assert (found.mode, found.getpixel((5, 5)), found.getpixel((50, 5))) == ("L", 156, 0)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "LAB", "YCbCr"])
def test_every_kind_of_pixels_prints(tmp_path, mode):
    kind = {"PA": "PNG", "CMYK": "TIFF", "LAB": "TIFF", "YCbCr": "TIFF"}.get(mode, "PNG")
    image = patches().convert("P") if mode == "PA" else patches().convert(mode)
    artwork = load(tmp_path, f"a.{ending(kind)}", saved(image, kind))
    assert artwork.content.pixels(60).mode in ("L", "LA", "RGB", "RGBA")
    assert printed(artwork)


def test_what_is_transparent_has_a_soft_mask(tmp_path):
    image = Image.new("RGBA", (40, 20), (200, 0, 0, 0))
    image.paste((200, 0, 0, 128), (20, 0, 40, 20))
    content = printed(load(tmp_path, "a.png", saved(image, "PNG")))
    assert content.count(b"/SMask") == 1
    assert content.count(b"/Subtype/Image") == 2
    opaque = printed(load(tmp_path, "b.png", saved(image.convert("RGB").convert("RGBA"), "PNG")))
    assert b"/SMask" not in opaque


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_stands_upright(tmp_path, kind, turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    upright = Image.new("RGB", (90, 60), "white")
    upright.paste("black", (0, 0, 30, 20))
    stored = upright.transpose(Image.Transpose(back[turn])) if turn > 1 else upright
    artwork = load(tmp_path, f"a.{ending(kind)}", saved(stored, kind, exif=exif))
    found = artwork.content.pixels(90).convert("L")
    assert found.size == (90, 60)
    assert (found.getpixel((8, 8)) < 60, found.getpixel((80, 50)) > 200) == (True, True)


def test_a_jpeg_that_needs_no_change_keeps_its_own_bytes(tmp_path):
    content = saved(noise(), "JPEG", quality=80, exif=camera_data(), comment=SECRET)
    bare = bare_jpeg(content)
    file = printed(load(tmp_path, "a.jpg", content))
    assert bare.data in file
    assert SECRET not in bare.data
    assert Image.open(BytesIO(bare.data)).tobytes() == Image.open(BytesIO(content)).tobytes()


@pytest.mark.parametrize(
    "how", [{"progressive": True}, {"restart_marker_blocks": 4}, {"optimize": True}]
)
def test_a_bare_jpeg_shows_the_same_and_ends_where_the_picture_does(how):
    content = saved(noise(90, 60), "JPEG", exif=camera_data(), **how)
    bare = bare_jpeg(content + b"\xff\xd8" + SECRET)
    assert bare.data.endswith(b"\xff\xd9")
    assert SECRET not in bare.data
    assert Image.open(BytesIO(bare.data)).tobytes() == Image.open(BytesIO(content)).tobytes()


@pytest.mark.parametrize("content", [b"\xff\xd8", b"\xff\xd8\xff\xd9", b"\xff\xd8\xff\xe0\xff"])
def test_a_jpeg_that_is_cut_short_is_not_bare(content):
    assert bare_jpeg(content) is None


def test_a_large_photograph_has_no_more_dots_than_its_print_needs(tmp_path):
    artwork = load(tmp_path, "a.jpg", saved(noise(3600, 2700), "JPEG", quality=85))
    assert max(artwork.width, artwork.height) <= LARGEST
    small, large = printed(artwork, 72), printed(artwork, 216)
    widths = [int(re.search(rb"/Width (\d+)", file)[1]) for file in (small, large)]
    assert widths == [pytest.approx(350, abs=32), pytest.approx(1050, abs=32)]
    assert len(small) < len(large)


def test_a_drawing_of_pixels_is_packed_without_loss(tmp_path):
    content = printed(load(tmp_path, "a.png", saved(patches(900, 450), "PNG")))
    assert b"/Predictor 15" in content
    assert b"/DCTDecode" not in content


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("a.png", "JPEG", "it is a JPEG file, and its name ends in '.png'"),
        ("a.jpg", "WEBP", "it is a WEBP file, and its name ends in '.jpg'"),
        ("a.svg", "PNG", "it is a PNG file, and its name ends in '.svg'"),
    ],
)
def test_a_file_with_a_wrong_ending_is_read_and_told_of(tmp_path, name, kind, said):
    artwork = load(tmp_path, name, saved(patches(), kind))
    assert [note.message for note in artwork.notes] == [said]
    assert not load(tmp_path, f"b.{kind.lower()}", saved(patches(), kind)).notes


def test_a_drawing_with_a_wrong_ending_is_read_and_told_of(tmp_path):
    artwork = load(tmp_path, "a.jpg", svg('<rect width="9" height="9"/>', 'viewBox="0 0 9 9"'))
    assert artwork.is_vector
    assert artwork.notes[0].message == "it is an SVG file, and its name ends in '.jpg'"


def test_of_several_pictures_the_first_prints_and_that_is_told(tmp_path):
    second = Image.new("RGB", (400, 200), "black")
    content = saved(patches(), "GIF", save_all=True, append_images=[second])
    artwork = load(tmp_path, "a.gif", content)
    assert artwork.notes[0].message == "it holds 2 pictures, of which the first prints"
    assert stripes(artwork)[0] == pytest.approx(COLOURS[0], abs=3)


def test_a_profile_that_is_broken_is_told_of(tmp_path):
    artwork = load(tmp_path, "a.png", saved(patches(), "PNG", icc_profile=b"broken" * 40))
    assert artwork.notes[0].message.startswith("its colour profile cannot be read")
    assert stripes(artwork)[0] == pytest.approx(COLOURS[0], abs=3)
