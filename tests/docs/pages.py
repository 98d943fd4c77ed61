"""Follows a page of the docs as a reader would: writes its files, runs its commands."""

import os
import re
import shlex
from pathlib import Path

from cardgen.paths import PACKAGE

DOCS = PACKAGE.parent / "docs"
_FENCE = re.compile(
    r"(?:<!-- (?P<remark>[^>]*?) -->\n)?^```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n"
    r"(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def blocks(page):
    """Return the fenced blocks of a page, in order."""
    return [match.groupdict() for match in _FENCE.finditer(page.read_text(encoding="utf-8"))]


def follow(page, run):
    """Follow a page in the working folder; return the commands that were run.

    Each command must succeed, and an output that is shown must be what the command before says.
    """
    done, said = [], ""
    for block in blocks(page):
        if block["kind"] == "sh":
            for line in block["text"].splitlines():
                said = _run(line, run)
                done.append(line)
        elif block["title"] == "output":
            assert block["text"] in said, (block["text"], said)
        elif block["title"]:
            _write(Path(block["title"]), block["text"])
        elif block["remark"]:
            _edit(block["remark"], block["text"])
    return done


def _run(line, run):
    program, *words = shlex.split(line)
    if program == "cd":
        os.chdir(*words)
        return ""
    assert program == "cardgen", line
    result = run(*words)
    assert result.exit_code == 0, (line, result.output)
    return result.stdout


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _edit(remark, text):
    path = Path(remark.rpartition(" in: ")[2])
    old = re.search('"(.*)"', remark)
    old = f"{old[1]}\n" if old else text.splitlines(keepends=True)[0]
    there = path.read_text(encoding="utf-8")
    assert there.count(old) == 1
    path.write_text(there.replace(old, text), encoding="utf-8")
