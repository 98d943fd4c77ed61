"""Files with passwords: AES-256, and the password is nowhere to be read."""

import pikepdf
import pytest

from cardgen.errors import ExitCode

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
