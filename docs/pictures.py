"""Draw the pictures of the README and of the tutorial: `make pictures`, after `make demo`."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageOps

HERE = Path(__file__).parent
IMAGES = HERE / "images"
WIDTH = 850
RULE = "#84949a"
SHOWN = {"post-run-handout": "handout", "gym-bag-cards": "cards"}


def draw(pdf: Path, png: Path) -> None:
    """Write the first page of `pdf` as a picture `WIDTH` pixels wide, with a thin frame."""
    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=2 * WIDTH / page.get_width()).to_pil()
    height = round(WIDTH * picture.height / picture.width)
    small = picture.resize((WIDTH, height), Image.Resampling.LANCZOS)
    save(ImageOps.expand(small, border=2, fill=RULE), png)


def save(picture: Image.Image, png: Path) -> None:
    """Write a picture with few colours, which keeps the repository small."""
    picture.quantize(256, Image.Quantize.FASTOCTREE).save(png, optimize=True)


def tutorial() -> None:
    """Follow the tutorial as its test does, and keep what it makes."""
    sys.path.append(str(HERE.parent / "tests" / "docs"))
    from pages import follow  # noqa: PLC0415 - from the tests' folder, which is no package

    with TemporaryDirectory() as folder:
        os.chdir(folder)
        follow(HERE / "tutorial.md", _run)
        made = Path.cwd() / "out"
        draw(made / "my-routine-handout.pdf", IMAGES / "tutorial-handout.png")
        card = Image.open(made / "standing-hip-flexor-preview.png").convert("RGB")
        save(card, IMAGES / "tutorial-card.png")
        os.chdir(HERE)


class _Result:
    """What `follow` looks at."""

    def __init__(self, done: "subprocess.CompletedProcess[str]") -> None:
        self.exit_code, self.stdout = done.returncode, done.stdout
        self.output = done.stdout + done.stderr


def _run(*words: str) -> _Result:
    command = [sys.executable, "-m", "cardgen", *words]
    return _Result(subprocess.run(command, capture_output=True, text=True, check=False))  # noqa: S603


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    for name, shown in SHOWN.items():
        draw(HERE.parent / "out" / f"{name}.pdf", IMAGES / f"{shown}.png")
    tutorial()
