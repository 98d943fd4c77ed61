"""What a page is given as, beside the PDF: what the command line makes of the same choice."""

import re
from io import BytesIO

import pytest
from chromiums import words
from PIL import Image
from studios import TODAY, elements

from cardgen.studio.png import fast_png

COMMON = ("--date", TODAY, "--page", "a4", "--theme", "ink", "--condition", "osteoporosis")
CHOICE = {"date": TODAY, "paper": "a4", "theme": "ink", "country": "UK",
          "conditions.there": "1", "conditions": "osteoporosis"}  # fmt: skip
KINDS = {
    "cards": ({"cards-size": "poker"}, ("--size", "poker", *COMMON)),
    "booklet": ({}, COMMON),
    "poster": ({"poster-paper": "a2"}, ("--page", "a2", *COMMON[4:])),
}


def product(browser, visit, kind, **fields):
    return browser.post(f"{visit}/exercises.pdf", {"rev": browser.rev(visit), "as": kind, **fields})


@pytest.mark.parametrize("kind", KINDS)
def test_a_pack_is_made_as_the_command_line_makes_it(browser, run, tmp_path, kind):
    fields, options = KINDS[kind]
    visit = browser.begin("gym-bag")
    browser.post(f"{visit}/person", {"recipient": "Zoë Nowák", **CHOICE})
    made = product(browser, visit, kind, **fields)
    done = run(kind, "gym-bag", *options, "--country", "UK", "-o", tmp_path / "own.pdf")
    assert done.exit_code == 0, done.stderr
    assert made.head("content-disposition") == f'attachment; filename="{kind}.pdf"'
    assert made.body == (tmp_path / "own.pdf").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_moves_of_ones_own_are_made_as_their_programme_is(browser, run, tmp_path, kind):
    fields, options = KINDS[kind]
    visit = browser.begin("gym-bag")
    browser.pick(visit, "figure-four", "cat-cow")
    browser.post(f"{visit}/dose", {"cat-cow.there": "1", "cat-cow.reps": "5"})
    browser.post(f"{visit}/person", {"title": "For the run", **CHOICE})
    made = product(browser, visit, kind, **fields)
    (tmp_path / "own.yaml").write_bytes(product(browser, visit, "programme").body)
    done = run(kind, "--programme", tmp_path / "own.yaml", *options, "--country", "UK",
               "-o", tmp_path / "own.pdf")  # fmt: skip
    assert done.exit_code == 0, done.stderr
    assert made.body == (tmp_path / "own.pdf").read_bytes()


@pytest.mark.parametrize("kind", ["cards", "booklet", "poster"])
@pytest.mark.parametrize(("letterhead", "number"), [("", "115"), ("no", "911")])
def test_what_has_no_letterhead_has_the_country_of_it(make, project, kind, letterhead, number):
    project.write("clinic.yaml", "name: Sông Hồng\ncountry: VN\n")
    project.write("cardgen.yaml", "clinic: clinic.yaml\ncountry: US\n")
    browser = make()
    visit = browser.begin("core-1")
    browser.post(f"{visit}/person", {"letterhead": letterhead, "paper": "a4"})
    assert number in words(product(browser, visit, kind).body)


def test_other_doses_of_a_pack_stand_on_its_cards(browser):
    visit = browser.begin("gym-bag")
    usual = words(product(browser, visit, "cards").body)
    browser.post(f"{visit}/dose", {"cat-cow.there": "1", "cat-cow.reps": "17"})
    assert "17 slow" in words(product(browser, visit, "cards").body)
    assert "17 slow" not in usual


def test_cards_on_a_makers_sheet_have_its_paper(browser, run, tmp_path):
    visit = browser.begin("gym-bag")
    browser.post(f"{visit}/person", {"paper": "a4"})
    made = product(browser, visit, "cards", **{"cards-size": "sheet avery-5371"})
    run("cards", "gym-bag", "--date", TODAY, "--sheet", "avery-5371", "-o", tmp_path / "own.pdf")
    assert made.body == (tmp_path / "own.pdf").read_bytes()


@pytest.mark.parametrize(
    ("kind", "field", "value", "said"),
    [
        ("cards", "cards-size", "5x5mm", "mm"),
        ("cards", "cards-size", "sheet none", "none"),
        ("poster", "poster-paper", "a9", "a9"),
    ],
)
def test_what_cannot_be_made_is_told_beside_its_field(browser, kind, field, value, said):
    visit = browser.begin("core-1")
    text = product(browser, visit, kind, **{field: value}).text
    (wrong,) = (one for one in elements(text, "select") if one.get("id") == field)
    assert (wrong["aria-invalid"], wrong["aria-describedby"]) == ("true", f"wrong-{field}")
    assert re.search(rf'<p class="wrong" id="wrong-{field}">[^<]*{said}', text)
    assert f'href="#{field}"' in text or f'page#{field}"' in text


def test_a_page_that_has_no_room_is_told_and_not_printed(browser):
    visit = browser.begin("core-1")
    browser.pick(visit, "figure-four", "cat-cow")
    browser.post(f"{visit}/person", {"paper": "a5", "title": "W" * 60})
    answer = browser.pdf(visit)
    assert (answer.status, "There is no page yet" in answer.text) == (200, True)


def test_no_name_stands_in_what_has_no_place_for_it(browser):
    visit = browser.begin("gym-bag")
    browser.post(f"{visit}/person", {"recipient": "Quetzal", "note": "Quetzal"})
    for kind in (*KINDS, "programme"):
        made = product(browser, visit, kind)
        assert made.status == 200
        pdf = made.body.startswith(b"%PDF")
        assert "Quetzal" not in (words(made.body) if pdf else made.text)
    assert "Empty this visit?" in browser.post(f"{visit}/end").text


@pytest.mark.parametrize("size", [(1, 1), (7, 3), (952, 20)])
def test_the_picture_of_a_page_has_all_its_colours(size):
    shown = Image.effect_mandelbrot(size, (-2, -1, 1, 1), 40).convert("RGB")
    shown.putpixel((0, 0), (220, 30, 7))
    made = Image.open(BytesIO(fast_png(shown)))
    made.load()
    assert (made.format, made.mode, made.tobytes()) == ("PNG", "RGB", shown.tobytes())
