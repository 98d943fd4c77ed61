"""Checks files: every problem, and every warning of every rule."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cardgen.build import load_letterhead
from cardgen.check.proof import proofs
from cardgen.check.registry import RULES
from cardgen.check.scope import Scope, scopes
from cardgen.check.subject import Subject
from cardgen.errors import CardgenError, Problem
from cardgen.figure.read import read_pose
from cardgen.load.data import load_theme
from cardgen.load.library import read_library
from cardgen.load.pictures import load_pictures
from cardgen.model.content import Shown
from cardgen.model.library import Library
from cardgen.paths import built_in, roots
from cardgen.render.fonts import glyphs

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A problem, how grave it is, and the code of the rule that found it."""

    problem: Problem
    severity: Severity
    code: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in how many files."""

    findings: tuple[Finding, ...]
    files: int

    def count(self, severity: Severity) -> int:
        """Return how many findings are of this severity."""
        return sum(finding.severity == severity for finding in self.findings)


def check(paths: Sequence[Path], folder: Path, today: datetime.date) -> Report:
    """Return all that is wrong or doubtful in `paths`; without them, in the working folder."""
    found: set[Finding] = set()
    files: set[str] = set()
    for scope in scopes(paths, folder):
        found |= set(_findings(scope, today))
        files |= scope.files
    return Report(tuple(sorted(found)), len(files))


def _findings(scope: Scope, today: datetime.date) -> Iterator[Finding]:
    library, problems = read_library(roots(scope.root), glyphs())
    # A misfit elsewhere in the folder is told when that is checked; here it only stops the proofs.
    sound = not problems
    problems += _others(scope, library)
    yield from (
        Finding(problem, "error", "invalid") for problem in problems if _is_in(problem, scope)
    )
    made = tuple(proofs(library, scope.files, scope.root)) if sound else ()
    subject = Subject(library, scope.files, today, built_in().resolve(), made)
    for rule in RULES:
        yield from (Finding(problem, "warning", rule.code) for problem in rule.find(subject))


def _is_in(problem: Problem, scope: Scope) -> bool:
    return problem.file in scope.files or not problem.file


def _others(scope: Scope, library: Library) -> list[Problem]:
    """Return what is wrong with what a library does not read: poses, letterheads, pictures."""
    problems: list[Problem] = []
    shown = [*_pictures(library, scope.files)]
    for path in scope.of_kind("pose"):
        try:
            read_pose(path)
        except CardgenError as error:
            problems += error.problems
    for path in scope.of_kind("clinic"):
        try:
            letterhead = load_letterhead(path)
        except CardgenError as error:
            problems += error.problems
            continue
        if logo := letterhead.value.logo:
            shown.append(Shown(letterhead.root / logo, "", letterhead.origin("logo")))
    return problems + _broken(shown)


def _pictures(library: Library, files: frozenset[str]) -> Iterator[Shown]:
    for stretch in library.stretches.values():
        for i, picture in enumerate(stretch.value.illustrations):
            file = stretch.root / "images" / picture.file
            if stretch.file in files and file.is_file():
                yield Shown(file, picture.alt, stretch.origin("illustrations", i, "file"))


def _broken(shown: Iterable[Shown]) -> list[Problem]:
    try:
        load_pictures(shown, load_theme("colour"))
    except CardgenError as error:
        return list(error.problems)
    return []
