"""Reads settings: of `cardgen.yaml` files, and of the environment."""

import os
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.files import read_bytes, read_record, shown_path
from cardgen.library.validate import checked
from cardgen.library.yaml_tree import Tree, parse
from cardgen.model.origin import FieldPath
from cardgen.model.settings import LISTS, Settings, SettingsSources, Truths
from cardgen.paths import CACHE_VARIABLE, DATA, PREFIX, SETTINGS
from cardgen.words import suggestion


@dataclass(frozen=True, slots=True)
class Layer:
    """The settings of one file, or of the environment."""

    value: Settings
    tree: Tree
    folder: Path
    """The folder from which paths count."""

    def has(self, name: str) -> bool:
        """Tell whether a setting is settled here."""
        return name in self.value.model_fields_set and getattr(self.value, name) is not None

    def place(self, name: str) -> str:
        """Return where a setting stands, as a person finds it: "cardgen.yaml:3"."""
        if not self.tree.file:
            return variable(name)
        return f"{self.tree.file}:{self.tree.place((name,))[0]}"

    def problem(self, path: FieldPath, message: str, remedy: str = "") -> Problem:
        """Return a Problem with what stands at a path."""
        found = self.tree.problem(path, message, remedy)
        if self.tree.file:
            return found
        return replace(found, line=0, column=0, field=variable(found.field))


@dataclass(frozen=True, slots=True)
class FoundSettings:
    """Settings, each from the first of some layers that has it."""

    layers: tuple[Layer, ...] = ()

    @property
    def value(self) -> Settings:
        """Return what holds."""
        found = {
            name: getattr(layer.value, name)
            for name in Settings.model_fields
            if (layer := self.layer(name))
        }
        return Settings(**found)

    def layer(self, name: str) -> Layer | None:
        """Return the layer that settles something; None where none does."""
        return next((layer for layer in self.layers if layer.has(name)), None)

    def path(self, name: str) -> Path | None:
        """Return the path that a setting names, from where it stands; None where it is not set."""
        layer = self.layer(name)
        return layer.folder / Path(getattr(layer.value, name)).expanduser() if layer else None

    def problem(self, path: FieldPath, message: str, remedy: str = "") -> Problem:
        """Return a Problem with what a setting says, where it stands."""
        layer = self.layer(str(path[0]))
        if layer is None:
            raise AssertionError("settings that nobody wrote have no problem")
        return layer.problem(path, message, remedy)


def variable(name: str) -> str:
    """Return the variable of the environment that has a setting: CARDGEN_PAPER."""
    return f"{PREFIX}{name.upper()}"


def find_settings(sources: SettingsSources) -> FoundSettings:
    """Return the settings of the environment, and of the folders that have some.

    Raises InvalidDataError with every problem in them.
    """
    files = dict.fromkeys((folder / SETTINGS).resolve() for folder in sources.folders)
    layers = list(map(_of_file, filter(os.path.isfile, files)))
    return FoundSettings((*_of_environment(sources.environment), *filter(None, layers)))


def _of_file(path: Path) -> Layer | None:
    """Return the settings of a file; None where all of its lines are empty or remarks."""
    content = read_bytes(path)
    lines = map(bytes.strip, content.removeprefix(BOM_UTF8).splitlines())
    if all(line.startswith(b"#") for line in lines if line):
        return None
    tree = parse(shown_path(path), content)
    return Layer(checked(tree, Settings), tree, path.parent)


def _of_environment(environment: Mapping[str, str]) -> Iterator[Layer]:
    names = [name for name in Settings.model_fields if name not in LISTS]
    said = {name: text for name in names if (text := environment.get(variable(name), "").strip())}
    if not said:
        return
    tree = Tree("", said, {}, {})
    try:
        value = checked(tree, Settings)
    except InvalidDataError as error:
        found = Layer(Settings(), tree, Path())
        raise InvalidDataError(
            found.problem((problem.field,), problem.message, problem.remedy)
            for problem in error.problems
        ) from None
    yield Layer(value, tree, Path.cwd())


def unknown_variables(environment: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a Problem for each variable that looks like a setting, and is none."""
    known = [variable(name) for name in Settings.model_fields if name not in LISTS]
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in (*known, CACHE_VARIABLE):
            yield Problem("", 0, 0, name, "there is no such setting", suggestion(name, known))


@lru_cache(maxsize=1)
def load_truths() -> Truths:
    """Return the words by which spreadsheets write truth values."""
    return read_record(DATA / "spreadsheets" / "truths.yaml", Truths).value
