"""Reads definition files, one or a folder of them."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.kinds import Kind, kind_of
from cardgen.library.glyphs import unprintable
from cardgen.library.translation_files import translation_of, wrong_name
from cardgen.library.validate import checked
from cardgen.library.yaml_tree import parse
from cardgen.model.base import Refusal
from cardgen.model.described import Described
from cardgen.model.library import Fault, Record
from cardgen.words import nearest

_YAML = (".yaml", ".yml")
MOST_BYTES = 64 * 1024 * 1024
"""No text and no picture may have more."""
TOO_LARGE = f"it is larger than {MOST_BYTES // 1024 // 1024} MB"
_NEAR = 0.8
"""So alike are the name of a file and one that was mistyped."""
_EDITOR = ".txt"
"""What some editors add to the name of a file."""
M = TypeVar("M", bound=Described)


def shown_path(path: Path) -> str:
    """Return a path as messages show it: relative to the working folder where it lies below."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def read_bytes(path: Path) -> bytes:
    """Return a file's content, `bounded`. Raises InvalidDataError when it cannot be read."""
    try:
        return bounded(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problem = Problem(
            shown_path(path),
            0,
            0,
            "",
            f"cannot read the file: {reason}",
            near_file(path) or "Check the name, and that you may read it",
        )
        raise InvalidDataError([problem]) from None


def bounded(path: Path) -> bytes:
    """Return a file's content, and of what is larger than `MOST_BYTES` one byte more than that."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def near_file(path: Path) -> str:
    """Return "Did you mean `clinic.yaml`?" where a file of nearly that name is there; else "".

    A name may differ in its capitals, or in how its letters are composed, which some systems pass
    over and others do not.
    """
    if path.exists() or not path.parent.is_dir():
        return ""
    near = nearest(path.name, sorted(one.name for one in path.parent.iterdir()), _NEAR)
    return f"Did you mean `{near}`?" if near else ""


def digest_of(paths: Iterable[Path]) -> str:
    """Return a digest of the content of files; one that cannot be read is told of when it prints.

    It is "" for no files.
    """
    found = [blake2b(_content(path), digest_size=16).hexdigest() for path in paths]
    return " ".join(found)


def _content(path: Path) -> bytes:
    try:
        return bounded(path)
    except OSError:
        return b""


def read_record(path: Path, model: type[M], refusal: Refusal | None = None) -> Record[M]:
    """Return the definition in `path`, whose `refusal` tells what of their texts cannot be printed.

    Raises InvalidDataError with every problem in it.
    """
    return record_of(path, read_bytes(path), model, refusal)


def record_of(
    path: Path, content: bytes, model: type[M], refusal: Refusal | None = None
) -> Record[M]:
    """Return the definition that `path` would have with this content, as `read_record` does."""
    tree = parse(shown_path(path), content)
    value = checked(tree, model)
    if problems := list(unprintable(tree, refusal)) if refusal else []:
        raise InvalidDataError(problems)
    return Record(path.stem, value, tree.file, path.parent.parent, tree.values)


def read_folder(
    folder: Path, model: type[M], refusal: Refusal | None = None
) -> Iterator[Record[M] | Fault]:
    """Yield the definitions in `folder` by name, and a Fault for each file that is none."""
    kind = kind_of(model)
    for path in _listing(folder):
        if isinstance(path, Problem):
            yield Fault(kind.folder, "", (path,))
        elif problem := _misplaced(path, kind):
            yield Fault(kind.folder, "", (problem,))
        elif path.suffix == ".yaml" and "." not in path.stem:
            try:
                yield read_record(path, model, refusal)
            except CardgenError as error:
                yield Fault(kind.folder, path.stem, error.problems)


def is_text_file(path: Path) -> bool:
    """Tell whether an editor has put its own ending behind the name of a definition."""
    return path.suffix.lower() == _EDITOR and Path(path.stem).suffix.lower() in _YAML


def _misplaced(path: Path, kind: Kind) -> Problem | None:
    """Return why a file or a folder with definitions is not read, if it looks like one."""
    if path.name.startswith("."):
        return None
    if path.is_dir():
        if not any(inner.suffix.lower() in _YAML for inner in path.iterdir()):
            return None
        message, remedy = "a folder in a folder is not read", f"Put its files into {kind.folder}/"
    elif is_text_file(path):
        message = f"it is not read: its name ends in {path.suffix}"
        remedy = f"Name it {Path(path.stem).stem}.yaml"
    elif (
        path.suffix.lower() not in _YAML
        or (path.suffix == ".yaml" and kind.naming.fits(path.stem))
        or ("." in path.stem and translation_of(path.name, kind))
    ):
        return None
    elif "." in path.stem and (wrong := wrong_name(path.name, kind)):
        message, remedy = wrong
    else:
        message = f"the file name '{path.name}' cannot be an id"
        remedy = f"Name it with {kind.naming.said}, ending in .yaml"
    return Problem(shown_path(path), 0, 0, "", message, remedy)


def _listing(folder: Path) -> list[Path] | list[Problem]:
    """Return what is in a folder, in order; a folder that is not there is empty."""
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"cannot read the folder: {error.strerror or type(error).__name__}"
        remedy = "Check that it is a folder, and that you may read it"
        return [Problem(shown_path(folder), 0, 0, "", message, remedy)]
