"""Pictures in documents: what they weigh, what is told of them, and soft masks in a merged file."""

from io import BytesIO

import pikepdf
import pytest
from artwork_files import load, noise, svg
from definitions import write_routine, write_source, write_stretch
from PIL import Image, ImageFilter
from test_photos import printed_document

from cardgen.errors import ExitCode
from cardgen.pdf.document import prepared
from cardgen.pdf.merge.writer import MergeWriter

KB = 1024
PALE = svg('<circle cx="50" cy="50" r="40" fill="#ffcc99"/>')


def jpeg(least, size):
    """Return a JPEG of a photograph's kind of at least so many bytes, and hardly more."""
    image = noise(*size).filter(ImageFilter.GaussianBlur(1.2))
    for quality in range(30, 100, 2):
        out = BytesIO()
        image.save(out, "JPEG", quality=quality)
        if len(out.getvalue()) >= least:
            return out.getvalue()
    raise AssertionError(f"{len(out.getvalue())} bytes at most")


@pytest.fixture
def own(project):
    """A folder with a clinic and a routine whose one move has a picture."""
    write_source(project, "ng2021", author="Ng", DOI="10.1234/ng.2021")
    shown = {"file": "own.svg", "caption": "End", "alt": "A person.", "credit": "Us, CC BY 4.0"}
    caution = [{"who": "Sore heel", "advice": "Stop."}]
    write_stretch(
        project, "lean", name="Lean", cautions=caution, sources=["ng2021"], illustrations=[shown]
    )
    write_routine(project, "own", ["lean"], [("It helps.", ["ng2021"])])
    project.write("images/own.svg", svg('<circle cx="50" cy="50" r="40"/>'))
    project.write("clinic.yaml", "name: Harbour Physio\nlogo: logo.jpg\n")
    project.write("plain.yaml", "name: Harbour Physio\n")
    return project


def size(own, run, *words):
    result = run("handout", "own", *words, "-o", "made.pdf")
    assert result.exit_code == ExitCode.OK, result.stderr
    return (own.folder / "made.pdf").stat().st_size


def test_a_logo_of_52_kb_adds_at_most_75_kb(own, run):
    own.write("logo.jpg", logo := jpeg(52 * KB, (900, 300)))
    assert len(logo) < 60 * KB
    with_logo = size(own, run, "--clinic", "clinic.yaml")
    assert with_logo - size(own, run, "--clinic", "plain.yaml") <= 75 * KB


def test_a_photograph_of_206_kb_adds_at_most_260_kb(own, run):
    before = size(own, run)
    own.change("stretches/lean.yaml", "own.svg", "own.jpg")
    own.write("images/own.jpg", photo := jpeg(206 * KB, (1600, 1200)))
    assert len(photo) < 260 * KB
    assert size(own, run) - before <= 260 * KB


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("logo.svg", PALE, "its darkest colour has a contrast of 1.5 to white paper"),
        ("logo.png", Image.new("RGBA", (800, 300)), "it shows nothing on white paper"),
        ("logo.png", Image.new("RGBA", (800, 300), "white"), "it shows nothing on white paper"),
        ("logo.png", Image.new("RGB", (60, 20), "navy"), "it has 55 dots an inch as a logo"),
    ],
    ids=["pale", "transparent", "white", "small"],
)  # fmt: skip
def test_a_logo_that_will_not_be_seen_is_told_of_by_check_and_when_it_prints(
    own, run, name, content, said
):
    own.write("clinic.yaml", f"name: Harbour Physio\nlogo: {name}\n")
    if isinstance(content, Image.Image):
        content.save(own.folder / name)
    else:
        own.write(name, content)
    checked = run("check", "clinic.yaml")
    assert f"warning: clinic.yaml:2:7: logo: {said}" in checked.stdout
    result = run("handout", "own", "--clinic", "clinic.yaml", "-o", "made.pdf")
    assert result.exit_code == ExitCode.OK
    assert f"warning: clinic.yaml:2:7: logo: {said}" in result.stderr


@pytest.mark.parametrize(
    "command", [("handout", "own"), ("cards", "lean"), ("booklet", "lean"), ("poster", "own")]
)
def test_a_picture_that_will_not_be_seen_is_told_of_by_every_command(own, run, command):
    assert "contrast" not in run(*command, "-o", "made.pdf").stderr
    own.write("images/own.svg", PALE)
    assert "its darkest colour has a contrast of 1.5" in run(*command, "-o", "made.pdf").stderr
    assert "contrast" not in run(*command, "--theme", "ink", "-o", "made.pdf").stderr


def test_a_merged_file_keeps_soft_masks(tmp_path):
    image = Image.new("RGBA", (40, 20), (200, 0, 0, 0))
    image.paste((200, 0, 0, 128), (20, 0, 40, 20))
    image.save(tmp_path / "own.png")
    artwork = load(tmp_path, "a.png", (tmp_path / "own.png").read_bytes())
    document = printed_document(artwork)
    out = BytesIO()
    made = MergeWriter(out, document.about)
    for title in ("One", "Two"):
        made.add(prepared(document), {}, title)
    made.close()
    with pikepdf.open(out) as pdf:
        assert pdf.check_pdf_syntax() == []
        found = [page.Resources.XObject.values() for page in pdf.pages]
        masks = [image.SMask for images in found for image in images]
        assert [(mask.Subtype, mask.Width) for mask in masks] == [("/Image", 40)] * 2
        assert masks[0].objgen == masks[1].objgen
