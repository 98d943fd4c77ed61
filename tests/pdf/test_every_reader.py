"""Every kind of PDF in common readers, which must have nothing to say against it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from made import KINDS, PRESSED, SECONDS

NODE_MODULES = Path(os.environ.get("PDFJS", ".pdfjs")) / "node_modules"
ALL = (*KINDS, *PRESSED, *SECONDS)
PROGRAMS = {
    "qpdf": ("qpdf", "--check"),
    "MuPDF": ("mutool", "draw", "-q", "-r", "20", "-o", "/dev/null"),
    "poppler": ("pdftoppm", "-r", "20", "-png"),
    "poppler's structure": ("pdfinfo", "-struct-text"),
    "Ghostscript": ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-r20", "-sDEVICE=nullpage"),
}
OF_ITSELF = "warning: ICC support is not available"
"""What Debian's MuPDF says of itself, whatever it opens."""
FINE = "No syntax or stream encoding errors found"


@pytest.fixture(scope="module")
def files(build):
    return [build(kind).path for kind in ALL]


@pytest.fixture(scope="module")
def spoken_files(spoken):
    return list(spoken.values())


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_opens_every_kind_without_a_warning(files, spoken_files, name):
    command = PROGRAMS[name]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not here")
    assert len(files) > 40
    for path in (*files, *spoken_files):
        ended = subprocess.run((*command, path), check=False, capture_output=True)
        said = ended.stderr.decode(errors="replace").replace(OF_ITSELF, "").strip()
        assert (path.name, ended.returncode, said) == (path.name, 0, "")
        assert FINE.encode() in ended.stdout or name != "qpdf"


@pytest.mark.parametrize("library", ["pdfjs-dist", "pdf-lib"])
def test_a_library_opens_every_kind_without_a_warning(build, files, library):
    if not (shutil.which("node") and (NODE_MODULES / library).is_dir()):
        pytest.skip(f"{library} is not here: npm install --prefix .pdfjs {library}")
    script = Path(__file__).with_name("opened.mjs")
    command = ("node", script, NODE_MODULES.resolve(), library, *files)
    said = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert len(said) == len(ALL)
    for kind, one in zip(ALL, said, strict=True):
        assert (kind, one["warnings"]) == (kind, [])
        assert one["pages"] == len(build(kind).pdf.pages)
        assert one.get("roles", 20) >= 20
