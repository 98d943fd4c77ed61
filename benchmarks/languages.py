"""A batch in five languages, mixed, beside the same in English: what a row takes.

Rows have names alone, dates, notes in English, or notes in their own language.

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
COLUMNS = ("recipient", "language", "date", "note")
NOTES = {
    "en": "go slowly and breathe well",
    "es": "vaya despacio y respire bien",
    "vi": "đi chậm và thở đều",
    "zh": "慢慢来、好好呼吸",
    "ar": "تمهّل وتنفّس جيدًا",
}
CASES = {
    "names": (),
    "names, dates": ("date",),
    "names, dates, notes": ("date", "note"),
    "names, own notes": ("own",),
}
"""What rows have beside a name."""
_FIRST = ("Ana", "Omar", "Li", "Hoa", "John", "Maria", "Samir", "Mei", "Linh", "Ruth")
_LAST = ("Perez", "Haddad", "Wei", "Nguyen", "Smith", "Lopez", "Aziz", "Chen", "Tran", "Jones")


def roster(
    languages: Sequence[str], has: Sequence[str], folder: Path, rows: int, _library: Path
) -> Path:
    """Write a roster of people in turns of languages, and return its place."""
    path = folder / f"{'-'.join(languages)}-{rows}.csv"
    names = product(range(rows), _FIRST, _LAST)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number, (_, first, last) in enumerate(islice(names, rows)):
            language = languages[number % len(languages)]
            date = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}" if "date" in has else ""
            note = f"{NOTES['en']} {number}" if "note" in has else ""
            own = f"{NOTES[language]} {number}" if "own" in has else ""
            writer.writerow((f"{first} {last}", language, date, note or own))
    return path


def main() -> None:
    """Print what a row takes in each, and how much more the mixed ones take."""
    program = Program(HERE)
    print(f"{'ms of the processor':24}{'English':>9}{'mixed':>9}{'ratio':>7}")
    for name, has in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            english, mixed = (
                Rows(partial(roster, languages, has), FEW, MANY).measure(
                    program, Path(folder), HERE
                )
                for languages in (("en",), LANGUAGES)
            )
        ratio = mixed.cpu / english.cpu
        print(f"{name:24}{1000 * english.cpu:9.2f}{1000 * mixed.cpu:9.2f}{ratio:7.2f}")


if __name__ == "__main__":
    main()
