"""The commands that make documents: one for each kind, made from its request."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import complete, place
from cardgen.cli.derived import FieldOption, options_of
from cardgen.cli.keeping import (
    definitions_key,
    document_key,
    keep_document,
    kept_document,
    kept_values,
    open_library,
)
from cardgen.cli.options import FORCE, today
from cardgen.cli.printing import check_printing, print_files, print_option
from cardgen.cli.report import report
from cardgen.cli.requests import TYPED, naming_options, remember_typed, request_of, spoken
from cardgen.cli.specs import home_of
from cardgen.cli.target import Target
from cardgen.cli.timing import stage
from cardgen.cli.watching import WATCH, watched
from cardgen.documents import KINDS
from cardgen.kinds import WORDS

if TYPE_CHECKING:
    from cardgen.documents.kind import DocumentKind
    from cardgen.model.rendered import Rendered

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
        folder = place.library_folder()
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


def own_parameters(command: click.Command) -> list[click.Parameter]:
    """Return the parameters of a command that no field is behind; more may be added."""
    return command._own if isinstance(command, DerivedCommand) else command.params  # noqa: SLF001


class DocumentCommand(DerivedCommand):
    """The command of a kind of document."""

    def __init__(self, name: str) -> None:
        """`name` is that of the kind in the registry."""
        self._title, self._ending = KINDS.entries[name].title, KINDS.entries[name].ending
        own: list[click.Parameter] = [
            click.Option(
                ["-o", "--output"],
                type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
                help="The file to write; - is standard output.  "
                f"[default: out/ROUTINE-{name}{self._ending}]",
            ),
            click.Option(["--force"], is_flag=True, help=FORCE),
            *([print_option()] if self._ending == ".pdf" else []),
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
        return f"{self._title}\n\n{self._told['about']}\n"

    @help.setter  # noqa: A003 - click's own name
    def help(self, _: str | None) -> None:
        """Pass over what click sets."""

    @property
    def _told(self) -> dict[str, Any]:
        """Return what the command needs to know of its kind, without loading it where it can."""
        told: dict[str, Any] = kept_values(("command", str(self.name)), self._tell)
        return told

    def _tell(self) -> dict[str, Any]:
        request = self.kind.request
        return {
            "about": cleandoc(self.kind.about),
            "argument": self.kind.argument,
            "metavar": self.kind.metavar or None,
            "kinds": _kinds(self.kind),
            "is_list": isinstance(request.model_fields[self.kind.argument].default, tuple)
            if self.kind.argument
            else False,
            "home": home_of(request),
            "is_daily": "today" in request.model_fields,
        }

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the title, without loading anything."""
        return click.Command(None, help=self._title).get_short_help_str(limit)

    def _parameters(self) -> Iterator[click.Parameter]:
        if self._told["argument"]:
            yield _argument(self._told)
        yield from options_of(self._told["home"])

    def _make(
        self, *, output: Path | None, force: bool, queue: str | None = None, **typed: Any
    ) -> None:
        """Make the document that was asked for, or take it as it was kept."""
        if queue is not None:
            check_printing(output, watch=click.get_current_context().params["watch"])
        with stage("cache"):
            definitions = definitions_key()
            key = self._key(typed, definitions)
            kept = kept_document(key)
        name, rendered = kept or self._rendered(typed, definitions)
        with stage("cache"):
            keep_document(None if kept else key, name, rendered)
        target = Target(output, place.output_folder() / f"{name}{self._ending}", force)
        with stage("writing"):
            result = target.written(rendered)
        report(result, err=target.is_stdout)
        if queue is not None:
            print_files((result.path, *result.others), rendered.contents, queue)

    def _key(self, typed: Mapping[str, Any], definitions: bytes | None) -> bytes | None:
        """Return what the document is kept by; None where it may say something of a person."""
        specs = {p.name: p.spec for p in self.params if isinstance(p, FieldOption)}
        given = {name: value for name, value in typed.items() if value not in (None, ())}
        for name, value in given.items():
            # The argument is an id, or some: nothing else is kept.
            if not (specs[name].is_open if name in specs else _are_ids(value)):
                return None
        # Warnings name options as they were typed.
        asked = {**given, TYPED: sorted(click.get_current_context().meta.get(TYPED, {}).items())}
        day = today() if self._told["is_daily"] else None
        return document_key(definitions, str(self.name), asked, day)

    def _rendered(self, typed: dict[str, Any], definitions: bytes | None) -> tuple[str, "Rendered"]:
        """Return the name of the file and the document. Raises CardgenError."""
        with stage("imports"):
            from cardgen.api import render
            from cardgen.files import with_problems

            kind = self.kind
        library = open_library(definitions)
        named = typed.pop(kind.argument, None) if kind.argument else None
        if named and typed.get("programme"):
            raise click.UsageError(f"Give either {kind.argument.upper()} or --programme.")
        with naming_options(kind.request, library):
            fields = {kind.argument: named} if named else {}
            with stage("request"):
                request = request_of(kind.request, typed, library, **fields)
                request = place.settled(request, library)
            with stage("pages"):
                made = with_problems(render(request, library), library)
        warnings = tuple(spoken(warning, kind.request) for warning in made.warnings)
        return kind.file_name(request), replace(made, warnings=warnings)


def _are_ids(value: Any) -> bool:
    words = value if isinstance(value, tuple) else (value,)
    return all(isinstance(word, str) and WORDS.fits(word) for word in words)


def _kinds(kind: "DocumentKind") -> tuple[str, ...]:
    """Return the kinds of things that the argument of a command may name."""
    from cardgen.model.request import fields_of

    if not kind.argument:
        return ()
    asked = fields_of(kind.request)[kind.argument].asked
    return ("routines",) if asked.ids else ("routines", "stretches")


def _argument(told: Mapping[str, Any]) -> click.Argument:
    return click.Argument(
        [told["argument"]],
        nargs=-1 if told["is_list"] else 1,
        required=False,
        metavar=told["metavar"],
        shell_complete=complete.ids(*told["kinds"]),
    )
