"""All that a definition names is found, with its place."""

import re

from cardgen.model.reference import references
from cardgen.model.vocabulary import Region


def test_every_source_that_is_written_in_a_file_is_found(library):
    for records in (library.stretches, library.routines, library.safety):
        for record in records.values():
            text = (record.root / record.file.rpartition("/")[0].split("/")[-1]).joinpath(
                f"{record.id}.yaml"
            ).read_text(encoding="utf-8")  # fmt: skip
            written = [
                id_ for ids in re.findall(r"sources: \[(.*)\]", text) for id_ in ids.split(", ")
            ]
            found = [one.id for one in references(record.value) if one.folder == "sources"]
            assert sorted(found) == sorted(written), record.file


def test_a_reference_has_the_place_of_its_field(library):
    record = library.routines["post-run"]
    found = {one.path: one for one in references(record.value)}
    assert found["safety",] == ("safety", "low-back", ("safety",))
    assert found["items", 0, "stretch"].folder == "stretches"
    safety = library.safety["low-back"]
    levels = [one for one in references(safety.value) if one.folder == "levels"]
    assert {one.path for one in levels} == {(id_,) for id_ in safety.value.lists}
    assert all(safety.origin(*one.path).line > 1 for one in levels)


def test_what_is_left_out_names_nothing():
    assert list(references(Region(name="knee"))) == []
