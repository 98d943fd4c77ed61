"""Definitions from a folder: checked field by field, and against each other."""

import shutil

import pytest

from cardgen.errors import InvalidDataError
from cardgen.library import files
from cardgen.library.files import read_record
from cardgen.model.design import CardSize, Theme
from cardgen.paths import built_in

STRETCH = "stretches/calf-stretch.yaml"
ROUTINE = "routines/short-run.yaml"
SOURCE = "sources/smith2020.yaml"


def problems(project):
    """Return what is said about a folder whose definitions must be refused."""
    with pytest.raises(InvalidDataError) as caught:
        project.library()
    return list(map(str, caught.value.problems))


FAULTS = {
    STRETCH: [
        ("  hold: 30", "  holds: 30", "14:3: dose.holds: there is no such field. Did you mean"),
        ("  hold: 30", "  hold: thirty", "14:9: dose.hold: expected a whole number, found"),
        ("  hold: 30", "  hold: 1:3", "14:9: dose.hold: expected a whole number, found '1:3'"),
        ("  hold: 30", "  hold: 30.5", "14:9: dose.hold: expected a whole number, found 30.5"),
        ("  hold: 30", "  hold: 999", "14:9: dose.hold: expected a number up to 600, found 999"),
        ("  hold: 30", "  hold: 0", "14:9: dose.hold: expected a number over 0, found 0"),
        ("  hold: 30\n", "", "13:3: dose: expected `rep_seconds` (seconds a repetition), or"),
        ("side: true", "side: yes", "15:14: dose.each_side: expected true or false, found 'yes'"),
        ("side: true", "side: no", "15:14: dose.each_side: expected true or false, found 'no'"),
        ("side: true", "side: on", "15:14: dose.each_side: expected true or false, found 'on'"),
        ("name: Calf Stretch", "name:", "1:6: name: expected text, found nothing. Write what it"),
        ("name: Calf Stretch", "name: 12", "1:7: name: expected text, found 12"),
        ("name: Calf Stretch", "name: ' '", "1:7: name: expected some text, found none"),
        ("name: Calf Stretch\n", "", "1:1: name: this field is missing. Add a line `name: …`"),
        ("kind: stretch", "kind: yoga", "2:7: kind: there is no kind of move 'yoga'. There is: "),
        ("kind: stretch", "kind: Yoga", "2:7: kind: expected an id: small letters, digits and"),
        ("[Calf]", "Calf", "17:10: targets: expected a list, found 'Calf'"),
        ("[Calf]", "[]", "17:10: targets: expected at least 1 in the list, found a list of 0"),
        ("-11-22", "-02-30", "36:9: reviewed.date: expected a date such as 2026-11-22, found"),
        ("side: right", "sides: right", "30:3: illustrations[1].sides: there is no such field."),
        ("side: right", "side: up", "30:9: illustrations[1].side: expected 'left' or 'right',"),
        ("file: ", "file: ../", "27:9: illustrations[1].file: expected the name of an SVG, PNG or"),
        ("file: calf", "file: leg", "27:9: illustrations[1].file: there is no picture"),
        ("[smith2020]", "[smith21]", "34:13: claims[1].sources[1]: there is no source"),
        ("[smith2020]", "[nasm]", "34:12: claims[1].sources: none of the sources of this claim"),
    ],
    ROUTINE: [
        ("calf-stretch", "calf", "9:12: items[1].stretch: there is no stretch 'calf'. There is:"),
        ("calf-stretch", "Calf", "9:12: items[1].stretch: expected an id: small letters, digits"),
        ("low-back", "lowback", "16:9: safety: there is no safety text 'lowback'. Did you mean"),
        ("safety: low-back\n", "", "1:1: safety: this field is missing. Add a line `safety: …`"),
        ("reps: 5", "hold: 20", "12:5: items[2].dose: expected `hold` (20) to be no longer than"),
        ("reps: 5", "rep: 5", "12:5: items[2].dose.rep: there is no such field. Did you mean"),
        ("[2, 3]", "[3, 2]", "6:9: frequency.days: expected `days` as the fewest and the most da"),
        ("[2, 3]", "[2, 8]", "6:9: frequency.days: expected `days` as the fewest and the most da"),
        ("[2, 3]", "[2, 3]\n  rule: any", "6:3: frequency: expected either `days` (or `times_"),
    ],
    SOURCE: [
        ('"10.1234/', '"doi:10.1234/', "9:6: DOI: expected a DOI such as 10.3390/jfmk4030043,"),
        ('"2020"', "May 2020", "6:9: issued: expected a date such as '2019', '2019-07' or"),
        ("family: Smith, ", "", "4:3: author[1]: expected `family` (a person) or `literal` (an"),
        ('title: "Calves: a trial"\n', "", "1:1: expected `title`, `author` and one of `DOI`,"),
        ("verified", "yes", "12:10: checked: expected 'verified', 'from-memory' or 'not-found',"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "said"), [(file, *fault) for file in FAULTS for fault in FAULTS[file]]
)
def test_a_fault_is_told_with_its_file_line_column_and_field(example, file, old, new, said):
    example.change(file, old, new)
    (problem,) = problems(example)
    assert problem.startswith(f"{file}:{said}")


def test_the_folder_is_sound_before_it_is_broken(example):
    assert {"calf-stretch", "cat-cow"} <= example.library().stretches.keys()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SOURCE, '"2020"', "2020"),
        (SOURCE, 'volume: "4"', "volume: 4"),
        (SOURCE, '"10.1234/calves.2020"', "10.1234"),
        (STRETCH, "name: Calf Stretch", "name: 12"),
    ],
)
def test_a_number_where_text_belongs_is_told_to_stand_in_quotation_marks(example, file, old, new):
    example.change(file, old, new)
    (said,) = problems(example)
    assert said.endswith("Put it in quotation marks")


