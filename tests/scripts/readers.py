"""What common readers give back of the text of a PDF, page by page.

poppler is a program of Debian's (poppler-utils); pdf.js needs Node and its package, which
PDFJS names the folder of: npm install --prefix FOLDER pdfjs-dist@5.6.205
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pypdf
import pypdfium2

NODE_MODULES = Path(os.environ.get("PDFJS", ".pdfjs")) / "node_modules"
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SCRIPT = Path(__file__).with_name("pdfjs.mjs")


def poppler(path):
    run = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True)
    return run.stdout.decode().split("\f")[:-1]


def mupdf(path):
    import pymupdf  # noqa: PLC0415 - it may not be there

    with pymupdf.open(path) as document:
        return [page.get_text() for page in document]


def pdfium(path):
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def by_pypdf(path):
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def pdfjs(path):
    run = subprocess.run(
        ["node", _SCRIPT, NODE_MODULES.resolve(), path], check=True, capture_output=True
    )
    return json.loads(run.stdout)


READERS = {
    "poppler": poppler,
    "MuPDF": mupdf,
    "pdfium": pdfium,
    "pypdf": by_pypdf,
    "pdf.js": pdfjs,
}


def missing(name):
    """Return why a reader cannot be asked here, or nothing."""
    if name == "poppler" and not shutil.which("pdftotext"):
        return "poppler is not here: apt-get install poppler-utils"
    if name == "MuPDF" and importlib.util.find_spec("pymupdf") is None:
        return "MuPDF is not here: pip install pymupdf"
    if name == "pdf.js" and not (shutil.which("node") and NODE_MODULES.is_dir()):
        return "pdf.js is not here: npm install --prefix .pdfjs pdfjs-dist@5.6.205"
    return ""


def folded(text):
    """Return a text composed, with each run of white space as one blank.

    Marks of direction are left out: poppler puts some round a line from right to left.
    """
    return " ".join(_DIRECTIONS.sub("", unicodedata.normalize("NFC", text)).split())
