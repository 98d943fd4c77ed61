"""`cardgen check` of a roster: what a batch would make of it, and every problem."""

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import place
from cardgen.cli.keeping import open_library
from cardgen.cli.requests import request_of, spoken
from cardgen.words import counted

if TYPE_CHECKING:
    from cardgen.batch.dry_run import DryRun
    from cardgen.errors import Problem

_SHOWN = 5
"""So many files are named; JSON names them all."""


def is_roster(path: Path) -> bool:
    """Tell whether a path is a roster: by its ending, or as a list in YAML."""
    from cardgen.library.rosters import FORMATS

    ending = path.suffix.lower()
    if not path.is_file() or ending not in FORMATS:
        return False
    return ending not in (".yaml", ".yml") or _is_list(path)


def _is_list(path: Path) -> bool:
    """Tell whether a file of YAML begins with a list, as no definition does."""
    with path.open("rb") as file:
        lines = (line.lstrip(b"\xef\xbb\xbf").rstrip() for line in file)
        first = next((line for line in lines if line and line[:1] != b"#" and line != b"---"), b"")
    return first[:2] in (b"- ", b"-") or first[:1] == b"["


def check_roster(path: Path, typed: dict[str, Any], *, as_json: bool) -> "DryRun":
    """Tell of a roster what a batch would make of it; return that."""
    from cardgen.batch.dry_run import dry_run
    from cardgen.batch.request import Batch
    from cardgen.documents.handout_request import HandoutRequest

    folder, library = place.library_folder(), open_library()
    defaults = request_of(HandoutRequest, {}, library)
    batch = request_of(
        Batch,
        typed,
        library,
        roster=path,
        folder=folder,
        settings=place.sources(),
        defaults=defaults,
    )
    found = dry_run(batch, library)
    found.problems = tuple(map(_spoken, found.problems))
    found.warnings = tuple(map(_spoken, found.warnings))
    _write_json(found) if as_json else _write(found)
    return found


def _spoken(problem: "Problem") -> "Problem":
    from cardgen.batch.request import Batch

    return spoken(problem, Batch)


def _write(found: "DryRun") -> None:
    for kind, problems in (("error", found.problems), ("warning", found.warnings)):
        label = click.style(f"{kind}:", fg={"error": "red", "warning": "yellow"}[kind])
        for problem in problems:
            click.echo(f"{label} {problem}")
    made = [row for row in found.rows if row.file]
    for row in made[:_SHOWN]:
        click.echo(f"  {row.file}  {', '.join(row.facts)}")
    if len(made) > _SHOWN:
        click.echo(f"  … and {len(made) - _SHOWN} more")
    if not found.is_read:
        click.echo(f"{found.roster}  its rows can be looked at when that is mended")
        return
    refused = len(found.rows) - len(made)
    parts = [counted(len(found.rows), "row"), f"{counted(len(made), 'file')} would be made"]
    parts += [f"{counted(refused, 'row')} would be refused"] if refused else []
    click.echo(f"{found.roster}  {', '.join(parts)}")


def _write_json(found: "DryRun") -> None:
    import json

    rows = [asdict(row) for row in found.rows]
    facts = Counter(", ".join(row.facts) for row in found.rows if row.file)
    told = {
        "roster": found.roster,
        "files": found.files,
        "problems": [asdict(problem) for problem in found.problems],
        "warnings": [asdict(problem) for problem in found.warnings],
        "facts": [{"facts": said, "files": count} for said, count in facts.most_common()],
        "rows": rows,
    }
    click.echo(json.dumps(told, indent=2, ensure_ascii=False))
