"""What is kept between two documents of one process depends on what files hold, not on names."""

import pytest
from definitions import DRAWING, write_routine, write_source, write_stretch
from printout import differing, picture, text_of

CAUTION = [{"who": "Sore heel", "advice": "Lean in less."}]
CLINIC = {"name": "Harbour Physio", "phone": "0117 496 0700", "country": "UK", "logo": "logo.svg"}


def clinic(**fields):
    return "".join(f"{name}: {value}\n" for name, value in {**CLINIC, **fields}.items())


@pytest.fixture
def own(project):
    """A routine with a move, a source and a picture of its own, and a clinic with a logo."""
    write_source(project, "ng2021", author="Ng", DOI="10.1234/ng.2021")
    write_stretch(project, "lean", name="Wall Lean", cautions=CAUTION, sources=["ng2021"])
    write_routine(project, "own", ["lean", "cat-cow"], [("It helps.", ["ng2021"])])
    project.write("clinic.yaml", clinic())
    project.write("logo.svg", DRAWING)
    return project


def made(own, run, *args):
    """Return where the handout of the routine was written."""
    path = own.folder / "made.pdf"
    result = run("handout", "own", "--clinic", "clinic.yaml", *args, "-o", path)
    assert result.exit_code == 0, result.stderr
    return path


@pytest.mark.parametrize(
    ("args", "file", "old", "new"),
    [
        ((), "clinic.yaml", "0117 496 0700", "0117 496 0799"),
        ((), "stretches/lean.yaml", "Lean in. Hold.", "Lean in. Wait."),
        (("--pages", "2"), "stretches/lean.yaml", "ean in less.", "ean in slower."),
        (("--pages", "2"), "sources/ng2021.yaml", "A study by Ng", "A trial by Ng"),
        (("--large-print",), "routines/own.yaml", "For tired legs.", "For sore legs."),
    ],
)
def test_words_of_a_file_that_was_changed_are_the_new_ones(own, run, args, file, old, new):
    before = text_of(made(own, run, *args))
    own.change(file, old, new)
    after = text_of(made(own, run, *args))
    old, new = old.removesuffix("."), new.removesuffix(".")
    assert [(old in text, new in text) for text in (before, after)] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    ("command", "file", "index"),
    [
        (("handout", "own"), "images/shape.svg", 0),
        (("handout", "own", "--clinic", "clinic.yaml"), "logo.svg", 0),
        (("cards", "own", "--one-per-page"), "images/shape.svg", 2),
    ],
    ids=["handout", "logo", "cards"],
)
def test_a_picture_that_was_changed_is_the_new_one(own, run, command, file, index):
    path, pictures = own.folder / "made.pdf", []
    for drawing in (DRAWING, DRAWING.replace("#808080", "#202020")):
        own.write(file, drawing)
        assert run(*command, "-o", path).exit_code == 0
        pictures.append(picture(path, index))
    assert differing(*pictures).getbbox()


def test_another_move_under_the_same_id_is_the_one_that_prints(own, run):
    assert "Wall Lean" in text_of(made(own, run))
    write_stretch(own, "lean", name="Side Bow", cautions=CAUTION, sources=["ng2021"])
    write_routine(own, "own", ["lean"], [("It helps.", ["ng2021"])])
    text = text_of(made(own, run))
    assert "Side Bow" in text
    assert [name for name in ("Wall Lean", "Cat-Cow") if name in text] == []


LINES = [
    {},
    {"phone": "0117 496 0799"},
    {"country": "IE"},
    {"accent": "'#7a1f5c'"},
    {"clinician": "Sam Okoye"},
    {"disclaimer": "Ask us."},
    {"logo": "other.svg"},
]
"""What each of some clinics of one name has another way than the first."""


def test_clinics_that_differ_in_one_line_have_pages_of_their_own(own, run):
    own.write("other.svg", DRAWING.replace("#808080", "#202020"))
    for number, fields in enumerate(LINES):
        own.write(f"{number}.yaml", clinic(**fields))
    rows = [f"Ann,own,{number}.yaml" for number in range(len(LINES))]
    own.write("r.csv", "\n".join(["recipient,routine,letterhead", *rows, *rows[::-1], ""]))
    assert run("batch", "r.csv", "-o", "pages", "--quiet").exit_code == 0
    contents = [path.read_bytes() for path in sorted((own.folder / "pages").glob("*.pdf"))]
    first, again = contents[: len(LINES)], contents[len(LINES) :]
    assert len(set(first)) == len(LINES)
    assert first == again[::-1]
