"""The same input makes the same bytes, wherever and whenever it is built."""

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from cardgen.paths import built_in
from cardgen.render.pdf import render_pdf

USER = "quillon-user-7"
# Another disk lists the files of a folder in another order.
LISTING = """
import os, sys
scan, names, backwards = os.scandir, os.listdir, sys.argv.pop() == "backwards"
class Listing:
    def __init__(self, entries): self.entries = iter(entries)
    def __iter__(self): return self
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
os.scandir = lambda *a: Listing(sorted(scan(*a), key=lambda e: e.name, reverse=backwards))
os.listdir = lambda *a: sorted(names(*a), reverse=backwards)
"""
RUN = "\nfrom cardgen.cli import main\nmain(sys.argv[1:])"


def built(folder, command, *, listing, seed, zone):
    """Return the bytes of a file that a process of its own makes in a folder of its own."""
    folder.mkdir(parents=True)
    for kind in ("stretches", "routines"):
        # Definitions of the user's own, so that the folder matters.
        (folder / kind).mkdir()
        for path in (built_in() / kind).glob("*.yaml"):
            (folder / kind / path.name).write_bytes(path.read_bytes())
    (folder / "images").symlink_to(built_in() / "images")
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "USER": USER,
        "LOGNAME": USER,
        "HOME": str(folder),
    }
    ended = subprocess.run(
        [sys.executable, "-c", LISTING + RUN, *command, "-o", "made.pdf", listing],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    return (folder / "made.pdf").read_bytes()


@pytest.mark.parametrize("command", [("cards", "gym-bag"), ("handout", "gym-bag", "--pdfa")])
def test_two_processes_make_the_same_bytes_and_leave_no_trace_of_themselves(tmp_path, command):
    home, elsewhere = tmp_path / "a-home", tmp_path / "elsewhere" / "b-home"
    one = built(home, command, listing="forwards", seed="1", zone="Pacific/Kiritimati")
    other = built(elsewhere, command, listing="backwards", seed="2", zone="America/Anchorage")
    assert one == other
    with pikepdf.open(home / "made.pdf") as pdf:
        streams = [o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream)]
        everything = b"\n".join([one, pdf.trailer.unparse(), *streams])
        everything += b"".join(
            o.unparse(resolved=True) for o in pdf.objects if not isinstance(o, pikepdf.Stream)
        )
    assert len(streams) > 5
    for trace in (USER, "a-home", str(tmp_path), "Kiritimati"):
        assert trace.encode() not in everything


def identifier(document, artwork):
    content = render_pdf(document, artwork)
    with pikepdf.open(BytesIO(content)) as pdf:
        first, second = pdf.trailer.ID
        assert bytes(first) == bytes(second)
        return bytes(first)


def test_the_id_of_a_file_is_a_digest_of_its_content(build):
    sample = build("cards poker").sample
    document, artwork = sample.document, sample.measure.artwork
    same = identifier(document, artwork)
    assert identifier(document, artwork) == same
    front, back = document.pages
    (part, placed), *others = front.placed
    moved = replace(front, placed=((part, replace(placed, x=placed.x + 1)), *others))
    changes = (
        replace(document, title=document.title.upper()),
        replace(document, date=document.date.replace(year=2030)),
        replace(document, pages=(moved, back)),
        replace(document, pages=(back, front)),
    )
    found = {identifier(changed, artwork) for changed in changes}
    assert len({same, *found}) == 5
