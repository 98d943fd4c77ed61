"""Files with passwords: AES-256, and the password is nowhere to be read."""

import re
import shutil
import subprocess

import pikepdf
import pypdf
import pypdfium2
import pytest

from cardgen import api
from cardgen.batch.encryption import encrypt
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import ExitCode
from cardgen.files import open_library
from cardgen.paths import built_in

SECRET = "Schl\u00fcssel-77-quokka"
ROSTER = f"recipient,routine,secret\nAnn,gym-bag,{SECRET}\nBob,nowhere,{SECRET}2\n"


def test_a_file_opens_with_its_password_alone(project, run):
    project.write("r.csv", ROSTER)
    args = ("batch", "r.csv", "-o", "made", "--keep-going", "--password-column", "Secret")
    result = run(*args)
    assert result.exit_code == ExitCode.SOME_REJECTED
    (path,) = (project.folder / "made").glob("*.pdf")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password=SECRET) as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert pdf.allow.accessibility
        assert "/StructTreeRoot" in pdf.Root
    for file in (project.folder / "made").rglob("*"):
        if file.is_file():
            assert SECRET.encode() not in file.read_bytes(), file
    assert SECRET not in result.stdout + result.stderr
    assert ",nowhere,," in (project.folder / "made" / "rejected.csv").read_text("utf-8-sig")


def test_it_is_made_again_only_when_the_password_is_another(project, run):
    def made(secret):
        project.write("r.csv", f"recipient,secret\nAnn,{secret}\n")
        assert run("batch", "r.csv", "--password-column", "secret").exit_code == ExitCode.OK
        return next((project.folder / "out").glob("*.pdf")).read_bytes()

    first = made("one")
    assert made("one") == first
    assert made("two") != first


LONGEST = "ж" * 63 + "!"
"""127 bytes of UTF-8."""
PASSWORDS = {
    "Schl\u00fcssel-77": "Schl\u00fcssel-77",
    "Schlu\u0308ssel-78": "Schl\u00fcssel-78",  # typed decomposed, opened composed
    "  quokka 79 ": "quokka 79",
    "quokka\u00a080": "quokka 80",
    "quo\u00adkka\u2168": "quokkaIX",
    LONGEST: LONGEST,
    "x" * 127: "x" * 127,
    "quokka 81 of thirty-two bytes !!": "quokka 81 of thirty-two bytes !!",
    "\u0645\u0641\u062a\u0627\u062d": "\u0645\u0641\u062a\u0627\u062d",
    "\ubc14\ub2e4\u6d77": "\ubc14\ub2e4\u6d77",
}
"""What stands in a cell, and what opens the file."""


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    """A page, and its locked files by what opens them."""
    content = api.render(
        HandoutRequest("gym-bag", recipient="Ann"), open_library(built_in())
    ).content
    folder, found = tmp_path_factory.mktemp("locked"), {}
    for number, (cell, typed) in enumerate(PASSWORDS.items()):
        path = folder / f"{number}.pdf"
        path.write_bytes(encrypt(content, cell))
        found[typed] = path
    return found


def by_pikepdf(path, password):
    with pikepdf.open(path, password=password) as pdf:
        return len(pdf.pages)


def by_pypdf(path, password):
    reader = pypdf.PdfReader(path)
    assert reader.decrypt(password) == pypdf.PasswordType.USER_PASSWORD
    return "For Ann" in " ".join(reader.pages[0].extract_text().split())


def by_pdfium(path, password):
    with pypdfium2.PdfDocument(path, password=password) as pdf:
        return "For Ann" in pdf[0].get_textpage().get_text_range()


def by_program(*command, most=127):
    """Return what opens a file with a program that prints its text, or says that it is fine.

    Passwords are left out that have more bytes than the program takes.
    """

    def opened(path, password):
        if shutil.which(command[0]) is None:
            pytest.skip(f"{command[0]} is not installed")
        if len(password.encode()) > most:
            return True
        given = {"PASSWORD": password, "FILE": str(path)}
        words = [re.sub("PASSWORD|FILE", lambda m: given[m[0]], word) for word in command]
        result = subprocess.run(words, capture_output=True, text=True, check=True)
        return "For Ann" in result.stdout or "No syntax" in result.stdout

    return opened


READERS = {
    "pikepdf": by_pikepdf,
    "pypdf": by_pypdf,
    "pdfium": by_pdfium,
    "qpdf": by_program("qpdf", "--password-mode=unicode", "--password=PASSWORD", "--check", "FILE"),
    # Its library takes 127 bytes, its programs keep 32 of what they are given.
    "poppler": by_program("pdftotext", "-upw", "PASSWORD", "FILE", "-", most=32),
    "mupdf": by_program("mutool", "draw", "-q", "-F", "txt", "-p", "PASSWORD", "FILE"),
}


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_opens_a_locked_file_with_what_is_typed(locked, reader):
    for typed, path in locked.items():
        assert READERS[reader](path, typed), typed


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("ж" * 64, "it has 128 bytes in UTF-8, and readers take 127"),
        ("x" * 128, "it has 128 bytes"),
        ("quokka\x07", "it has a character that cannot be typed everywhere"),
        ("\u00ad\u200b", "nothing of it can be typed"),
        ("quokka\ue000", "it has a character that cannot be typed everywhere"),
    ],
)
def test_a_password_that_not_every_reader_takes_is_refused_and_not_told(
    project, run, password, why
):
    project.write("r.csv", f"recipient,secret\nAnn,{password}\n")
    result = run("batch", "r.csv", "--password-column", "secret")
    assert result.exit_code == ExitCode.INVALID_DATA
    said = "r.csv:2:2: secret: this password does not open the file everywhere"
    assert f"{said}: {why}" in result.stderr
    assert "Give another" in result.stderr
    assert password not in result.stderr
    assert not (project.folder / "out").exists()


@pytest.mark.parametrize(
    ("roster", "options", "code", "said"),
    [
        ("recipient,secret\nAnn,\n", (), 3, "r.csv:2:2: secret: there is no password in this row"),
        ("recipient\nAnn\n", (), 3, "--password-column: the roster has no column 'secret'"),
        ("recipient,secret\nAnn,x\n", ("--pdfa",), 2, "cannot have a password"),
    ],
)
def test_what_cannot_be_locked_is_refused(project, run, roster, options, code, said):
    project.write("r.csv", roster)
    result = run("batch", "r.csv", "--password-column", "secret", *options)
    assert result.exit_code == code
    assert said in result.stderr
