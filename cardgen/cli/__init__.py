"""The command line: parse, call, report, exit code. Heavy imports wait until a command runs."""

import io
import os
import sys
from typing import Any

import click

from cardgen.cli.batch import batch
from cardgen.cli.calibrate import calibrate
from cardgen.cli.check import check
from cardgen.cli.cite import cite
from cardgen.cli.completion import completion
from cardgen.cli.document import DocumentCommand, own_parameters
from cardgen.cli.figure import figure
from cardgen.cli.init import init
from cardgen.cli.keeping import no_cache, open_store
from cardgen.cli.list_ import list_
from cardgen.cli.new import new
from cardgen.cli.options import epoch_date
from cardgen.cli.place import library_option, note_library, warn_of_place
from cardgen.cli.preview import preview
from cardgen.cli.process import refusal_of, require_folder, stand_in_for_closed_streams
from cardgen.cli.programme import programme
from cardgen.cli.report import report_problems
from cardgen.cli.schema import schema
from cardgen.cli.settings import settings
from cardgen.cli.show import show
from cardgen.cli.studio import studio
from cardgen.cli.timing import timings
from cardgen.cli.verify import verify
from cardgen.documents import KINDS
from cardgen.errors import CardgenError, ExitCode
from cardgen.garbage import leave_garbage, rare_collection
from cardgen.version import __version__

_SUMMARY = 1000
"""So many letters may a summary have: it is not cut."""


class _Program(click.Group):
    """A group that reports cardgen's errors line by line, and exits with their code."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command line; see click. Standard output takes every sign, on any code page.

        Where NO_COLOR is set (no-color.org), nothing is in colour.
        """
        if os.environ.get("NO_COLOR"):
            extra["color"] = False
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().main(*args, **extra)
        except OSError as error:
            refused = refusal_of(error)
            report_problems(refused)
            sys.exit(refused.exit_code)

    def __call__(self, *arguments: Any, **attributes: Any) -> Any:
        """Be the whole of a process."""
        leave_garbage()
        stand_in_for_closed_streams()
        return super().__call__(*arguments, **attributes)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read a command line: open what was kept for it, and see whose definitions it names."""
        open_store(ctx, args)
        note_library(ctx, args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with rare_collection():
                return super().invoke(ctx)
        except CardgenError as error:
            report_problems(error)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)
            ctx.exit(ExitCode.STOPPED)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does, in a whole sentence."""
        rows = [
            (name, self.commands[name].get_short_help_str(_SUMMARY))
            for name in self.list_commands(ctx)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands in the order in which a newcomer needs them."""
        return list(self.commands)


@click.group(
    cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88}
)
@click.version_option(__version__, message="cardgen %(version)s")
def main() -> None:
    """Print exercise cards and one-page handouts, with their sources.

    Definitions are read from stretches/, routines/, sources/, safety/ and images/ in the
    folder you are in, and after that from the library that comes with cardgen.

    \b
    Examples:
      cardgen handout                      the post-run handout, on Letter
      cardgen handout core-1 --page a4     another routine, on A4
      cardgen cards                        the gym-bag cards
      cardgen batch patients.csv           a page for everyone in a table
      cardgen list                         what there is
    """
    require_folder()
    epoch_date()  # refuses a value that no build could use
    warn_of_place()


_KEEPING = ("batch", "list", "show", "check", "preview", "calibrate")
"""The commands that keep something, beside those of documents."""

for name, entry in KINDS.entries.items():
    if entry.has_command:
        main.add_command(DocumentCommand(name))
for command in (
    batch,
    list_,
    show,
    calibrate,
    figure,
    init,
    new,
    programme,
    check,
    preview,
    settings,
    schema,
    cite,
    verify,
    studio,
    completion,
):
    main.add_command(command)
_READS_NOTHING = {"init", "new", "schema", "completion"}
"""Commands that look at no definitions."""
for name in main.commands.keys() - _READS_NOTHING:
    own_parameters(main.commands[name]).append(library_option())
for name in main.commands.keys() & {*KINDS.entries, *_KEEPING}:
    own_parameters(main.commands[name]).extend((no_cache(), timings()))
