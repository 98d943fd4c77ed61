"""Reads `cardgen.yaml`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from cardgen.errors import Problem
from cardgen.library.files import read_bytes, read_record, shown_path
from cardgen.library.validate import checked
from cardgen.library.yaml_tree import Tree, parse
from cardgen.model.origin import FieldPath
from cardgen.model.settings import Settings, Truths
from cardgen.paths import DATA, SETTINGS


@dataclass(frozen=True, slots=True)
class FoundSettings:
    """Settings, and the file that they stand in, if there is one."""

    value: Settings = field(default_factory=Settings)
    tree: Tree | None = None

    def problem(self, path: FieldPath, message: str, remedy: str = "") -> Problem:
        """Return a Problem with what stands at a path in the file."""
        if self.tree is None:
            raise AssertionError("settings that nobody wrote have no problem")
        return self.tree.problem(path, message, remedy)


def find_settings(folders: Iterable[Path]) -> FoundSettings:
    """Return the settings in the first of some folders that has any.

    Raises InvalidDataError with every problem in them.
    """
    for folder in folders:
        path = folder / SETTINGS
        if path.is_file():
            tree = parse(shown_path(path.resolve()), read_bytes(path))
            return FoundSettings(checked(tree, Settings), tree)
    return FoundSettings()


@lru_cache(maxsize=1)
def load_truths() -> Truths:
    """Return the words by which spreadsheets write truth values."""
    return read_record(DATA / "spreadsheets" / "truths.yaml", Truths).value
