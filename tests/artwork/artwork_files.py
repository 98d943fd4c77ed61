"""Files of pictures for tests: drawings, and the same photograph in many kinds."""

from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

from cardgen.library.data import load_theme
from cardgen.library.pictures import load_pictures
from cardgen.model.origin import Origin

SECRET = b"SECRETCAM"
ORIGIN = Origin("stretches/calf.yaml", 27, 9, "illustrations[1].file")
COLOURS = ((200, 30, 40), (30, 160, 60), (40, 70, 190), (230, 200, 60), (120, 120, 120))


def svg(inside, size='viewBox="0 0 100 100"', before=""):
    """Return an SVG with these elements."""
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'


def load(folder, name, content, theme="colour"):
    """Write a file, and return it as it is read in a theme."""
    path = Path(folder, name)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_pictures({path: ORIGIN}, load_theme(theme))[path]


def patches(width=400, height=200):
    """Return a picture of stripes of COLOURS."""
    image, step = Image.new("RGB", (width, height)), width // len(COLOURS)
    for i, colour in enumerate(COLOURS):
        image.paste(colour, (i * step, 0, width, height))
    return image


def noise(width=400, height=300):
    """Return a picture that no way of packing makes small."""
    bands = [Image.effect_noise((width, height), spread) for spread in (40, 60, 80)]
    return Image.merge("RGB", bands)


def camera_data():
    """Return camera data with a name, a place and a thumbnail's worth of it."""
    exif = Image.Exif()
    exif[0x0110] = SECRET.decode()
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0)})
    return exif


def profile():
    """Return a profile of sRGB whose description is secret."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = made.find("sRGB".encode("utf-16-be"))
    name = SECRET.decode()[:4].encode("utf-16-be")
    made[at : at + len(name)] = name
    return bytes(made)


def with_secrets(kind):
    """Return a picture of one kind with all the metadata that the kind can hold."""
    image, out = patches(), BytesIO()
    exif, xmp = camera_data().tobytes(), b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    if kind == "HEIF":
        pillow_heif.from_pillow(image).save(out, quality=90, exif=exif, xmp=xmp)
        return out.getvalue()
    how = {"exif": exif, "icc_profile": profile(), "xmp": xmp, "comment": SECRET}
    if kind == "PNG":
        how["pnginfo"] = PngImagePlugin.PngInfo()
        how["pnginfo"].add_text("Author", SECRET.decode())
    if kind == "TIFF":
        how = {"tiffinfo": {270: SECRET.decode(), 315: SECRET.decode()}, "icc_profile": profile()}
    if kind == "MPO":
        how |= {"save_all": True, "append_images": [image.rotate(180)]}
    image.save(out, kind, **how)
    return out.getvalue()
