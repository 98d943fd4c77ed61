"""Where a document goes: to the file that was named, to the usual one, or to standard output."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardgen.errors import InvalidDataError

if TYPE_CHECKING:
    from cardgen.delivery import BuildResult
    from cardgen.model.rendered import Rendered
    from cardgen.overwrite import Replace

_STDOUT = Path("-")
_WRITTEN = "cardgen.written"
"""Where a context keeps what this command has written: --watch writes it again."""


@dataclass(frozen=True)
class Target:
    """A file that was named, or None; the usual one; and whether any file may be replaced."""

    named: Path | None
    usual: Path
    force: bool

    @property
    def is_stdout(self) -> bool:
        """Tell whether the document goes to standard output."""
        return self.named == _STDOUT

    def written(self, rendered: "Rendered") -> "BuildResult":
        """Write a document, and return what it is. Raises CardgenError."""
        from cardgen.delivery import deliver

        if self.is_stdout:
            return _streamed(rendered)
        written = click.get_current_context().meta.get(_WRITTEN)
        path = written or self.named or self.usual
        result = deliver(rendered, path, "always" if written else self._replace)
        if not result.others:
            click.get_current_context().meta[_WRITTEN] = result.path
        return result

    @property
    def _replace(self) -> "Replace":
        if self.force:
            return "always"
        return "own" if self.named else "numbered"


def _streamed(rendered: "Rendered") -> "BuildResult":
    from cardgen.delivery import BuildResult
    from cardgen.model.origin import requested

    if len(rendered.contents) > 1:
        message = "standard output takes one file, and this is two"
        raise InvalidDataError([requested("output").problem(message, "Name a file with -o")])
    click.echo(rendered.content, nl=False)
    return BuildResult(_STDOUT, rendered.facts, rendered.warnings)
