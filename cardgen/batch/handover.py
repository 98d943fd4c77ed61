"""Files get their names: all that a batch has made, once all of it is made."""

from collections.abc import Callable, Iterator
from heapq import merge
from operator import attrgetter

from cardgen.batch.disk import Placer, disk_problems
from cardgen.batch.folder import OutputFolder
from cardgen.batch.manifest import Entry
from cardgen.batch.rejected import RejectedList
from cardgen.batch.store import Store
from cardgen.errors import Problem

Place = Callable[[Placer, str], None]
"""Writes a file under a name. Raises OSError."""


def hand_over(store: Store, folder: OutputFolder, rejected: RejectedList) -> list[Problem]:
    """Give the file of every row its name, and tell what a person should know.

    Pages are moved away whose rows are gone; where the roster is only the rest of one, the rows
    that it lacks are not gone. Raises CannotWriteError: where a file has no place, nothing has been
    changed.
    """
    is_rest = store.manifest.identity.is_rest
    store.flush()
    with disk_problems(store.output):
        folder.claim((entry.name, entry.digest) for entry in store.waiting())
        rest = sorted(store.rest()) if is_rest else []
        names: set[str] = set()
        with store.manifest.rewriting(rejected.files) as put:
            for entry in merge(rest, _placed(store, folder), key=attrgetter("number")):
                names.add(entry.name)
                put(entry)
            left = [] if is_rest else folder.remove_others(names)
            rejected.write()
        store.remove_spools()
    return left


def _placed(store: Store, folder: OutputFolder) -> Iterator[Entry]:
    """Yield each entry when its file has its name. Raises OSError."""
    placer = Placer(store.output)
    for entry, content in store.files():
        if content is not None and not folder.has(entry.name):
            folder.make_room(entry.name)
            placer.place(entry.name, content)
        yield entry


def hand_over_whole(
    store: Store, folder: OutputFolder, rejected: RejectedList, files: list[tuple[Entry, Place]]
) -> list[Problem]:
    """Do the same for the few files that a whole roster has become."""
    placer = Placer(store.output)
    with disk_problems(store.output):
        folder.claim((entry.name, entry.digest) for entry, _ in files)
        with store.manifest.rewriting(rejected.files) as put:
            for entry, place in files:
                if not folder.has(entry.name):
                    folder.make_room(entry.name)
                    place(placer, entry.name)
                put(entry)
            left = folder.remove_others({entry.name for entry, _ in files})
            rejected.write()
        store.remove_spools()
    return left
