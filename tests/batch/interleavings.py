"""Batches that meet in one folder, and are killed: does anybody get another person's page?

Each round lets two to four processes loose on one folder, with the same roster or another, the
same options or others, and kills some of them at any moment. Then one runs to its end. All pages
that can come of it are known beforehand, byte for byte, so that each file tells whose it is.

Run outside the tests with how many rounds: `python tests/batch/interleavings.py 1000`.
"""

import csv
import hashlib
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from cardgen.api import render
from cardgen.batch.request import Batch
from cardgen.batch.run import Run
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import CardgenError
from cardgen.files import open_library
from cardgen.garbage import collect_rarely
from cardgen.paths import built_in

PEOPLE = {"a": "Person", "b": "Patient"}
MOST = 24
PATTERNS = ("{row}-{routine}.pdf", "{recipient}.pdf")
PAPERS = ("letter", "a4")
LONGEST = 0.12
"""Seconds within which a process is killed, if it is."""


def names(roster, count, first=1):
    return [f"{PEOPLE[roster]} {n}" for n in range(first, first + count)]


@dataclass
class Field:
    """What all rounds share: definitions, and whose page has which digest."""

    library: object = field(default_factory=lambda: open_library(built_in()))
    owners: dict[str, str] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self):
        for who in (*names("a", MOST), *names("b", MOST)):
            for paper in PAPERS:
                content = render(self.request(paper, who), self.library).content
                self.owners[hashlib.sha256(content).hexdigest()] = who
                self.contents[who] = content

    def request(self, paper, who=None):
        return HandoutRequest("gym-bag", paper=paper, recipient=who)


@dataclass
class Round:
    """One folder, and the processes that meet there."""

    place: Field
    folder: Path
    rnd: random.Random
    ended: Counter = field(default_factory=Counter)
    versions: dict[str, list[list[str]]] = field(default_factory=lambda: {"a": [], "b": []})

    def write(self, roster):
        """Write a roster anew: some people are gone, or stand in other rows."""
        people = names(roster, self.rnd.randint(6, MOST))
        if self.rnd.random() < 0.5:
            self.rnd.shuffle(people)
        self.versions[roster].append(people)
        temporary = self.folder / "new"
        with temporary.open("w", newline="") as file:
            csv.writer(file).writerows([["recipient"], *([one] for one in people)])
        temporary.replace(self.folder / f"{roster}.csv")

    def batch(self, roster, **options):
        options = {
            "name_pattern": self.rnd.choice(PATTERNS),
            "merge": self.rnd.random() < 0.1,
            "defaults": self.place.request(self.rnd.choice(PAPERS)),
            **options,
        }
        path, output = self.folder / f"{roster}.csv", self.folder / "out"
        return Batch(roster=path, output=output, folder=self.folder, jobs=1, **options)

    def started(self, batch):
        """Start a process that makes a batch; it ends with the exit code of its error."""
        if pid := os.fork():
            return pid
        code = 70
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            Run(batch, lambda *_: None, self.place.library).work()
            code = 0
        except CardgenError as error:
            code = error.exit_code
        finally:
            os._exit(code)

    def meet(self):
        """Let processes meet, and kill some of them."""
        running = []
        for _ in range(self.rnd.randint(2, 4)):
            roster = self.rnd.choice("ab")
            if self.rnd.random() < 0.4:
                self.write(roster)
            running.append(self.started(self.batch(roster)))
            time.sleep(self.rnd.uniform(0, LONGEST / 4))
        for pid in running:
            if self.rnd.random() < 0.5:
                time.sleep(self.rnd.uniform(0, LONGEST))
                os.kill(pid, signal.SIGKILL)
            self.ended[os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])] += 1

    def run(self):
        """Return how many pages are wrong."""
        for roster in "ab":
            self.write(roster)
        wrong = 0
        for _ in range(self.rnd.randint(1, 3)):
            self.meet()
            wrong += self.wrong_files()
        roster, pattern = self.rnd.choice("ab"), self.rnd.choice(PATTERNS)
        batch = self.batch(roster, merge=False, name_pattern=pattern)
        last = self.started(batch)
        code = os.waitstatus_to_exitcode(os.waitpid(last, 0)[1])
        self.ended[f"last {code}"] += 1
        return wrong + self.wrong_files() + (self.wrong_rows(roster, pattern) if code == 0 else 0)

    def wrong_files(self):
        """Return how many files are no whole page, or not of the person in their name."""
        wrong = 0
        for path in [*self.folder.glob("out/*.pdf"), *self.folder.glob("out/removed/*.pdf")]:
            if path.stem.rpartition("-")[0] in PEOPLE or path.stem in PEOPLE:
                continue  # all pages of a roster in one
            owner = self.place.owners.get(hashlib.sha256(path.read_bytes()).hexdigest())
            named = path.stem.partition("-")[0]
            wrong += owner is None or not (named.isdigit() or named == owner)
        return wrong

    def wrong_rows(self, roster, pattern):
        """Return how many rows have a page that the last run's list or roster does not tell."""
        (listed,) = (
            path
            for path in self.folder.glob("out/.cardgen-batch/*.jsonl")
            if json.loads(path.read_bytes().splitlines()[0])
            == {"roster": f"../{roster}.csv", "makes": "files", "refused": {}}
        )
        entries = [json.loads(line) for line in listed.read_bytes().splitlines()[1:]]
        people = self.versions[roster][-1]
        wrong = abs(len(entries) - len(people))
        for number, _, digest, name, *_ in entries:
            found = hashlib.sha256((self.folder / "out" / name).read_bytes()).hexdigest()
            owner = self.place.owners.get(found)
            stem = f"{number:04d}-gym-bag" if "row" in pattern else people[number - 1]
            right = owner == people[number - 1] and found.startswith(digest)
            wrong += not (right and name == f"{stem}.pdf")
        return wrong


def play(rounds, first=0, place=None):
    """Return how many pages were wrong in so many rounds, and how their processes ended."""
    place, wrong, ended = place or Field(), 0, Counter()
    for seed in range(first, first + rounds):
        with tempfile.TemporaryDirectory() as name:
            one = Round(place, Path(name), random.Random(seed))
            found = one.run()
        if found:
            print(f"seed {seed}: {found} wrong pages")  # noqa: T201 - a script, too
        wrong += found
        ended.update(one.ended)
    return wrong, ended


if __name__ == "__main__":
    collect_rarely()
    print(*play(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))  # noqa: T201
