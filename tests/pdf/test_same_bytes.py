"""The same input makes the same bytes, wherever and whenever it is built."""

import os
import subprocess
import sys

import pikepdf
import pytest

from cardgen.paths import built_in

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
