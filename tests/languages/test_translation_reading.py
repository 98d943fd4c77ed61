"""check tells which translations are hard to read, at their lines."""

import json

from translated import MARK, write_all, write_library, write_translation

FILE = "stretches/lean.es.yaml"
CUE = f"{MARK}Heel down."


def findings(run):
    told = json.loads(run("check", "--json").stdout)["findings"]
    codes = ("translation-grade", "translation-sentence")
    return [one for one in told if one["code"] in codes]


def test_a_sentence_may_not_be_longer_than_its_language_asks(project, run):
    write_all(project)
    text = (project.folder / FILE).read_text()
    project.write(FILE, text.replace(CUE, f"{'Ponga el pie, ' * 9}ya."))
    (found,) = findings(run)
    assert (found["code"], found["file"]) == ("translation-sentence", FILE)
    assert "has a length of 28, and 27 is long" in found["message"]
    assert "Ponga el pie" in (project.folder / FILE).read_text().splitlines()[found["line"] - 1]


def test_a_description_of_a_picture_is_not_read_on_the_page(project, run):
    write_all(project)
    text = (project.folder / FILE).read_text()
    (alt,) = [line for line in text.splitlines() if line.startswith(f"  translation: {MARK}A ")][:1]
    project.write(FILE, text.replace(alt, f"  translation: {'Una persona, ' * 20}una."))
    assert findings(run) == []


def test_spanish_may_not_read_harder_than_inflesz_asks(project, run):
    write_library(project)
    write_translation(project, "stretches/lean")
    text = (project.folder / FILE).read_text()
    hard = "translation: Sintomatología extraordinariamente incapacitante"
    project.write(FILE, text.replace(f"translation: {MARK}", f"{hard} "))
    (found,) = findings(run)
    assert (found["code"], found["file"]) == ("translation-grade", FILE)
    assert "of INFLESZ, and 65 is easy" in found["message"]
