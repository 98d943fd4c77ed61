"""Lays out what would be printed, to see whether it fits and how sharp its photos are.

Each layout is made once, on all cores. What was found of one is kept: it is found again as long
as nothing changes that it may depend on.
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from cardgen.errors import CardgenError, DoesNotFitError, Problem
from cardgen.library.digest import UnsettledError, definitions_digest
from cardgen.lint.data import limits
from cardgen.model.library import Library, Record
from cardgen.model.reference import references
from cardgen.paths import data_ids
from cardgen.store import NO_STORE, Store, key_of

_POINTS_PER_INCH = 72
_ARRANGED = ("stretches", "routines")
"""The kinds that are laid out, each definition with those that it names."""
_FEW = 12
"""So many are laid out faster than other processes start."""
_PARTS = 8
"""So many parts each core gets, so that none waits long for the others."""
_Asked = tuple[tuple[str, object], ...]
"""The fields of a request."""
Told = Callable[[int, int], None]
"""Is told how many layouts are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A stretch or a routine, laid out in one size or on one paper."""

    file: str
    """The file of what was laid out."""
    product: str
    """What it is: "a card of size poker"."""
    problems: tuple[Problem, ...] = ()
    misfit: bool = False
    """True when the problems are that it does not fit."""
    sharpness: tuple[float, ...] = ()
    """Dots an inch of each photo, in the order of the page."""


class _Trial(NamedTuple):
    """What is to be laid out."""

    record: Record[Any]
    """A stretch or a routine."""
    product: str
    kind: str
    asked: _Asked
    has_photo: bool = False


def proofs(library: Library, files: frozenset[str], store: Store, told: Told) -> list[Proof]:
    """Return a proof of each stretch of `files` in each size, and each routine on each paper."""
    trials = [*_trials(library, files)]
    keys = _keys(trials, library) if store is not NO_STORE else [None] * len(trials)
    found = [_kept(store, key) for key in keys]
    missing = [trial for trial, proof in zip(trials, found, strict=True) if proof is None]
    told(len(trials) - len(missing), len(trials))
    done = partial(_done, told, len(trials) - len(missing), len(trials))
    made = iter(_made(missing, library, done))
    whole = [proof or next(made) for proof in found]
    for key, before, proof in zip(keys, found, whole, strict=True):
        if key and before is None:
            store.put(key, json.dumps(asdict(proof)).encode())
    return whole


def _done(told: Told, before: int, total: int, count: int) -> None:
    told(before + count, total)


def _trials(library: Library, files: frozenset[str]) -> Iterator[_Trial]:
    for stretch in library.stretches.values():
        photo = any(
            not shown.file.lower().endswith(".svg") for shown in stretch.value.illustrations
        )
        for size in data_ids("sizes") if stretch.file in files else ():
            card: _Asked = (("targets", (stretch.id,)), ("size", size))
            yield _Trial(stretch, f"a card of size {size}", "cards", card, photo)
    for routine in library.routines.values():
        for paper in limits().papers if routine.file in files else ():
            page: _Asked = (("routine", routine.id), ("paper", paper))
            yield _Trial(routine, f"a handout on {paper}", "handout", page)


def _keys(trials: Sequence[_Trial], library: Library) -> list[bytes | None]:
    """Return what each proof is kept by: a digest of its definition, and of all that it may need.

    That is what it names, directly or not, and all that is neither a stretch nor a routine.
    """
    try:
        others = definitions_digest(library.folder, without=(*_ARRANGED, "images"))
    except (OSError, UnsettledError):
        return [None] * len(trials)
    told = {t.record.file: b"".join(_told(t.record, library, set())) for t in trials}
    here = os.fsencode(Path.cwd())
    return [
        key_of("proof", here, others, told[t.record.file], t.product, t.kind, repr(t.asked))
        for t in trials
    ]


def _told(record: Record[Any], library: Library, seen: set[str]) -> Iterator[bytes]:
    """Yield what tells a definition from any other, and the same of those that it names."""
    if record.file in seen:
        return
    seen.add(record.file)
    yield key_of(str(record.root), record.id, repr(record.value), record.pictures)
    for reference in references(record.value):
        if reference.folder in _ARRANGED:
            named = library.of_kind(reference.folder).get(reference.id)
            yield from _told(named, library, seen) if named else ()


def _kept(store: Store, key: bytes | None) -> Proof | None:
    found = store.get(key) if key else None
    if found is None:
        return None
    values = json.loads(found)
    problems = tuple(Problem(**problem) for problem in values.pop("problems"))
    return Proof(**values | {"problems": problems, "sharpness": tuple(values["sharpness"])})


def _made(
    trials: Sequence[_Trial], library: Library, done: Callable[[int], None]
) -> Iterator[Proof]:
    """Yield the proof of each trial; `done` is told how many there are."""
    cores = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    if len(trials) <= _FEW or cores == 1:
        for count, trial in enumerate(trials, 1):
            yield _proof(library, trial)
            done(count)
        return
    size = max(1, len(trials) // (cores * _PARTS))
    parts = [trials[i : i + size] for i in range(0, len(trials), size)]
    count = 0
    with ProcessPoolExecutor(cores) as pool:
        for found in pool.map(partial(_proofs, library), parts):
            count += len(found)
            done(count)
            yield from found


def _proofs(library: Library, trials: Sequence[_Trial]) -> list[Proof]:
    return [_proof(library, trial) for trial in trials]


def _proof(library: Library, trial: _Trial) -> Proof:
    from cardgen.api import lay_out, render  # noqa: PLC0415 - drawing takes long to import
    from cardgen.documents import KINDS  # noqa: PLC0415

    file, product = trial.record.file, trial.product
    try:
        request = KINDS[trial.kind].request(**dict(trial.asked))
        if not trial.has_photo:
            lay_out(request, library)
            return Proof(file, product)
        pdf = render(request, library).content
    except CardgenError as error:
        return Proof(file, product, error.problems, isinstance(error, DoesNotFitError))
    return Proof(file, product, sharpness=tuple(_sharpness(pdf)))


def _sharpness(pdf: bytes) -> Iterator[float]:
    import pypdfium2  # noqa: PLC0415 - only photos need it
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
                left, _, right, _ = image.get_bounds()
                pixels, _ = image.get_px_size()
                yield pixels / (right - left) * _POINTS_PER_INCH
