"""`cardgen figure`."""

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import options
from cardgen.cli.choices import Choices
from cardgen.cli.place import output_folder
from cardgen.cli.report import report_warnings
from cardgen.cli.watching import watchable
from cardgen.errors import InvalidDataError, Problem

if TYPE_CHECKING:
    from cardgen.figure.request import Look

_NEEDED = ("numpy", "shapely")


@click.command()
@click.argument("pose", required=False, type=click.Path(path_type=Path), metavar="[POSE.yaml]")
@options.output("The file to write, .svg or .png.  [default: out/POSE.svg]")
@click.option(
    "--theme",
    type=Choices(("colour", "grey", "ink")),
    default="colour",
    show_default=True,
    help="Colours; ink is pure black and white, for a photocopier.",
)
@click.option("--mirror", is_flag=True, help="Show the other side; left and right change over.")
@click.option(
    "--hair",
    type=Choices(("short", "bun", "none")),
    default="short",
    show_default=True,
    help="How the hair is worn.",
)
@click.option(
    "--skin",
    type=Choices(("light", "medium", "tan", "dark")),
    default="light",
    show_default=True,
    help="The colour of the skin; ink has none.",
)
@click.option(
    "--width",
    type=click.FloatRange(10, 300),
    metavar="MM",
    help="How wide it will print, in mm: lines are 0.25 to 0.6 mm there.",
)
@click.option("--sheet", is_flag=True, help="A contact sheet of all poses.")
@watchable
def figure(
    pose: Path | None, output: Path | None, *, force: bool, sheet: bool, **looks: Any
) -> None:
    """Draw a figure from a POSE file, such as those in images/poses/.

    \b
    Examples:
      cardgen figure images/poses/cat-cow-cat.yaml
      cardgen figure my-pose.yaml -o my-pose.png --theme ink --width 35
      cardgen figure my-pose.yaml --mirror --hair bun --watch
      cardgen figure --sheet --theme grey
    """
    _check_extra()
    from cardgen.figure.request import Look

    look = Look(**looks)
    if sheet:
        _check_sheet(pose, output, look)
        _sheet(look, output or Path(output_folder(), f"poses-{look.theme}.png"), force=force)
    elif pose is None:
        raise click.UsageError("Name a pose file, or --sheet.")
    else:
        target = output or Path(output_folder(), f"{pose.stem}.svg")
        if target.suffix not in (".svg", ".png"):
            raise click.UsageError("The output's name must end in .svg or .png.")
        _draw(pose, target, look, force=force)


def _check_extra() -> None:
    from cardgen.extras import how_to_install

    if missing := [name for name in _NEEDED if importlib.util.find_spec(name) is None]:
        message = f"drawing needs {', '.join(missing)}"
        remedy = how_to_install("figure")
        raise InvalidDataError([Problem("cardgen figure", 0, 0, "", message, remedy)])


def _check_sheet(pose: Path | None, output: Path | None, look: "Look") -> None:
    watch = click.get_current_context().params["watch"]
    if pose or watch or look.mirror or look.width or look.hair != "short":
        raise click.UsageError(
            "--sheet shows all poses as they are: only --theme and --skin apply."
        )
    if output and output.suffix != ".png":
        raise click.UsageError("A contact sheet is a picture of pixels: its name must end in .png.")


def _sheet(look: "Look", target: Path, *, force: bool) -> None:
    from cardgen.figure.read import poses_folder
    from cardgen.figure.sheet import sheet
    from cardgen.overwrite import signed, write_carefully

    folder = poses_folder()
    pictures = [folder.parent / f"{path.stem}.svg" for path in sorted(folder.glob("*.yaml"))]
    write_carefully(target, signed(sheet(pictures, look.theme, look.skin)), force=force)
    click.echo(f"{target}  {len(pictures)} poses")


def _draw(pose: Path, target: Path, look: "Look", *, force: bool) -> None:
    from cardgen.figure.request import picture
    from cardgen.overwrite import signed, write_carefully

    content, doubts = picture(pose, look, target.suffix)
    content = signed(content) if target.suffix == ".png" else content
    report_warnings(doubts)
    write_carefully(target, content, force=force)
    click.echo(f"{target}  {len(content) / 1024:.1f} KB")
