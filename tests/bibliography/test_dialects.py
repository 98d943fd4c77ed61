"""What each program writes is read whole, or what was not is told of."""

from pathlib import Path

import pytest
import yaml

from cardgen.bibliography.csl import OURS
from cardgen.errors import ExitCode

FOLDER = Path(__file__).parent / "dialects"
EXPECTED = yaml.safe_load((FOLDER / "expected.yaml").read_text("utf-8"))
WORK, PROGRAMS = EXPECTED["work"], EXPECTED["programs"]


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_file_of_each_program_is_read_field_by_field(project, run, name):
    file, told = PROGRAMS[name]["file"], PROGRAMS[name].get("told", [])
    project.write(file, (FOLDER / file).read_bytes())
    result = run("new", "source", "--from", file)
    assert result.exit_code == ExitCode.OK, result.output
    (place,) = result.stdout.split()
    record = project.library().sources[place.partition("/")[2].removesuffix(".yaml")]
    found = record.value.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=OURS)
    found["author"] = [{k: v for k, v in one.items() if v} for one in found["author"]]
    wanted = {**WORK, **PROGRAMS[name].get("differs", {})}
    wanted = {key: value for key, value in wanted.items() if value is not None}
    assert found == wanted, name
    said = result.stderr.splitlines()
    assert len(said) == len(told)
    for line, words in zip(said, told, strict=True):
        assert words in line


def test_every_program_has_its_file():
    programs = {name.replace(",", "").partition(" ")[0] for name in PROGRAMS}
    assert programs == {
        "Zotero", "EndNote", "Mendeley", "JabRef", "BibDesk", "PubMed", "Web", "Scopus", "Embase",
        "Cochrane", "CINAHL", "Ovid", "OpenAlex", "Crossref", "Google",
    }  # fmt: skip
