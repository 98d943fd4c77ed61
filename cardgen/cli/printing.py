"""--print: hands a document to CUPS' `lp`, at its own size."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardgen.cli.keeping import open_library
from cardgen.errors import CannotWriteError, Problem

if TYPE_CHECKING:
    from cardgen.model.library import Library

PRINT = "--print"
_LP = "lp"
_SIDES = {
    "/DuplexFlipLongEdge": "two-sided-long-edge",
    "/DuplexFlipShortEdge": "two-sided-short-edge",
    "/Simplex": "one-sided",
}
"""The names of CUPS for how a document says that it wants to be printed (RFC 8011, 5.2.8)."""
_NEAR = 2
"""In points: so much may a page differ from the paper that it is for."""
_MM = 72 / 25.4


def print_option() -> click.Option:
    """Return the option --print, whose value is the name of a printer, or "" for the usual one."""
    return click.Option(
        [PRINT, "queue"],
        is_flag=False,
        flag_value="",
        metavar="[PRINTER]",
        help="Print it at full size, on a printer of your computer (needs `lp`). Write it last.",
    )


def check_printing(output: Path | None, *, watch: bool) -> None:
    """Refuse to print where that cannot be done, in click's usage error."""
    import shutil

    if watch:
        raise click.UsageError(f"{PRINT} and --watch do not go together: leave out one.")
    if output == Path("-"):
        raise click.UsageError(f"{PRINT} needs a file: leave out -o -, or pipe it to lp yourself.")
    if shutil.which(_LP) is None:
        raise click.UsageError(
            f"{PRINT} needs `lp`, which comes with CUPS and is not on this machine. "
            "Open the file and print it at 100 %."
        )


def print_files(paths: Sequence[Path], contents: Sequence[bytes], queue: str) -> None:
    """Print files with these contents on a printer. Raises CannotWriteError where lp refuses."""
    import subprocess

    library = open_library()
    for path, content in zip(paths, contents, strict=True):
        words = [_LP, *(["-d", queue] if queue else []), *_options(content, library)]
        # Its name may be a person's, and stands in the list of jobs for all to see.
        done = subprocess.run(  # noqa: S603 - no shell, and a path behind --
            [*words, "-t", "cardgen", "--", str(path)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            said = " ".join(done.stderr.split()) or f"lp ended with {done.returncode}"
            remedy = f"The file is there. `lpstat -e` names the printers: {PRINT}=NAME"
            raise CannotWriteError([Problem(str(path), 0, 0, PRINT, said, remedy)])
        click.echo(f"{path}  {' '.join(done.stdout.split()) or 'printing'}")


def _options(content: bytes, library: "Library") -> Iterator[str]:
    """Yield the options of lp for a document, by what it says of itself."""
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        wanted = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/Duplex")
        left, bottom, right, top = map(float, pdf.pages[0].mediabox)
    yield from ("-o", "print-scaling=none")
    if wanted is not None:
        yield from ("-o", f"sides={_SIDES[str(wanted)]}")
    yield from ("-o", f"media={_media(right - left, top - bottom, library)}")


def _media(width: float, height: float, library: "Library") -> str:
    """Return what printers call a paper of this size, in points."""
    shorter, longer = sorted((width, height))
    for record in library.papers.values():
        paper = record.value
        sides = sorted((paper.width, paper.height))
        if paper.media and abs(sides[0] - shorter) < _NEAR and abs(sides[1] - longer) < _NEAR:
            return paper.media
    return f"Custom.{shorter / _MM:.1f}x{longer / _MM:.1f}mm"
