"""Checks files: every problem, and every warning of every rule."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from cardgen.compose.moves import picture_places
from cardgen.documents.programme import load_programme
from cardgen.documents.settled import check_settings
from cardgen.errors import CardgenError, Problem, gathered
from cardgen.figure.read import read_pose
from cardgen.library.brought import load_letterhead
from cardgen.library.data import load_theme
from cardgen.library.pictures import load_pictures
from cardgen.library.read import read_library
from cardgen.library.settings import find_settings
from cardgen.library.spoken import read_translation
from cardgen.lint.context import LintContext
from cardgen.lint.finding import Finding, Severity
from cardgen.lint.kept import Findings, findings_key, keep_findings, kept_findings
from cardgen.lint.proof import Told, proofs
from cardgen.lint.registry import RULES
from cardgen.lint.scope import Scope, scopes
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.origin import Origin
from cardgen.model.settings import SettingsSources
from cardgen.paths import roots, stock
from cardgen.store import NO_STORE, Store
from cardgen.typography.printable import refusal

Read = Callable[[], Library]
"""Reads the built-in library, where that is needed."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in how many files."""

    findings: tuple[Finding, ...]
    files: int

    def count(self, severity: Severity) -> int:
        """Return how many findings are of this severity."""
        return sum(finding.severity == severity for finding in self.findings)


def check(
    paths: Sequence[Path],
    folder: Path,
    today: datetime.date,
    store: Store = NO_STORE,
    told: Told = lambda *_: None,
) -> Report:
    """Return all that is wrong or doubtful in `paths`; without them, in the working folder.

    `store` keeps what was found, and `told` is told how many layouts are done.
    """
    found: set[Finding] = set()
    files: set[str] = set()
    built_in = lru_cache(1)(partial(read_library, stock(), refusal))
    for scope in scopes(paths, folder):
        found |= _known(scope, built_in, today, store, told)
        files |= scope.files
    return Report(tuple(sorted(found)), len(files))


def _known(
    scope: Scope, built_in: Read, today: datetime.date, store: Store, told: Told
) -> Findings:
    """Return what was found in files that have not changed since, or look at them."""
    key = findings_key(scope, today, store)
    if (known := kept_findings(store, key)) is not None:
        return known
    found = frozenset(_findings(scope, built_in(), today, store, told))
    keep_findings(store, key, found)
    return found


def _findings(
    scope: Scope, built_in: Library, today: datetime.date, store: Store, told: Told
) -> Iterator[Finding]:
    # What is in both of the built-in folders is the same, whichever of them is looked at.
    library = built_in if scope.root in stock() else read_library(roots(scope.root), refusal)
    for problem in {*library.problems, *_others(scope, library)}:
        # What is wrong elsewhere in the folder is told when that is checked.
        if problem.file in scope.files or not problem.file:
            yield Finding(problem, "error", "invalid")
    made = tuple(proofs(library, scope.files, store, told))
    heads = tuple(_letterheads(scope, library))
    subject = LintContext(library, scope.files, today, built_in, made, heads)
    for rule in RULES:
        yield from (Finding(problem, "warning", rule.code) for problem in rule.find(subject))


def _letterheads(scope: Scope, library: Library) -> Iterator[Record[Letterhead]]:
    """Yield the letterheads that can be used; what is wrong with the others is told elsewhere."""
    for path in scope.of_kind("clinic"):
        with suppress(CardgenError):
            yield load_letterhead(path, library, refusal)


def _others(scope: Scope, library: Library) -> list[Problem]:
    """Return what is wrong in files that are read one by one: poses, letterheads …."""
    problems: list[Problem] = []
    for path in scope.of_kind("settings"):
        problems += gathered(partial(_settings, path, library))
    for path in scope.of_kind("pose"):
        problems += gathered(partial(read_pose, path))
    for path in scope.of_kind("programme"):
        problems += gathered(partial(_programme, path, library))
    for file in library.translations:
        problems += gathered(partial(read_translation, file, refusal))
    shown = picture_places(s for s in library.stretches.values() if s.file in scope.files)
    for path in scope.of_kind("clinic"):
        problems += gathered(partial(_clinic, path, library, shown))
    return [*problems, *gathered(partial(load_pictures, shown, load_theme("colour")))]


def _settings(path: Path, library: Library) -> None:
    """Look at the settings of a folder, as documents do. Raises InvalidDataError."""
    check_settings(find_settings(SettingsSources((path.parent,))), library)


def _programme(path: Path, library: Library) -> None:
    """Look at a programme as a handout does, and whether it has the room. Raises CardgenError."""
    from cardgen.api import lay_out  # noqa: PLC0415 - drawing takes long to import
    from cardgen.documents.handout_request import HandoutRequest  # noqa: PLC0415

    lay_out(HandoutRequest(programme=load_programme(path, refusal)), library)


def _clinic(path: Path, library: Library, shown: dict[Path, Origin]) -> None:
    """Add the logo of a letterhead to the pictures to look at. Raises InvalidDataError."""
    shown |= picture_places((), load_letterhead(path, library, refusal))
