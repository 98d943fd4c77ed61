"""The built-in library: complete, easy to read, true to its pictures and to its records."""

import re

import pytest

from cardgen.compose.care import who
from cardgen.library.data import load_locale
from cardgen.lint.reading import grade
from cardgen.model.stretch import Stretch
from cardgen.paths import built_in, definition_ids

ENGLISH = load_locale("en")
STRETCHES = definition_ids("stretches", built_in())
ROUTINES = definition_ids("routines", built_in())
every_stretch = pytest.mark.parametrize("id_", STRETCHES)

# The side that is worked, and the words by which the short steps say it.
SIDES = {
    "band-side-steps": ("right", "right foot"),
    "bird-dog": ("right", "right leg"),
    "figure-four": ("left", "left ankle"),
    "figure-four-ball": ("left", "left ankle"),
    "hamstring-strap": ("right", "right foot"),
    "heel-slide": ("right", "right heel"),
    "hip-flexor-kneel": ("right", "right knee"),
    "knee-to-opposite-shoulder": ("left", "left knee"),
    "side-lying-wall-slide": ("right", "right heel"),
    "single-leg-lower": ("right", "right leg"),
    "standing-calf-stretch": ("right", "right calf"),
    "seated-figure-four": ("left", "left buttock"),
    "split-squat": ("left", "left foot"),
    "clam": ("right", "right knee"),
    "dead-bug": ("right", "right leg"),
    "knee-rolls": ("right", "to the right"),
    "side-plank-knees": ("left", "left side"),
    "single-knee-to-chest": ("right", "right thigh"),
}
DOIS = {
    # Named by the article.
    "gobbo2019": "10.3390/jfmk4030043",
    "chen2014": "10.1016/j.pmn.2012.10.003",
    "papadopoulos2004": "10.1016/S0030-5898(03)00105-6",
    "mehoefer": None,
    "cedars": None,
    "rehabscience-video": None,
    "nasm": None,
    "minicozzi2016": None,
    "physiopedia-tilt": None,
    # Stronger ones.
    "dejesus2020": "10.1177/0269215520941914",
    "foster2018": "10.1016/S0140-6736(18)30489-6",
    "frandsen2025": "10.1136/bjsports-2024-109380",
    "ijzelenberg2023": "10.1002/14651858.CD009365.pub2",
    "neason2024": "10.1136/bjsports-2024-108245",
    "osullivan2020": "10.1136/bjsports-2019-101611",
    "tataryn2021": "10.1186/s40798-021-00306-w",
    "acog804": "10.1097/AOG.0000000000003772",
    "afonso2021": "10.3389/fphys.2021.677581",
    "bandy1997": "10.1093/ptj/77.10.1090",
    "bernstein2017": "10.1136/bmj.i6748",
    "berry2015": "10.2519/jospt.2015.5888",
    "brookewavell2022": "10.1136/bjsports-2021-104634",
    "cai2017": "10.1249/MSS.0000000000001396",
    "finucane2020": "10.2519/jospt.2020.9971",
    "garber2011": "10.1249/MSS.0b013e318213fefb",
    "george2021": "10.2519/jospt.2021.0304",
    "gulledge2014": "10.1016/j.medengphy.2013.10.016",
    "harris2016": "10.1249/JSR.0000000000000245",
    "hayden2021": "10.1002/14651858.CD009790.pub2",
    "herbert2011": "10.1002/14651858.CD004577.pub3",
    "hopayian2010": "10.1007/s00586-010-1504-9",
    "hopayian2018": "10.1007/s00590-017-2031-8",
    "lewis2018": "10.4085/1062-6050-46-16",
    "maselli2020": "10.1186/s12891-020-03357-4",
    "owen2020": "10.1136/bjsports-2019-100886",
    "qaseem2017": "10.7326/M16-2367",
    "sandler2014": "10.1016/j.jsams.2013.07.016",
    "selkowitz2013": "10.2519/jospt.2013.4116",
    "sihawong2014": "10.1007/s00586-014-3212-3",
    "tonley2010": "10.2519/jospt.2010.3108",
    "who-exercise-review2023": "10.1007/s10926-023-10124-4",
    "long2004": "10.1097/01.brs.0000146464.23007.2a",
    "suh2019": "10.1097/MD.0000000000016173",
    "beck2021": "10.3390/sports9040052",
    "comachio2025": "10.1016/j.jshs.2025.101038",
    "downie2013": "10.1136/bmj.f7095",
    "ingram2025": "10.1007/s40279-024-02143-9",
    "mountjoy2023": "10.1136/bjsports-2023-106994",
    "pocovi2024": "10.1016/S0140-6736(24)00755-4",
    "santamaria2023": "10.3390/sports11090167",
    "silbernagel2007": "10.1177/0363546506298279",
    "smith2017": "10.1136/bjsports-2016-097383",
    "warneke2025": "10.1016/j.jshs.2025.101067",
}


