"""`cardgen preview`: a picture of each page that would be printed."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops

from cardgen.errors import ExitCode
from cardgen.preview import contact_sheet, on_a_desk, trimmed


def opened(path):
    return Image.open(BytesIO(path.read_bytes())).convert("RGB")


def test_the_preview_of_a_routine_is_its_page(example, run):
    assert run("handout", "short-run", "-o", "a.pdf").exit_code == ExitCode.OK
    result = run("preview", "short-run", "--dpi", "72")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert result.stdout == "out/short-run-preview.png  1 page\n"
    shown = opened(example.folder / "out/short-run-preview.png")
    page = pypdfium2.PdfDocument(example.folder / "a.pdf")[0].render(scale=1).to_pil()
    assert shown.size == (page.width + 24, page.height + 24)
    inner = shown.crop((12, 12, 12 + page.width, 12 + page.height))
    assert ImageChops.difference(inner, page.convert("RGB")).getbbox() is None


def test_the_preview_of_a_stretch_is_its_card_front_and_back(example, run):
    result = run("preview", "calf-stretch", "--size", "poker", "-o", "a.png")
    assert result.stdout == "a.png  2 pages\n"
    assert opened(example.folder / "a.png").width > 400


def test_the_cards_of_a_routine_can_be_seen_too(example, run):
    result = run("preview", "short-run", "--cards", "--theme", "ink", "-o", "a.png")
    assert result.exit_code == ExitCode.OK
    colours = opened(example.folder / "a.png").getcolors(1 << 24)
    assert len(colours) > 10
    assert all(len(set(colour)) == 1 or colour == (0x8A, 0x8F, 0x94) for _, colour in colours)


def test_a_contact_sheet_shows_the_whole_library(example, run):
    result = run("preview", "--all")
    assert result.exit_code == ExitCode.OK
    pages = int(result.stdout.split()[1])
    assert pages >= 26  # 7 handouts, and 19 stretches
    shown = opened(example.folder / "out/library-preview.png")
    assert shown.width > 2000
    # Five cards of 85.6 mm stand in a row, at 130 dots an inch: their words can be read.
    assert shown.width >= 5 * 438


def test_each_picture_of_a_contact_sheet_stands_over_its_name():
    page = Image.new("RGB", (120, 40), "white")
    group = [("cat-cow", page), ("a-very-long-name-of-a-stretch", page)]
    sheet = Image.open(BytesIO(contact_sheet([(group, 2), (group[:1], 1)])))
    named = 40 + 24 + 12
    assert sheet.size == (2 * 132 + 12, 2 * (named + 24))
    strip = sheet.crop((12, 12 + 40, 132, 12 + named))
    dark = [
        x
        for x in range(strip.width)
        for y in range(strip.height)
        if strip.getpixel((x, y)) == (0, 0, 0)
    ]
    assert len(dark) > 20
    assert max(dark) < 110


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], ExitCode.USAGE, "Name a routine or a stretch, or --all."),
        (["cat-cow", "--all"], ExitCode.USAGE, "Name a routine or a stretch, or --all."),
        (["cat-cwo"], ExitCode.INVALID_DATA, "there is no routine 'cat-cwo'"),
        (["cat-cow", "--dpi", "9000"], ExitCode.USAGE, "is not in the range"),
        (["cat-cow", "-o", "no/a.png"], ExitCode.CANNOT_WRITE, "cannot write the file"),
    ],
)
def test_a_preview_that_cannot_be_made_leaves_no_file(project, run, arguments, code, said):
    project.write("no", "a file where a folder is wanted")
    result = run("preview", *arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert [path.name for path in project.folder.iterdir()] == ["no"]


def test_open_shows_the_picture_that_was_made(example, run, monkeypatch):
    shown = []
    monkeypatch.setattr("click.launch", shown.append)
    run("preview", "calf-stretch", "-o", "a.png", "--open")
    assert shown == ["a.png"]
    assert (example.folder / "a.png").is_file()


def test_pages_stand_in_rows():
    page = Image.new("RGB", (30, 40), "white")
    sheet = Image.open(BytesIO(on_a_desk([page] * 5, columns=2)))
    assert sheet.size == (2 * 42 + 12, 3 * 52 + 12)
    assert sheet.getpixel((20, 20)) == (255, 255, 255)
    assert sheet.getpixel((60, 130)) != (255, 255, 255)


def test_a_page_is_trimmed_to_what_is_on_it():
    page = Image.new("RGB", (300, 400), "white")
    assert trimmed(page).size == (300, 400)
    page.putpixel((150, 200), (0, 0, 0))
    assert trimmed(page).size == (25, 25)


def test_a_preview_has_the_typefaces_of_what_is_printed(example, run):
    for pairing in ("plain", "fira"):
        run("preview", "short-run", "--type", pairing, "--dpi", "72", "-o", f"{pairing}.png")
    plain, fira = (opened(example.folder / f"{name}.png") for name in ("plain", "fira"))
    assert plain.size == fira.size
    assert plain.tobytes() != fira.tobytes()