def test_a_fault_inside_a_list_is_not_also_reported_as_a_short_list(example):
    example.change(STRETCH, "who: Sore heel", "who: 12")
    assert len(problems(example)) == 1


def test_a_list_that_is_too_short_is_told_how_many_it_needs(example):
    example.change(ROUTINE, "[2, 3]", "[2]")
    (said,) = problems(example)
    assert said.startswith(f"{ROUTINE}:6:9: frequency.days: expected ")
    assert "2" in said
    assert "Add a line" not in said


def test_all_problems_of_all_files_come_at_once_in_order(example):
    example.change(STRETCH, "kind: stretch", "kind: 5")
    example.change(STRETCH, "name: Calf", "nam: Calf")
    example.change(ROUTINE, "safety: low-back", "Safety: low-back")
    example.change(SOURCE, "checked: verified", "checked: yes")
    said = [" ".join(text.split()[:2]) for text in problems(example)]
    assert said == [
        f"{ROUTINE}:1:1: safety:",
        f"{ROUTINE}:16:1: Safety:",
        f"{SOURCE}:12:10: checked:",
        f"{STRETCH}:1:1: nam:",
        f"{STRETCH}:1:1: name:",
        f"{STRETCH}:2:7: kind:",
    ]


def test_a_broken_file_is_not_also_reported_by_those_who_name_it(example):
    example.change(SOURCE, "checked: verified", "checked: yes")
    assert [text.split(":")[0] for text in problems(example)] == [SOURCE]


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Run 🏃", "'🏃' (U+1F3C3 RUNNER)"),
        ("\U00013000", "'\U00013000' (U+13000 EGYPTIAN HIEROGLYPH A001)"),
    ],
)
def test_a_sign_that_the_typeface_lacks_is_named_with_its_field(example, name, sign):
    example.change(STRETCH, "name: Calf Stretch", f"name: {name}")
    (said,) = problems(example)
    assert said.startswith(f"{STRETCH}:1:7: name: the typeface has no sign for ")
    assert sign in said
    assert said.endswith("Write it with other characters")