def test_the_library_is_all_there(library):
    assert list(library.stretches) == STRETCHES
    assert list(library.routines) == ROUTINES
    assert len(STRETCHES) == 30
    assert len(ROUTINES) == 10


@every_stretch
def test_every_field_of_a_stretch_is_filled(library, id_):
    stretch = library.stretches[id_].value
    empty = {name for name in Stretch.model_fields if not getattr(stretch, name)}
    assert empty <= {"equipment", "video", "short_name", "side"}


@every_stretch
def test_every_picture_names_its_author_and_licence(library, id_):
    credits_ = [picture.credit for picture in library.stretches[id_].value.illustrations]
    assert credits_
    assert all("CC BY 4.0" in credit for credit in credits_)


def test_the_grade_of_a_text_is_that_of_flesch_and_kincaid():
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 * 6 / 6 - 15.59)
    assert grade("Go. Run.") == pytest.approx(0.39 * 1 + 11.8 - 15.59)
    assert grade("Contraindicated in osteoporotic individuals; consult a physician.") > 12


@every_stretch
def test_what_to_do_reads_at_grade_6(library, id_):
    stretch = library.stretches[id_].value
    assert grade(" ".join(stretch.steps)) <= 6
    assert grade(" ".join(stretch.short_steps)) <= 6
    said = (
        f"{who(one, library.conditions, load_locale('en'))}. {one.advice}"
        for one in stretch.cautions
    )
    assert grade(" ".join(said)) <= 6
    for line in (stretch.breathing, stretch.cue, stretch.mistake, stretch.easier, stretch.harder):
        assert grade(line) <= 6


def test_danger_signs_read_at_grade_6(library):
    safety = library.safety["low-back"].value
    lists = list(safety.lists.values())
    assert len(lists) == 7
    for part in lists:
        for country in library.countries.values():
            action = country.fill(part.action)
            assert grade(". ".join([action, *(sign.text for sign in part.signs)])) <= 6
    assert grade(safety.intro) <= 6
    assert grade(safety.disclaimer) <= 6


@pytest.mark.parametrize("kind", ["stretches", "routines"])
def test_claims_read_at_grade_8(library, kind):
    records = getattr(library, kind).values()
    grades = {r.id: grade(" ".join(claim.text for claim in r.value.claims)) for r in records}
    assert len(grades) >= 6
    assert {id_: found for id_, found in grades.items() if found > 8} == {}


def test_the_table_of_sides_covers_all_that_have_a_side(library):
    pictures = {id_: record.value.illustrations for id_, record in library.stretches.items()}
    assert {id_ for id_, all_ in pictures.items() if any(p.side for p in all_)} == SIDES.keys()
    assert {id_ for id_, r in library.stretches.items() if r.value.dose.each_side} == SIDES.keys()


@pytest.mark.parametrize("id_", SIDES)
def test_the_text_works_the_side_that_the_picture_shows(library, id_):
    side, words = SIDES[id_]
    stretch = library.stretches[id_].value
    assert {picture.side for picture in stretch.illustrations} == {side}
    assert re.search(rf"\b{side}\b", stretch.illustrations[-1].alt)
    assert words in " ".join(stretch.short_steps).lower()
    assert re.search(rf"\b{side}\b", " ".join(stretch.steps).lower())


@every_stretch
def test_where_no_side_is_shown_none_is_named(library, id_):
    if id_ in SIDES:
        return
    stretch = library.stretches[id_].value
    assert not re.search(r"\b(left|right)\b", " ".join(stretch.steps + stretch.short_steps).lower())


@pytest.mark.parametrize("id_", DOIS)
def test_the_doi_of_a_source_is_the_one_that_was_looked_up(library, id_):
    assert library.sources[id_].value.doi == DOIS[id_]


def test_no_other_source_has_a_doi(library):
    found = {id_ for id_, record in library.sources.items() if record.value.doi}
    assert found == {id_ for id_, doi in DOIS.items() if doi}


def test_every_source_that_prints_can_be_found_by_a_reader(library):
    printed = [r.value for r in library.sources.values() if r.value.prints]
    assert len(printed) > 30
    for source in printed:
        assert source.doi or source.url or (source.container_title and source.issued)


def test_no_two_sources_are_the_same(library):
    dois = [r.value.doi.lower() for r in library.sources.values() if r.value.doi]
    titles = [r.value.title.lower() for r in library.sources.values() if r.value.title]
    assert len(set(dois)) == len(dois)
    assert len(set(titles)) == len(titles)
