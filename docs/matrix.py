"""What each condition does to each move, as a table: a page of the reference."""

from collections.abc import Iterator

from cardgen.library.read import read_library
from cardgen.model.caution import Caution
from cardgen.model.library import Library, Record
from cardgen.model.stretch import Stretch
from cardgen.paths import stock

LETTERS = {"hide": "H", "replace": "R", "change": "C", "warn": "W"}
"""By effect, the gravest first."""


def matrix() -> str:
    """Return the page: a table of all moves and conditions, and what each letter stands for."""
    library = read_library(stock())
    acting = [id_ for id_, one in library.conditions.items() if not one.stop]
    rows = [_row(stretch, acting) for stretch in library.stretches.values()]
    head = "| move | " + " | ".join(f"`{id_}`" for id_ in acting) + " |"
    parts = [
        "# What each condition does to each move\n",
        "H: left out. R: another move in its place. C: changed. W: kept, with a caution. An empty",
        "cell: kept as it is. [What a condition does to a move](../how-to/conditions.md) tells how",
        "several go together.\n",
        f"{head}\n|{'---|' * (len(acting) + 1)}",
        *rows,
        "",
        *_stops(library),
        "## In words\n",
        *(line for stretch in library.stretches.values() for line in _words(stretch, library)),
    ]
    return "\n".join(parts) + "\n"


def _row(stretch: Record[Stretch], conditions: list[str]) -> str:
    cells = (_letter(stretch, condition) for condition in conditions)
    return f"| {stretch.value.name} | {' | '.join(cells)} |"


def _letter(stretch: Record[Stretch], condition: str) -> str:
    effects = {one.effect for one in stretch.value.cautions if condition in one.conditions}
    return next((letter for effect, letter in LETTERS.items() if effect in effects), "")


def _stops(library: Library) -> Iterator[str]:
    yield "A page for people with one of these has no moves:\n"
    for id_, condition in library.conditions.items():
        if condition.stop:
            yield f"- `{id_}` ({condition.name}): {condition.stop}"
    yield ""


def _words(stretch: Record[Stretch], library: Library) -> Iterator[str]:
    yield f"### {stretch.value.name}\n"
    yield from (f"- {_told(caution, library)}" for caution in stretch.value.cautions)
    yield ""


def _told(caution: Caution, library: Library) -> str:
    ids = ", ".join(f"`{id_}`" for id_ in caution.conditions) or "everyone"
    said = f"{caution.when}: {caution.advice}" if caution.when else caution.advice
    told = f"{ids}: **{LETTERS[caution.effect]}**. {said}"
    if caution.replace_by:
        told += f" → {library.stretches[caution.replace_by].value.name}"
    if caution.instead and caution.instead != caution.advice:
        told += f" Instead: {caution.instead}"
    return told