@pytest.mark.parametrize("code", ["200B", "200F", "202A", "2066", "00AD", "2060", "FEFF", "FE0F"])
def test_what_nobody_sees_is_left_out(example, code):
    example.change(STRETCH, "name: Calf Stretch", f"name: Calf{chr(int(code, 16))}Stretch")
    assert example.library().stretches["calf-stretch"].value.name == "CalfStretch"


@pytest.mark.parametrize("code", ["202E", "202D", "E000", "0378"])
def test_a_character_that_does_not_print_is_named_by_its_code(example, code):
    example.change(STRETCH, "name: Calf Stretch", f"name: Calf{chr(int(code, 16))}Stretch")
    (said,) = problems(example)
    assert said.startswith(f"{STRETCH}:1:7: name: found U+{code} (")


def test_text_is_composed_and_its_white_space_is_one_blank(example):
    example.change(STRETCH, "name: Calf Stretch", 'name: "  Cafe\u0301\\n \\t au\\u00a0lait "')
    assert example.library().stretches["calf-stretch"].value.name == "Café au lait"


def test_an_own_definition_takes_the_place_of_the_built_in_one(project):
    project.borrow("stretches/cat-cow.yaml")
    project.change("stretches/cat-cow.yaml", "name: Cat-Cow", "name: My Cat-Cow")
    library = project.library()
    assert library.stretches["cat-cow"].value.name == "My Cat-Cow"
    assert library.stretches["cat-cow"].root == project.folder
    assert library.stretches["figure-four"].root == built_in()
    assert list(library.stretches) == sorted(library.stretches)


def test_the_id_is_the_file_s_name(example):
    shutil.copy(STRETCH, "stretches/calf-stretch-2.yaml")
    stretches = example.library().stretches
    assert stretches["calf-stretch-2"].value == stretches["calf-stretch"].value


@pytest.mark.parametrize(
    "name", ["Calf.yaml", "my calf.yaml", "calf_stretch.yaml", "-calf.yaml", "calf.yml", "é.yaml"]
)
def test_a_file_name_that_cannot_be_an_id_is_refused(project, name):
    project.write(f"stretches/{name}", "name: x")
    (said,) = problems(project)
    assert said.startswith(f"stretches/{name}: the file name '{name}' cannot be an id. Name it")


@pytest.mark.parametrize("length", ["85.6", "'85.6'", "85.6 px", "85,6 mm", "-85.6 mm", "mm", "no"])
def test_a_length_without_a_known_unit_is_refused(project, length):
    path = project.write(
        "sizes/own.yaml",
        f"name: Own\nwidth: {length}\nheight: 5 cm\nradius: 3 mm\nsafe: 9 pt\nsource: own\n",
    )
    with pytest.raises(InvalidDataError, match=r"sizes/own.yaml:2:8: width: expected a length with "
                       r"its unit, such as '63 mm' or '2.5 in', got") as caught:  # fmt: skip
        read_record(path, CardSize)
    assert len(caught.value.problems) == 1


@pytest.mark.parametrize("length", ["63.5 mm", "6.35 cm", "2.5 in", "180 pt", "180pt"])
def test_a_length_is_read_in_points_whatever_its_unit(project, length):
    path = project.write(
        "sizes/own.yaml",
        f"name: Own\nwidth: {length}\nheight: 5 cm\nradius: 3 mm\nsafe: 9 pt\nsource: own\n",
    )
    assert read_record(path, CardSize).value.width == pytest.approx(180)


def test_a_colour_that_yaml_takes_for_a_remark_is_told_to_stand_in_quotation_marks(project):
    path = project.write("themes/own.yaml", "ink: #000000\n")
    with pytest.raises(InvalidDataError, match=r"own.yaml:1:5: ink: '#000000' is lost.*quotation"):
        read_record(path, Theme)


def test_of_a_file_without_end_no_more_is_read_than_a_file_may_have(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    (tmp_path / "long.yaml").write_bytes(b"a" * 100)
    assert files.read_bytes(tmp_path / "long.yaml") == b"a" * 11
    (tmp_path / "short.yaml").write_bytes(b"a" * 10)
    assert files.read_bytes(tmp_path / "short.yaml") == b"a" * 10
