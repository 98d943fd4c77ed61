"""Draw the README's pictures from what `make demo` has made. Run it with `make pictures`."""

from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

HERE = Path(__file__).parent
OUT = HERE.parent / "out"
WIDTH = 850
RULE = "#84949a"
SHOWN = {"post-run-handout": "handout", "gym-bag-cards": "cards"}


def draw(pdf: Path, png: Path) -> None:
    """Write the first page of `pdf` as a picture `WIDTH` pixels wide, with a thin frame."""
    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=2 * WIDTH / page.get_width()).to_pil()
    height = round(WIDTH * picture.height / picture.width)
    small = picture.resize((WIDTH, height), Image.Resampling.LANCZOS)
    framed = ImageOps.expand(small, border=2, fill=RULE)
    framed.quantize(256, Image.Quantize.FASTOCTREE).save(png, optimize=True)


if __name__ == "__main__":
    (HERE / "images").mkdir(exist_ok=True)
    for name, shown in SHOWN.items():
        draw(OUT / f"{name}.pdf", HERE / "images" / f"{shown}.png")
