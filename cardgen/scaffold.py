"""New files for a working folder: commented examples, never in place of what is there."""

import datetime
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cardgen.errors import InvalidDataError, Problem
from cardgen.kinds import KINDS, ROSTER, WORDS, Naming
from cardgen.paths import DATA, built_in, stock_file
from cardgen.words import plain_words
from cardgen.write import write_whole

EXAMPLES = DATA / "examples"
SCHEMAS = DATA / "schemas"
SCHEMA_FOLDER = ".schemas"
"""Where a working folder keeps the schemas that its files name."""
LONGEST_NAME = 60
# The id, the name and the review's day that each example has until a file is made from it.
_EXAMPLE_ID = re.compile(r"\b(single-knee-to-chest|easy-evening)\b")
_EXAMPLE_NAME = re.compile(r"Single Knee to Chest|Easy Evening")
_PICTURE = re.compile(r"(?m)^ *- file: (\S+)$")
_EXAMPLE_DATE = re.compile(r"(?m)^(reviewed:\n  date: )\d{4}-\d\d-\d\d$")


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to make: where, below the working folder, and what will be in it."""

    place: str
    content: bytes


def new_files(kind: str, name: str, today: datetime.date) -> list[NewFile]:
    """Return the files that an example of `kind` called `name` is made of.

    With the name of a built-in one they are a copy of that. Raises InvalidDataError when `name`
    cannot be an id.
    """
    _check_name(name, KINDS[kind].naming if kind in KINDS else WORDS)
    if kind == ROSTER:
        return [NewFile(f"{name}.csv", (EXAMPLES / "roster.csv").read_bytes())]
    place = KINDS[kind].place.format(id=name)
    if file := stock_file(place):
        return _copies(kind, place, file)
    files = [NewFile(place, _example(kind, name, today).encode())]
    if kind == "stretch":
        picture = (EXAMPLES / "picture.svg").read_bytes()
        files.append(NewFile(f"images/{name}.svg", picture))
    return files


def _copies(kind: str, place: str, file: Path) -> list[NewFile]:
    text = file.read_text(encoding="utf-8")
    shown = dict.fromkeys(_PICTURE.findall(text) if kind == "stretch" else ())
    pictures = [f"images/{name}" for name in shown]
    copied = [NewFile(picture, (built_in() / picture).read_bytes()) for picture in pictures]
    return [NewFile(place, (schema_line(kind) + text).encode()), *copied]


def source_files(texts: Mapping[str, str]) -> list[NewFile]:
    """Return the files of sources, by their ids. Raises InvalidDataError when one can be no id."""
    for name in texts:
        _check_name(name, WORDS)
    return [
        NewFile(KINDS["source"].place.format(id=name), (schema_line("source") + text).encode())
        for name, text in texts.items()
    ]


def starter_files(today: datetime.date) -> list[NewFile]:
    """Return the files of a whole working folder."""
    stretch, picture = new_files("stretch", "my-stretch", today)
    (routine,) = new_files("routine", "my-routine", today)
    (pose,) = new_files("pose", "my-stretch", today)
    (source,) = new_files("source", "page2012", today)
    (clinic,) = new_files("clinic", "clinic", today)
    items = routine.content.replace(b"\nitems:\n", b"\nitems:\n- stretch: my-stretch\n", 1)
    readme = NewFile("README.md", (EXAMPLES / "README.md").read_bytes())
    (roster,) = new_files(ROSTER, "roster", today)
    routine = NewFile(routine.place, items)
    return [readme, stretch, picture, pose, routine, source, clinic, roster]


def make(folder: Path, files: list[NewFile]) -> None:
    """Write `files` below `folder`, and the schemas that they name.

    Raises InvalidDataError, and writes nothing, when one of them is there already.
    """
    present = [file.place for file in files if os.path.lexists(folder / file.place)]
    if present:
        remedy = "Choose another name, or change what is there"
        raise InvalidDataError(
            Problem(place, 0, 0, "", "there is such a file already", remedy) for place in present
        )
    write_files(folder, files)


def write_files(folder: Path, files: list[NewFile]) -> None:
    """Write `files` below `folder`, whatever is there, and the schemas that they name."""
    for schema in sorted(SCHEMAS.glob("*.json")):
        write_whole(folder / SCHEMA_FOLDER / schema.name, schema.read_bytes())
    for file in files:
        write_whole(folder / file.place, file.content)


def is_built_in(kind: str, name: str) -> bool:
    """Tell whether a file of this kind and name takes the place of a built-in one."""
    return kind in KINDS and stock_file(KINDS[kind].place.format(id=name)) is not None


def schema_line(kind: str) -> str:
    """Return the line by which editors find the schema of a file, with the path to it."""
    up = "../" * KINDS[kind].place.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{kind}.json\n"


def _example(kind: str, name: str, today: datetime.date) -> str:
    text = (EXAMPLES / f"{kind}.yaml").read_text(encoding="utf-8")
    text = _EXAMPLE_ID.sub(name, text)
    text = _EXAMPLE_NAME.sub(name.replace("-", " ").title(), text)
    return schema_line(kind) + _EXAMPLE_DATE.sub(rf"\g<1>{today}", text)


def _check_name(name: str, naming: Naming) -> None:
    if naming.fits(name) and len(name) <= LONGEST_NAME:
        return
    tidy = naming.joint.join(plain_words(name))[:LONGEST_NAME].strip(naming.joint)
    remedy = f"Such as: {tidy if naming.fits(tidy) else naming.example}"
    found = f"more than {LONGEST_NAME} of them" if len(name) > LONGEST_NAME else f"'{name}'"
    message = f"expected an id: {naming.said}, found {found}"
    raise InvalidDataError([Problem("", 0, 0, "NAME", message, remedy)])
