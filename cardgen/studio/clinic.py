"""The clinic's own files: its letterhead, and what holds for all its pages."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from cardgen.errors import InvalidDataError, Problem, gathered
from cardgen.library.brought import letterhead_of
from cardgen.library.validate import checked
from cardgen.library.yaml_tree import parse
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.picture import ENDINGS
from cardgen.model.settings import Settings
from cardgen.paths import SETTINGS
from cardgen.studio.problems import told
from cardgen.studio.yaml_edit import edited, nodes
from cardgen.typography.printable import refusal
from cardgen.write import write_all

HEAD = tuple(Letterhead.model_fields)
"""The fields of a letterhead."""
HOLDS = ("paper", "theme", "language", "programmes")
"""What a clinic settles for all its pages; its country is that of the letterhead."""
_FILE = "clinic.yaml"


@dataclass(frozen=True)
class ClinicFiles:
    """The letterhead and the settings of a folder, as they are written."""

    settings: Path
    head: Path
    settings_text: str
    head_text: str

    @property
    def digest(self) -> str:
        """Return what tells whether anybody has changed them."""
        both = f"{self.settings_text}\0{self.head_text}"
        return hashlib.sha256(both.encode()).hexdigest()

    def values(self) -> dict[str, str]:
        """Return the fields of a form as the files have them. Raises InvalidDataError."""
        return {**_plain(self.settings_text, HOLDS), **_plain(self.head_text, HEAD)}

    def with_values(self, typed: Mapping[str, str]) -> "ClinicFiles":
        """Return the files as they would be; all that is not typed stays as it is written."""
        named = any(typed.get(name, "").strip() for name in HEAD)
        head = _edited(self.head_text, {name: typed.get(name, "") for name in HEAD})
        holds = {name: typed.get(name, "") for name in HOLDS}
        clinic = self.head.name if named else ""
        settings = _edited(self.settings_text, {"clinic": clinic, **holds})
        return ClinicFiles(self.settings, self.head, settings, head if named else self.head_text)

    def letterhead(self, library: Library) -> Record[Letterhead] | None:
        """Return the letterhead; None where none is settled. Raises InvalidDataError."""
        if "clinic" not in _plain(self.settings_text, ("clinic",)):
            return None
        return letterhead_of(self.head, self.head_text.encode(), library, refusal)

    def problems(self, library: Library) -> dict[str, str]:
        """Return what is wrong, by field of the form."""
        found = (*gathered(lambda: self.letterhead(library)), *gathered(self._check_settings))
        return {problem.field: told(problem) for problem in found}

    def _check_settings(self) -> None:
        if self.settings_text.strip():
            checked(parse(SETTINGS, self.settings_text.encode()), Settings)

    def save(self) -> None:
        """Write both, or none. Raises CannotWriteError."""
        files = [(self.settings, self.settings_text), (self.head, self.head_text)]
        write_all([(path, text.encode()) for path, text in files if text or path.exists()])


def find_files(folder: Path) -> ClinicFiles:
    """Return the files of a folder, there or not. Raises InvalidDataError."""
    settings = folder / SETTINGS
    text = _read(settings)
    head = folder / _plain(text, ("clinic",)).get("clinic", _FILE)
    return ClinicFiles(settings, head, text, _read(head))


def logos(files: ClinicFiles) -> tuple[str, ...]:
    """Return the names of the pictures beside the letterhead."""
    beside = files.head.parent.iterdir() if files.head.parent.is_dir() else ()
    return tuple(sorted(one.name for one in beside if one.suffix[1:].lower() in ENDINGS))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidDataError([Problem(str(path), 0, 0, "", f"cannot read it: {error}")]) from None


def _plain(text: str, names: tuple[str, ...]) -> dict[str, str]:
    found = {name: pair[1] for name, pair in nodes(text).items() if name in names}
    return {
        name: node.value
        for name, node in found.items()
        if isinstance(node, yaml.ScalarNode) and node.tag != "tag:yaml.org,2002:null"
    }


def _edited(text: str, typed: Mapping[str, str]) -> str:
    """Return a file with what was typed; all else, and what is the same, stays as it is written."""
    now = _plain(text, tuple(typed))
    changed = {name: words.strip() for name, words in typed.items()}
    return edited(
        text, {name: words or None for name, words in changed.items() if words != now.get(name, "")}
    )
