"""What commands keep from one run to the next, and where.

Only what anyone may see is kept: options, what a library has, and pages without a word of a person.
"""

import datetime
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli.options import epoch_date
from cardgen.cli.place import library_folder, settings_said
from cardgen.cli.timing import stage
from cardgen.errors import Problem
from cardgen.model.rendered import Rendered
from cardgen.paths import CACHE_VARIABLE
from cardgen.store import NO_STORE, FolderStore, Store, key_of

if TYPE_CHECKING:
    from cardgen.model.library import Library

NO_CACHE = "--no-cache"
OFF = "off"
_STORE = "cardgen.store"
"""Where a context has the store."""


def no_cache() -> click.Option:
    """Return the option that turns the store off; `open_store` looks for it."""
    about = "Keep nothing for the next time, and use nothing that was kept."
    return click.Option([NO_CACHE], is_flag=True, expose_value=False, help=about)


def open_store(context: click.Context, arguments: Sequence[str]) -> None:
    """Give a context the store that a command line is to use."""
    context.meta[_STORE] = NO_STORE if NO_CACHE in arguments else _opened()


def store() -> Store:
    """Return the store of the command that runs; one that keeps nothing where none runs."""
    context = click.get_current_context(silent=True)
    found: Store = context.meta.get(_STORE, NO_STORE) if context else NO_STORE
    return found


def _opened() -> Store:
    named = os.environ.get(CACHE_VARIABLE, "")
    if named == OFF:
        return NO_STORE
    from cardgen.program import program_digest

    return FolderStore(Path(named) if named else _usual_folder(), program_digest)


def _usual_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("cardgen", appauthor=False) / "parts"


def kept_values(name: Sequence[str], make: Callable[[], Any]) -> Any:
    """Return what `make` gives, as JSON holds it, from the store where it was kept.

    `name` tells all that it depends on beside the program.
    """
    return _kept(key_of("values", *name), make)


def kept_of_library(name: Sequence[str], make: Callable[[], Any]) -> Any:
    """Return the same of what depends on all definitions as well."""
    with stage("cache"):
        definitions = definitions_key()
    return make() if definitions is None else _kept(key_of(definitions, *name), make)


def _kept(key: bytes, make: Callable[[], Any]) -> Any:
    with stage("cache"):
        found = store().get(key)
    if found is None:
        found = json.dumps(make()).encode()
        store().put(key, found)
    return json.loads(found)


def open_library(definitions: bytes | None = None) -> "Library":
    """Return the definitions of the command that runs, as they were kept or as their files say.

    `definitions` is their key, where it has been asked for. What is wrong with some is in
    `Library.problems`, and stops only who asks for them.
    """
    from cardgen import files
    from cardgen.library.packed import packed, unpacked

    with stage("cache"):
        here, key = library_folder(), definitions or definitions_key()
        kept = store().get(key) if key else None
        found = unpacked(kept, here.resolve()) if kept else None
    if found is not None:
        return found
    with stage("definitions"):
        found = files.open_library(here)
    with stage("cache"):
        written = packed(found) if key else None
        if key and written:
            store().put(key, written)
    return found


def definitions_key() -> bytes | None:
    """Return what all definitions are kept by; None where they cannot be.

    Where one works counts, too: paths are shown from there.
    """
    if store() is NO_STORE:
        return None
    from cardgen.library.digest import UnsettledError, definitions_digest

    here = library_folder()
    try:
        digest = definitions_digest(here)
    except (OSError, UnsettledError):
        return None
    return key_of("library", os.fsencode(here), os.fsencode(Path.cwd()), digest)


def document_key(
    definitions: bytes | None, kind: str, typed: Mapping[str, Any], day: datetime.date | None
) -> bytes | None:
    """Return what a document is kept by that a command line asks for; None where it is not.

    `definitions` is the key of these, and `day` that by which its texts may be old, if it tells so.
    """
    settled = settings_said()
    if definitions is None or settled is None:
        return None
    said = [f"{name}={value!r}" for name, value in sorted(typed.items())]
    return key_of(definitions, "document", kind, f"{day} {epoch_date()}", settled, *said)


def kept_document(key: bytes | None) -> tuple[str, Rendered] | None:
    """Return a document that was kept, and the name of its file; None where it was not."""
    found = store().get(key) if key else None
    if found is None:
        return None
    head, _, rest = found.partition(b"\n")
    told, contents = json.loads(head), []
    for size in told["sizes"]:
        contents.append(rest[:size])
        rest = rest[size:]
    warnings = tuple(Problem(**warning) for warning in told["warnings"])
    return told["name"], Rendered(tuple(contents), tuple(told["facts"]), warnings)


def keep_document(key: bytes | None, name: str, made: Rendered) -> None:
    """Keep a document by its key, and the name of its file.

    One is not kept whose warnings tell where in a person's files something lies.
    """
    if key is None or any(Path(warning.file).is_absolute() for warning in made.warnings):
        return
    told = {
        "name": name,
        "facts": made.facts,
        "warnings": [asdict(warning) for warning in made.warnings],
        "sizes": [len(content) for content in made.contents],
    }
    store().put(key, b"".join([json.dumps(told).encode(), b"\n", *made.contents]))
