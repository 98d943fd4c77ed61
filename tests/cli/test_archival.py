"""What --pdfa and --metadata-name put into a file, and nothing else does."""

import pikepdf
import pytest

from cardgen.errors import ExitCode


def opened(project, run, *args):
    assert run(*args, "--force", "-o", "a.pdf").exit_code == ExitCode.OK
    return pikepdf.open(project.folder / "a.pdf")


@pytest.mark.parametrize("command", [("handout", "gym-bag"), ("cards", "cat-cow")])
def test_an_archival_file_says_so_and_what_its_colours_mean(project, run, command):
    with opened(project, run, *command, "--pdfa") as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "sRGB"
        metadata = pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_an_ordinary_file_does_not_say_that_it_is_archival(project, run):
    with opened(project, run, "cards", "cat-cow") as pdf:
        assert "/OutputIntents" not in pdf.Root
        assert b"pdfaid:part" not in pdf.Root.Metadata.read_bytes()


def test_a_name_is_in_the_title_only_when_asked_for(project, run):
    with opened(project, run, "handout", "gym-bag", "--for", "Zoë") as pdf:
        assert "Zoë" not in str(pdf.docinfo.Title)
    with opened(project, run, "handout", "gym-bag", "--for", "Zoë", "--metadata-name") as pdf:
        assert str(pdf.docinfo.Title).endswith("(For Zoë)")
