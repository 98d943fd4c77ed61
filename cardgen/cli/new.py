"""`cardgen new`."""

from pathlib import Path

import click

from cardgen.cli import complete
from cardgen.cli.choices import Choices
from cardgen.cli.options import today
from cardgen.errors import ExitCode
from cardgen.kinds import NEW, ROSTER
from cardgen.words import counted

TRANSLATION = "translation"
_NAMED = (ROSTER, "settings")
"""Kinds of which there is mostly one, so that it needs no name."""


@click.command()
@click.argument("kind", type=Choices(NEW))
@click.argument("name", required=False)
@click.option(
    "--from",
    "exported",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Sources from a file of Zotero, EndNote, PubMed …: .json, .bib, .ris, .nbib or .xml.",
)
@click.option("--doi", metavar="DOI", help="Of that file, only the record with this DOI.")
@click.option(
    "--language",
    metavar="LANGUAGE",
    shell_complete=complete.languages,
    help="Of a translation: the language, such as es.",
)
def new(
    kind: str, name: str | None, exported: Path | None, doi: str | None, language: str | None
) -> None:
    """Write a commented example of a KIND, called NAME, for you to change.

    It is whole: it loads and prints as it stands. NAME is its id: small letters, digits and
    hyphens. With the NAME of a built-in one you get a copy of that, which takes its place. A
    file that is there already is never touched.

    A translation is of a definition called NAME: all its texts, each beside the original. One that
    is there already is brought up to the definition, and keeps what is translated.

    --from makes a source of each record that can be used, and says of every other why it cannot.

    \b
    Examples:
      cardgen new stretch side-bend
      cardgen new routine morning
      cardgen new stretch cat-cow          your own copy of a built-in one
      cardgen new clinic clinic
      cardgen new settings                 what holds for all your work here
      cardgen new roster patients          a table for cardgen batch
      cardgen new translation cat-cow --language es
      cardgen new source --from zotero.bib
      cardgen new source page2012 --from zotero.json --doi 10.1234/abcd
    """
    _check_options(kind, exported, doi, language)
    if exported:
        if _import(name, exported, doi):
            raise click.exceptions.Exit(ExitCode.SOME_REJECTED)
        return
    if name is None and kind not in _NAMED:
        raise click.UsageError("Missing argument 'NAME'.")
    if kind == TRANSLATION:
        _translate(name or "", language or "")
    else:
        _begin(kind, name)


def _begin(kind: str, name: str | None) -> None:
    """Write an example of a kind, or a copy of a built-in definition."""
    from cardgen.scaffold import is_built_in, make, new_files

    files = new_files(kind, kind if name is None else name, today())
    make(Path(), files)
    for file in files:
        click.echo(file.place)
    if name and is_built_in(kind, name):
        click.echo(f"It is a copy of the built-in {name}, and takes its place here.")


def _check_options(kind: str, exported: Path | None, doi: str | None, language: str | None) -> None:
    """Refuse options that the kind does not take. Raises UsageError."""
    if (kind == TRANSLATION) != bool(language):
        raise click.UsageError("--language is for translations, and they need it.")
    if (exported or doi) and kind != "source":
        raise click.UsageError("--from and --doi are for sources.")
    if doi and not exported:
        raise click.UsageError("--doi needs the file that has the record: --from FILE.")


def _translate(name: str, language: str) -> None:
    """Write the translation of a definition, or bring one up to it."""
    from cardgen.scaffold import write_files
    from cardgen.translating import begun

    made = begun(name, language, Path.cwd())
    write_files(Path(), [made.file])
    click.echo(made.file.place)
    if made.open:
        click.echo(f"{counted(made.open, 'text')} to translate.")
    if made.stale:
        said = counted(made.stale, "translation")
        click.echo(f"{said} of what the definition no longer says: see the end of the file.")
    if made.checked_by:
        click.echo(f"{made.checked_by} checked it before this: see `reviewed`.")


def _import(name: str | None, exported: Path, doi: str | None) -> int:
    """Make source files of an exported file. Returns how many of its records were refused."""
    from cardgen.bibliography.importing import imported
    from cardgen.cli.report import report_warnings
    from cardgen.scaffold import make, source_files

    found = imported(exported, doi)
    texts, count = found.texts, len(found.texts) + len(found.refused)
    if name is not None:
        if count > 1:
            raise click.UsageError(f"NAME is for one record, and {exported} has {count}.")
        texts = dict.fromkeys([name], *texts.values())
    files = source_files(texts)
    make(Path(), files)
    for file in files:
        click.echo(file.place)
    report_warnings([*found.told, *(f"not made: {problem}" for problem in found.refused)])
    return len(found.refused)
