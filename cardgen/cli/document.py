"""The commands that make documents: one for each kind, made from its request."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import complete
from cardgen.cli.derived import FieldOption, options_of
from cardgen.cli.options import FORCE
from cardgen.cli.report import report
from cardgen.cli.requests import naming_options, remember_typed, request_of, spoken
from cardgen.cli.target import Target
from cardgen.cli.watching import WATCH, watched
from cardgen.documents import KINDS

if TYPE_CHECKING:
    from cardgen.documents.kind import DocumentKind

_TEXT = "Options"
"""The heading of options that no field is behind."""


class DerivedCommand(click.Command):
    """A command with options that are made from fields, when somebody asks for them.

    They stand before its own, and in a help text by the groups of their fields.
    """

    def __init__(
        self,
        *arguments: Any,
        derive: Callable[[], Iterator[click.Parameter]],
        own_first: bool = False,
        **attributes: Any,
    ) -> None:
        """`derive` makes the options; `own_first` puts the command's own before them."""
        self._derive = derive
        self._own_first = own_first
        self._whole: tuple[Path, list[click.Parameter]] | None = None
        super().__init__(*arguments, **attributes)

    @property
    def params(self) -> list[click.Parameter]:
        """Return all parameters. What they offer depends on the folder that one works in."""
        folder = Path.cwd()
        if self._whole is None or self._whole[0] != folder:
            made = list(self._derive())
            self._whole = (
                folder,
                [*self._own, *made] if self._own_first else [*made, *self._own],
            )
        # The list itself: click puts its help option into it, and takes it out again.
        return self._whole[1]

    @params.setter
    def params(self, own: list[click.Parameter]) -> None:
        self._own = own

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read a command line, and keep how its options are spelled."""
        remember_typed(ctx, args)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, each group under its heading."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if isinstance(parameter, click.Option) and record:
                group = parameter.group if isinstance(parameter, FieldOption) else _TEXT
                groups.setdefault(group, []).append(record)
        own = groups.pop(_TEXT, [])
        for heading, records in (groups | {_TEXT: own}).items():
            with formatter.section(heading):
                formatter.write_dl(records)


class DocumentCommand(DerivedCommand):
    """The command of a kind of document."""

    def __init__(self, name: str) -> None:
        """`name` is that of the kind in the registry."""
        self._title = KINDS.entries[name].title
        own: list[click.Parameter] = [
            click.Option(
                ["-o", "--output"],
                type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
                help=f"The file to write; - is standard output.  [default: out/ROUTINE-{name}.pdf]",
            ),
            click.Option(["--force"], is_flag=True, help=FORCE),
            click.Option(["--watch"], is_flag=True, help=WATCH),
        ]
        super().__init__(name, callback=watched(self._make), params=own, derive=self._parameters)

    @property
    def kind(self) -> "DocumentKind":
        """Return the kind of document that it makes."""
        return KINDS[str(self.name)]

    @property
    def help(self) -> str | None:
        """Return the help text."""
        return f"{self._title}\n\n{cleandoc(self.kind.about)}\n"

    @help.setter  # noqa: A003 - click's own name
    def help(self, _: str | None) -> None:
        """Pass over what click sets."""

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the title, without loading anything."""
        return click.Command(None, help=self._title).get_short_help_str(limit)

    def _parameters(self) -> Iterator[click.Parameter]:
        if name := self.kind.argument:
            yield _argument(self.kind, name)
        yield from options_of(self.kind.request)

    def _make(self, *, output: Path | None, force: bool, **typed: Any) -> None:
        """Make the document that was asked for."""
        from cardgen.files import open_library

        kind, folder = self.kind, Path.cwd()
        library = open_library(folder)
        named = typed.pop(kind.argument, None) if kind.argument else None
        with naming_options(kind.request, library):
            fields = {kind.argument: named} if named else {}
            request = request_of(kind.request, typed, library, **fields)
            target = Target(output, Path("out", f"{kind.file_name(request)}.pdf"), force)
            made = target.made(request, folder, library)
        warnings = tuple(spoken(warning, kind.request) for warning in made.warnings)
        report(replace(made, warnings=warnings), err=target.is_stdout)


def _argument(kind: "DocumentKind", name: str) -> click.Argument:
    from cardgen.documents.reading import shape
    from cardgen.model.request import fields_of

    field = fields_of(kind.request)[name]
    kinds = ("routines",) if field.asked.ids else ("routines", "stretches")
    many = shape(field) is tuple
    return click.Argument(
        [name],
        nargs=-1 if many else 1,
        required=False,
        metavar=kind.metavar or None,
        shell_complete=complete.ids(*kinds),
    )
