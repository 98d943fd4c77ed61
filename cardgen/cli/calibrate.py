"""`cardgen calibrate`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from cardgen.cli import options, place
from cardgen.cli.derived import options_of
from cardgen.cli.document import DerivedCommand
from cardgen.cli.keeping import open_library
from cardgen.cli.report import report
from cardgen.cli.requests import naming_options, request_of
from cardgen.cli.target import Target
from cardgen.kinds import WORDS

F = TypeVar("F", bound=Callable[..., object])
_READINGS = ("x", "x_below", "y", "back_x", "back_x_below", "back_y", "scale", "margin")


def _reading(name: str, text: str) -> Callable[[F], F]:
    return click.option(f"--{name.replace('_', '-')}", name, metavar="READING", help=text)


def _paper() -> Iterator[click.Option]:
    return options_of("cardgen.documents.calibration:CalibrationRequest", ("paper", "language"))


@click.command(cls=DerivedCommand, derive=_paper)
@click.option("--printer", metavar="NAME", help="A name for your printer: office.")
@_reading("x", "Where the fold crosses the upper scale: 0.8mm.")
@_reading("x_below", "Where it crosses the lower one, if it differs.")
@_reading("y", "Where the other fold crosses the upright scale: -0.4mm.")
@_reading("back_x", "The same on the back, where it differs.")
@_reading("back_x_below", "The same on the back.")
@_reading("back_y", "The same on the back.")
@_reading("scale", "What the 150 mm line measures: 149.4mm; or a part: 99.6%.")
@_reading("margin", "How near the edges your printer reaches: 4mm.")
@options.output("The file to write.  [default: out/calibration.pdf]")
def calibrate(printer: str | None, output: Path | None, *, force: bool, **readings: Any) -> None:
    """Make a page that shows what your printer does, and save what you read on it.

    Print the page on both sides. It tells what to read. What you type is kept under a name,
    and undone when you print with that name. Without readings, the page comes as that
    printer needs it, so that you can see whether all is well.

    \b
    Examples:
      cardgen calibrate
      cardgen calibrate --printer office --x 0.8mm --y -0.4mm --scale 99.6%
      cardgen calibrate --printer office
      cardgen cards --printer office
    """
    from cardgen.api import render
    from cardgen.documents.calibration import CalibrationRequest
    from cardgen.files import save_printer, with_problems

    typed = {name: text for name in _READINGS if (text := readings.pop(name)) is not None}
    folder = options.printers_folder()
    if not typed:
        usual = place.output_folder() / "calibration.pdf"
        named = {"printer": printer, **readings}
        library, target = open_library(), Target(output, usual, force)
        with naming_options(CalibrationRequest):
            request = place.settled(request_of(CalibrationRequest, named, library), library)
            report(target.written(with_problems(render(request, library), library)))
        return
    if printer is None or not WORDS.fits(printer):
        raise click.UsageError("Name the printer: --printer office (small letters and digits).")
    path = save_printer(printer, typed, folder)
    click.echo(f"{path}  {', '.join(f'{name} {text}' for name, text in typed.items())}")
    click.echo(f"Print with: cardgen cards --printer {printer}")
