"""Reads hostile rosters: 200 files made from good ones by a seeded chance, each in a process.

    python benchmarks/hostile_rosters.py [--files 200] [--seed 19] [--keep FOLDER]

Each must be read, or refused with exit code 3: no traceback, no hang, and under 300 MB. It needs
Linux, and openpyxl, which the package itself does not.
"""

import argparse
import io
import json
import random
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import openpyxl

MOST_MEGABYTES = 300
SECONDS = 60
READ, REFUSED = 0, 3
_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_ROWS = [
    ["recipient", "routine", "date", "note", "figure-four.dose.hold"],
    *(
        [f"Person {i}", "post-run", f"{1 + i % 28:02d}/11/2026", "Go, slowly", 20]
        for i in range(60)
    ),
]


def csv_text() -> bytes:
    """Return a good roster as CSV."""
    quoted = ([f'"{cell}"' if "," in str(cell) else str(cell) for cell in row] for row in _ROWS)
    return "".join(",".join(row) + "\r\n" for row in quoted).encode("utf-8-sig")


def json_lines() -> bytes:
    """Return the same as JSON Lines."""
    head, *rows = _ROWS
    return "".join(json.dumps(dict(zip(head, row, strict=True))) + "\n" for row in rows).encode()


def yaml_list() -> bytes:
    """Return the same as a list in YAML, of which JSON is a part."""
    return b"".join(b"- " + line + b"\n" for line in json_lines().splitlines())


def xlsx() -> bytes:
    """Return the same as a spreadsheet."""
    book = openpyxl.Workbook()
    for row in _ROWS:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods() -> bytes:
    """Return the same in the OpenDocument format, written by hand."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in _ROWS
    )
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content{spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return package(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": b"<manifest/>",
        }
    )


def package(parts: dict[str, bytes]) -> bytes:
    """Return a ZIP file of some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a ZIP file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Return content with a few bytes that are others."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def cut(content: bytes, chance: random.Random) -> bytes:
    """Return the start of content."""
    return content[: chance.randrange(len(content))]


def moved(content: bytes, chance: random.Random) -> bytes:
    """Return content with a piece of it once more somewhere else."""
    start, place = chance.randrange(len(content)), chance.randrange(len(content))
    return content[:place] + content[start : start + chance.randint(1, 400)] + content[place:]


_SIGNS = (
    b'"', b'""', b"\0", b"\r", b"\n\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b",,,,,",
    b";", b"\t", b"\\", b"<", b"&amp;", b"=1+1", b"\xed\xa0\x80", b"9" * 5000, b"[" * 3000, b"{",
    b"*a", b"&a", b"!!python/object", b"1e999", b"NaN", b"\xf0\x9f\x8f\x83", b"A" * 200_000,
)  # fmt: skip


def strewn(content: bytes, chance: random.Random) -> bytes:
    """Return content with signs in it that mean something to a reader."""
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(content))
        content = content[:place] + chance.choice(_SIGNS) + content[place:]
    return content


def within(spoil: Callable[[bytes, random.Random], bytes]) -> Callable[..., bytes]:
    """Return what spoils a part of a package and packs it again."""

    def spoiled(content: bytes, chance: random.Random) -> bytes:
        parts = parts_of(content)
        name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        return package({**parts, name: spoil(parts[name], chance)})

    return spoiled


def blown_up(content: bytes, chance: random.Random) -> bytes:
    """Return a package that is small and unfolds to very much, or spans very many cells."""
    parts = parts_of(content)
    if "content.xml" in parts:
        rows, columns = 10 ** chance.randint(4, 9), 10 ** chance.randint(3, 9)
        text = parts["content.xml"].decode()
        for tag, many in (("row", rows), ("cell", columns)):
            side = "rows" if tag == "row" else "columns"
            begun = f"<table:table-{tag} table:number-{side}-repeated='{many}'"
            text = text.replace(f"<table:table-{tag}", begun, 1)
        return package({**parts, "content.xml": text.encode()})
    name = chance.choice(sorted(_BOMBS))
    sheet = _BOMBS[name](parts["xl/worksheets/sheet1.xml"].decode())
    return package({**parts, "xl/worksheets/sheet1.xml": sheet.encode()})


def _sheet(data: str, before: str = "") -> str:
    return f"{before}<worksheet {_NS}><sheetData>{data}</sheetData></worksheet>"


_FAR = (
    "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
)
_ENTITIES = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
_MERGED = '<mergeCell ref="A1:XFD1048576"/>' * 50
_BOMBS: dict[str, Callable[[str], str]] = {
    "far": lambda _: _sheet(_FAR),
    "long": lambda _: _sheet(" " * 400_000_000),
    "cells": lambda _: _sheet(f"<row>{'<c><v>1</v></c>' * 6_000_000}</row>"),
    "entities": lambda _: _sheet("&b;", _ENTITIES),
    "merged": lambda sheet: sheet.replace(
        "</sheetData>", f"</sheetData><mergeCells>{_MERGED}</mergeCells>"
    ),
}


GOOD = {".csv": csv_text, ".jsonl": json_lines, ".yaml": yaml_list, ".xlsx": xlsx, ".ods": ods}
SPOILERS = (flipped, cut, moved, strewn)
PACKED = (*map(within, SPOILERS), flipped, cut, blown_up, blown_up)


def hostile(number: int, seed: int) -> tuple[str, bytes]:
    """Return the ending and the content of a hostile file, always the same."""
    chance = random.Random(f"{seed}-{number}")  # noqa: S311 - no secret
    ending = list(GOOD)[number % len(GOOD)]
    spoilers = PACKED if ending in (".xlsx", ".ods") else SPOILERS
    return ending, chance.choice(spoilers)(GOOD[ending](), chance)


def judged(path: Path) -> tuple[int, str, float]:
    """Return the exit code of a check of a file, what it says, and the megabytes it took."""
    program = (
        "import sys\nfrom cardgen.cli import main\n"
        "try:\n    main(['check', sys.argv[1], '--ignore-columns'])\n"
        # Not ru_maxrss: that begins with what this process has.
        "finally:\n    print(*(line for line in open('/proc/self/status') if 'VmHWM' in line))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, path.name],
        cwd=path.parent,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    kilobytes = int(done.stdout.rpartition("VmHWM:")[2].partition("kB")[0] or 0)
    return done.returncode, done.stdout + done.stderr, kilobytes / 1024


def main() -> None:
    """Judge all files, and tell of those that were neither read nor refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=19)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    folder = asked.keep or Path(tempfile.mkdtemp())
    folder.mkdir(exist_ok=True)
    codes: Counter[int] = Counter()
    bad, most = [], 0.0
    for number in range(asked.first, asked.first + asked.files):
        ending, content = hostile(number, asked.seed)
        path = folder / f"{number:04d}{ending}"
        path.write_bytes(content)
        try:
            code, said, megabytes = judged(path)
        except subprocess.TimeoutExpired:
            bad.append(f"{path.name}: no answer within {SECONDS} s")
            continue
        codes[code] += 1
        most = max(most, megabytes)
        if code not in (READ, REFUSED) or "Traceback" in said or "panicked" in said:
            bad.append(f"{path.name}: exit code {code}\n{said[-2000:]}")
        elif megabytes > MOST_MEGABYTES:
            bad.append(f"{path.name}: {megabytes:.0f} MB")
    print("\n".join(bad))
    print(f"{asked.files} files: {codes[READ]} read, {codes[REFUSED]} refused, {len(bad)} bad;")
    print(f"at most {most:.0f} MB")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
