"""Reads every export back with pandoc, citation-js, rispy and BibTeX's own plain style.

None of them is among cardgen's own tools. Set them up in a folder of their own, and name it:

    python -m venv DIR/venv && DIR/venv/bin/pip install pypandoc_binary==1.17 rispy==0.10.0
    cd DIR && npm install @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 \
        @citation-js/plugin-ris@0.8.2 @citation-js/plugin-csl@0.9.0
    apt-get install texlive-binaries texlive-base
    python benchmarks/exports.py DIR

It prints each field that did not come back, and each warning. The exit code is 1 when there is any
that is not in KNOWN.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cardgen.bibliography.csl import Item, csl_item
from cardgen.bibliography.formats import FORMATS
from cardgen.catalog import cited_sources

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "bibliography"))
from records import HARD

PANDOC = {"csl-json": "csljson", "bibtex": "bibtex", "biblatex": "biblatex", "ris": "ris"}
CITATION_JS = {"bibtex": "@bibtex/text", "biblatex": "@biblatex/text", "ris": "@ris/file"}
KNOWN = {
    # Plain BibTeX has neither web pages nor letters, and no field that others read as a site.
    ("pandoc", "bibtex"): {"type", "number", "issue", "container-title"},
    ("citation-js", "bibtex"): {
        "type", "number", "issue", "container-title", "container-title-short", "PMID", "PMCID",
        "accessed", "author",
    },
    ("pandoc", "biblatex"): {"number"},
    ("citation-js", "biblatex"): {"container-title"},
    # What pandoc and citation-js do not read of RIS, whoever wrote it.
    ("pandoc", "ris"): {
        "type", "number", "issued", "author", "container-title-short", "PMID", "PMCID",
        "publisher-place", "ISBN", "accessed", "genre",
    },
    ("citation-js", "ris"): {"author", "PMID", "publisher", "number", "ISBN", "accessed", "genre"},
}  # fmt: skip
"""What each reader makes nothing of. `number` is in the pages too; a name of a suffix or a body."""
READ = """
const { Cite } = require("@citation-js/core");
for (const name of ["bibtex", "ris", "csl"]) require("@citation-js/plugin-" + name);
const [file, forceType] = process.argv.slice(1);
const text = require("fs").readFileSync(file, "utf8");
const cite = new Cite(text, forceType ? { forceType } : {});
console.log(JSON.stringify(cite.get({ format: "real", type: "json", style: "csl" })));
"""


def main() -> int:
    """Print what did not come back. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    tools = parser.add_argument("folder", type=Path) and parser.parse_args().folder.resolve()
    pairs = [(record.id, record.value) for record in cited_sources((), Path("/nowhere"))]
    items = [csl_item(id_, source) for id_, source in (*pairs, *HARD.items())]
    fails = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for form, write in FORMATS.items():
            (folder / form).write_text(write(items), "utf-8")
        for reader, form, found in _readings(folder, tools):
            lost = _lost(items, found)
            new = lost.keys() - KNOWN.get((reader, form), set())
            fails += len(new)
            print(f"{reader} reads {form}: {len(found)} of {len(items)}; lost: {lost or 'nothing'}")
        fails += _bibtex_warnings(folder)
    return int(bool(fails))


def _readings(folder: Path, tools: Path) -> Iterator[tuple[str, str, list[Item]]]:
    pandoc = next(tools.glob("venv/lib/*/site-packages/pypandoc/files/pandoc"))
    for form, theirs in PANDOC.items():
        done = _run(folder, pandoc, "-f", theirs, "-t", "csljson", form)
        yield "pandoc", form, json.loads(done)
    for form in PANDOC:
        command = ["node", "-e", READ, "--", folder / form, CITATION_JS.get(form, "")]
        yield "citation-js", form, json.loads(_run(tools, *command))
    script = "import json, rispy, sys; print(json.dumps(rispy.load(open(sys.argv[1]))))"
    entries = json.loads(_run(folder, tools / "venv/bin/python", "-c", script, "ris"))
    assert all("unknown_tag" not in entry for entry in entries)  # noqa: S101 - a check of its own
    yield "rispy", "ris", [{"id": entry["id"], "title": entry["title"]} for entry in entries]


def _run(folder: Path, *command: object) -> str:
    done = subprocess.run(
        list(map(str, command)), cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode or done.stderr:
        print(done.stderr)
    return done.stdout


def _bibtex_warnings(folder: Path) -> int:
    (folder / "all.bib").write_text((folder / "bibtex").read_text("utf-8"), "utf-8")
    lines = ["\\relax", "\\citation{*}", "\\bibstyle{plain}", "\\bibdata{all}"]
    (folder / "all.aux").write_text("\n".join(lines) + "\n")
    said = _run(folder, "bibtex", "all")
    warnings = [line for line in said.splitlines() if "arning" in line or "error" in line]
    entries = (folder / "all.bbl").read_text("utf-8").count("\\bibitem")
    print(f"bibtex, plain.bst: {entries} entries; {warnings or 'no warning'}")
    return len(warnings)


def _lost(items: list[Item], found: list[Item]) -> dict[str, int]:
    """Return how often each field did not come back; readers of titles alone have no others."""
    back = {item["id"]: item for item in found}
    fields = {key for item in found for key in item}
    lost: dict[str, int] = {}
    for item in items:
        there = back.get(item["id"], {})
        for key in item.keys() & (fields if fields == {"id", "title"} else item.keys()):
            if _bare(key, item[key]) != _bare(key, there.get(key)):
                lost[key] = lost.get(key, 0) + 1
    return lost


def _bare(key: str, value: object) -> object:
    """Return a value without what readers may write in their own way: quotes, dashes, markup."""
    if key == "author":
        return [_name(name) for name in value or ()]
    if isinstance(value, dict):
        return [int(part) for part in value["date-parts"][0]]
    text = re.sub(r"<[^>]+>", "", str(value))
    return re.sub(r"[\W_]+", "", text)


def _name(name: dict[str, str]) -> str:
    parts = ("dropping-particle", "non-dropping-particle", "family", "literal", "given", "suffix")
    return re.sub(r"\W+", "", "".join(name.get(part, "") for part in parts))


if __name__ == "__main__":
    sys.exit(main())
