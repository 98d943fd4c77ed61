"""Prints 300 names of each locale of Faker, reads 20 back, and writes the table of docs/scripts.md.

python tests/scripts/table.py
"""

import os
import sys
import tempfile
from pathlib import Path

from names import LOCALES, NAMES, SAMPLE, names_of, tidy
from readers import READERS, folded, missing
from sheets import DAY, merged, template
from texts import LINES, MIXED

PAGE = Path(__file__).parents[2] / "docs" / "scripts.md"
START, END = "<!-- table -->\n", "<!-- end of the table -->\n"


def printed(names):
    """Return how many names print, each on a page of its own."""
    made, count = template(), 0
    for name in names:
        count += len(made.stamped({"name": tidy(name)}, DAY)) > 0
    return count


def read_back(words, before, path):
    """Return, by reader, how many lines come back among those of their pages."""
    path.write_bytes(merged(words, before))
    found = {}
    for name, read in READERS.items():
        if missing(name):
            sys.exit(missing(name))
        texts = [folded(text) for text in read(path)]
        found[name] = sum(folded(word) in text for word, text in zip(words, texts, strict=True))
    return list(found.values())


def rows(path):
    """Yield a row of cells for each locale."""
    for locale in LOCALES:
        names = names_of(locale)
        sample = [tidy(name) for name in names[:SAMPLE]]
        yield [locale, f"{printed(names)} of {NAMES}", *read_back(sample, "For ", path)]


def lines(path):
    """Yield a row of cells for each sentence of texts.py."""
    for kind, line in {**LINES, **MIXED}.items():
        yield [kind, *("yes" if found else "no" for found in read_back([line], "", path))]


def table(heads, body):
    """Return a table in Markdown."""
    cells = [heads, ["---"] * len(heads), *body]
    return "".join(f"| {' | '.join(map(str, row))} |\n" for row in cells)


def main():
    """Write the tables."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.pdf"
        sentences = table(["a sentence", *READERS], lines(path))
        names = table(["locale", "print", *READERS], rows(path))
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    after = rest.partition(END)[2]
    made = f"{before}{START}\n{sentences}\n{names}\n{END}{after}"
    PAGE.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    main()
