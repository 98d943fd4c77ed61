"""The schemas that editors go by accept and refuse the same files as the loader."""

import copy
import json
from functools import cache

import jsonschema
import pytest

from cardgen.documents import KINDS as DOCUMENTS
from cardgen.errors import ExitCode, InvalidDataError
from cardgen.kinds import KINDS
from cardgen.library.validate import checked
from cardgen.library.yaml_tree import Tree, parse
from cardgen.paths import built_in, data_ids
from cardgen.scaffold import EXAMPLES, SCHEMAS
from cardgen.schema import schema, schema_text

GONE = object()
JUNK = [
    GONE, None, "", "  ", "a word", "Two Words!", 0, 1, -1, 7, 30, 30.5, 1000, True, [], ["a"], {},
    {"a": 1}, [1, 2], [5, 3], [[]], "2026-02-30", "2026-11-22", "10.1234/x", "2411-5142",
    "https://x.y/z", "upright",
    "picture.svg", "../picture.svg", "#0b6577", "US", "left", "x" * 61, ["floor"], "floor",
]  # fmt: skip


@cache
def validator(kind):
    return jsonschema.Draft202012Validator(
        schema(kind), format_checker=jsonschema.FormatChecker(["date"])
    )


def by_schema(kind, data):
    return validator(kind).is_valid(data)


def by_loader(kind, data):
    try:
        checked(Tree("a.yaml", data, {}, {}), KINDS[kind].model)
    except InvalidDataError:
        return False
    return True


def files(kind):
    found = sorted(built_in().glob(KINDS[kind].place.format(id="*")))
    return [EXAMPLES / f"{kind}.yaml", *(path for path in found if "." not in path.stem)]


def read(path):
    return parse(path.name, path.read_bytes()).data


def paths(data, path=()):
    """Yield the path of every value in some data."""
    if path:
        yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inner if isinstance(data, (dict, list)) else ():
        if isinstance(value, (dict, list)):
            yield from paths(value, (*path, key))
        else:
            yield (*path, key)


def changed(data, path, junk):
    data = copy.deepcopy(data)
    holder = data
    for key in path[:-1]:
        holder = holder[key]
    if junk is GONE:
        del holder[path[-1]]
    else:
        holder[path[-1]] = junk
    return data


def _doses(data):
    """Yield every dose within some data, those of changes among them."""
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data if isinstance(data, list) else ())
    )
    for key, value in inner:
        if key == "dose" and isinstance(value, dict):
            yield value
        yield from _doses(value)


def is_arithmetic(data):
    """Tell of what JSON Schema cannot reckon.

    That is a dose that holds longer than it lasts, colours, and the most before the fewest.
    """
    if isinstance(data.get("drawing"), dict):
        return "#0b6577" in map(data.get, ("ink", "rule", "tint", "paper"))
    if any([5, 3] in dose.values() for dose in _doses(data)):
        return True
    dose = data.get("dose", {})
    try:
        return dose["hold"] > dose["rep_seconds"]
    except (KeyError, TypeError):
        return False


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_sound_and_is_the_one_that_is_shipped(kind):
    jsonschema.Draft202012Validator.check_schema(schema(kind))
    assert (SCHEMAS / f"{kind}.json").read_text() == schema_text(kind), "run: make reference"
    assert {path.stem for path in SCHEMAS.glob("*.json")} == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_of_the_library_is_accepted(kind):
    for path in files(kind):
        if kind == "clinic" and path.parent == built_in():
            continue
        assert [error.message for error in validator(kind).iter_errors(read(path))] == [], path


@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_loader_agree_on_every_spoiled_file(kind):
    data = read(EXAMPLES / f"{kind}.yaml")
    verdicts = {True: 0, False: 0}
    apart = []
    for path in [*paths(data), ("unknown",)]:
        for junk in JUNK:
            if path == ("unknown",) and junk is GONE:
                continue
            spoiled = changed(data, path, junk)
            verdict = by_schema(kind, spoiled)
            verdicts[verdict] += 1
            if verdict != by_loader(kind, spoiled) and not is_arithmetic(spoiled):
                apart.append((path, junk, verdict))
    assert min(verdicts.values()) > 10
    assert apart == []


def fields(node):
    """Yield each field of a schema with its name."""
    for definition in [node, *node.get("$defs", {}).values()]:
        yield from definition.get("properties", {}).items()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_what_it_is_for(kind):
    found = list(fields(schema(kind)))
    assert found
    assert [name for name, field in found if not field.get("description")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_of_the_example_have_an_example(kind):
    known = schema(kind)["properties"]
    for name, value in read(EXAMPLES / f"{kind}.yaml").items():
        assert isinstance(value, dict) or value in known[name]["examples"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_prints_it(run, kind):
    result = run("schema", kind)
    assert result.exit_code == ExitCode.OK
    assert json.loads(result.stdout) == schema(kind)


def test_without_a_kind_the_kinds_are_listed(run):
    lines = run("schema").stdout.splitlines()
    requests = [f"{name}-request" for name in DOCUMENTS]
    assert [line.split()[0] for line in lines] == [*KINDS, *requests]
    assert run("schema", "card").exit_code == ExitCode.USAGE


def test_editors_offer_the_ids_that_ship_and_take_those_of_one_s_own():
    data = read(EXAMPLES / "stretch.yaml")
    offered = schema("stretch")["properties"]["position"]["anyOf"][0]["enum"]
    assert offered == data_ids("postures")
    assert by_schema("stretch", {**data, "position": "face-down"})
    assert not by_schema("stretch", {**data, "position": "Face down"})
    safety = read(EXAMPLES / "safety.yaml")
    assert set(data_ids("levels")) <= schema("safety")["properties"].keys()
    assert by_schema("safety", {**safety, "this_week": safety["book"]})
    assert not by_schema("safety", {**safety, "this_week": "soon"})
    assert not by_schema("safety", {**safety, "This week": safety["book"]})
