"""A batch in five languages, mixed, beside the same in English: what a row takes.

Run it with `python benchmarks/languages.py`.
"""

import csv
import tempfile
from collections.abc import Sequence
from functools import partial
from itertools import islice, product
from pathlib import Path

from program import HERE, Program, Rows

LANGUAGES = ("en", "es", "vi", "zh", "ar")
FEW, MANY = 100, 2600
_FIRST = ("Ana", "Omar", "Li", "Hoa", "John", "Maria", "Samir", "Mei", "Linh", "Ruth")
_LAST = ("Perez", "Haddad", "Wei", "Nguyen", "Smith", "Lopez", "Aziz", "Chen", "Tran", "Jones")


def roster(languages: Sequence[str], folder: Path, rows: int, _library: Path) -> Path:
    """Write a roster of names in turns of languages, and return its place."""
    path = folder / f"{'-'.join(languages)}-{rows}.csv"
    names = product(range(rows), _FIRST, _LAST)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("recipient", "language"))
        for number, (_, first, last) in enumerate(islice(names, rows)):
            writer.writerow((f"{first} {last}", languages[number % len(languages)]))
    return path


def main() -> None:
    """Print what a row takes in each, and how much more the mixed ones take."""
    program = Program(HERE)
    with tempfile.TemporaryDirectory() as folder:
        taken = [
            Rows(partial(roster, languages), FEW, MANY).measure(program, Path(folder), HERE)
            for languages in (("en",), LANGUAGES)
        ]
    for name, row in zip(("English", "five languages"), taken, strict=True):
        print(f"{name:16}{1000 * row.cpu:8.2f} ms of the processor a row")
    print(f"{'ratio':16}{taken[1].cpu / taken[0].cpu:8.2f}")


if __name__ == "__main__":
    main()
