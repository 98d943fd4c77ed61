"""A field is written once: option, column, schema and reference are made from it."""

import importlib.util
import json
import sys
from io import BytesIO

import click
import jsonschema
import pypdfium2
import pytest

from cardgen.api import render
from cardgen.cli import main
from cardgen.cli.derived import options_of
from cardgen.cli.document import DocumentCommand
from cardgen.cli.specs import flag
from cardgen.documents import KINDS, Entry, Registry
from cardgen.documents.columns import column_help, column_set
from cardgen.documents.plain import read_request, request_schema
from cardgen.documents.reading import Place
from cardgen.errors import ExitCode, InvalidDataError
from cardgen.model.dose import DoseChange
from cardgen.model.request import fields_of
from cardgen.paths import PACKAGE
from cardgen.schema import schema_of_request

COMMANDS = [name for name, entry in KINDS.entries.items() if entry.has_command]
NOTICE = '''
"""A notice: what hangs beside a poster."""
from typing import Annotated, ClassVar

from cardgen.documents.kind import DocumentKind
from cardgen.documents.poster import PosterRequest, lay_out
from cardgen.documents.programme import ProgrammeField
from cardgen.documents.request import PAGE, BuiltField, ConditionsField, CountryField, Id
from cardgen.documents.request import LanguageField, PairingField, PaperField, Prose, Request
from cardgen.documents.request import MarginField, PrinterField, ThemeField
from cardgen.model.asked import Asked
from cardgen.model.standards import Standards


class NoticeRequest(Request):
    """A notice of one routine."""

    kind: ClassVar = "notice"

    routine: Annotated[Id, Asked(name="Routine", ids="routines", option=False)] = "post-run"
    """An id from `cardgen list`."""
    room: Annotated[
        Annotated[str, Prose(20)] | None,
        Asked(name="Room", group=PAGE, metavar="ROOM", aliases=("where",), prose=True),
    ] = None
    """The room where it hangs."""
    paper: PaperField = "tabloid"
    theme: ThemeField = "colour"
    pairing: PairingField = "plain"
    language: LanguageField = "en"
    country: CountryField = "US"
    programme: ProgrammeField = None
    conditions: ConditionsField = ()
    margin: MarginField = None
    printer: PrinterField = None
    standards: Standards = Standards()
    built: BuiltField = None


KIND = DocumentKind(
    name="notice",
    about="""It hangs beside a poster.

    Examples:
      cardgen notice --where Gym
    """,
    request=NoticeRequest,
    lay_out=lay_out,
    argument="routine",
    file_name=lambda request: f"{request.routine}-notice",
)
'''


@pytest.mark.parametrize("name", COMMANDS)
def test_every_field_is_an_option_under_all_its_names(name):
    command = main.commands[name]
    assert isinstance(command, DocumentCommand)
    known = {option for parameter in command.params for option in parameter.opts}
    for field in fields_of(KINDS[name].request).values():
        names = {flag(other) for other in field.names}
        assert (names <= known) == field.asked.option, field.name
        assert field.asked.option or names.isdisjoint(known)


def test_former_options_are_still_there():
    known = {option for p in main.commands["handout"].params for option in p.opts}
    assert {"--for", "--next", "--page", "--type", "--set", "--condition", "--log", "--no-log",
            "--clinic", "--pdfa"} <= known  # fmt: skip
    known = {option for p in main.commands["cards"].params for option in p.opts}
    assert {"--split-sides", "--cut-on", "--one-per-page", "--ring-hole"} <= known


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_the_groups_and_what_each_field_says(run, name):
    said = " ".join(run(name, "--help").stdout.split())
    for field in fields_of(KINDS[name].request).values():
        if field.asked.option:
            assert f"{field.asked.group}:" in said
            assert field.about.split("`")[0].strip(" .")[:40] in said


@pytest.mark.parametrize("name", KINDS)
def test_a_request_has_a_sound_schema_that_names_its_fields_as_people_do(name):
    schema = schema_of_request(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    known = schema["properties"]
    assert known["kind"]["const"] == name
    for field in fields_of(KINDS[name].request).values():
        if field.group is None:
            assert known[field.name]["title"] == field.asked.name
            assert known[field.name]["description"]
            assert known[field.name].get("unit", "") == field.asked.unit


def test_the_command_prints_the_schema_of_a_request(run):
    result = run("schema", "handout-request")
    assert result.exit_code == ExitCode.OK
    assert json.loads(result.stdout) == schema_of_request("handout")


ASKED = {
    "routine": {"title": "Mine", "moves": ["cat-cow", {"stretch": "bird-dog"}]},
    "recipient": "Kim",
    "date": "2026-11-22",
    "arrangement": {"layout": "list"},
    "changes": {"cat-cow": {"dose": {"reps": 4}}},
    "letterhead": "clinic.yaml",
}


def test_a_request_may_be_plain_data_as_its_schema_says(example, library):
    validator = jsonschema.Draft202012Validator(request_schema("handout"))
    assert validator.is_valid(ASKED)
    request = read_request(ASKED, Place(example.folder, library))
    assert request.changes == (("cat-cow", DoseChange(reps=4)),)
    assert request.letterhead.value.name
    assert (str(request.date), request.arrangement.layout) == ("2026-11-22", "list")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"recipient": ""}, "recipient"),
        ({"date": "soon"}, "date"),
        ({"log_days": 99}, "log_days"),
        ({"arrangement": {"layout": "rows"}}, "layout"),
        ({"changes": {"cat-cow": {"dose": {"reps": "four"}}}}, "changes.cat-cow.dose.reps"),
        ({"letterhead": 4}, "letterhead"),
        ({"recipent": "Kim"}, "recipent"),
    ],
)
def test_schema_and_request_refuse_the_same(example, library, change, field):
    validator = jsonschema.Draft202012Validator(
        request_schema("handout"), format_checker=jsonschema.FormatChecker(["date"])
    )
    assert not validator.is_valid({**ASKED, **change})
    with pytest.raises(InvalidDataError) as caught:
        read_request({**ASKED, **change}, Place(example.folder, library))
    assert [problem.field for problem in caught.value.problems] == [field]


@pytest.fixture
def notice(tmp_path, monkeypatch):
    """A kind of document more, in a file of its own."""
    path = tmp_path / "notice_kind.py"
    path.write_text(NOTICE)
    spec = importlib.util.spec_from_file_location("notice_kind", path)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "notice_kind", module)
    spec.loader.exec_module(module)
    monkeypatch.setitem(KINDS.entries, "notice", Entry("notice_kind", "Make a notice."))
    return module


def test_a_kind_of_document_is_one_file_and_its_entry(project, run, notice, library, monkeypatch):
    monkeypatch.setitem(main.commands, "notice", DocumentCommand("notice"))
    assert "  notice " in run("--help").stdout
    assert "--room, --where ROOM" in run("notice", "--help").stdout
    result = run("notice", "post-run", "--where", "Gym")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert result.stdout.startswith("out/post-run-notice.pdf  1 page, Tabloid")
    assert (project.folder / "out/post-run-notice.pdf").is_file()
    assert run("notice", "--where", "🦵").stderr.startswith("error: --where: the typeface has no")
    assert "room" in schema_of_request("notice")["properties"]
    assert column_help()["room"].kinds == ("notice",)
    assert {"room", "where"} <= {*column_set().fields["notice"]}
    made = render(notice.NoticeRequest(routine="post-run"), library)
    with pypdfium2.PdfDocument(BytesIO(made.content)) as document:
        assert len(document) == 1


def test_a_registry_imports_a_kind_when_it_is_asked_for():
    registry = Registry({"no-such": Entry("cardgen.documents.no_such", "Make nothing.")})
    assert list(registry) == ["no-such"]
    with pytest.raises(ModuleNotFoundError):
        registry["no-such"]


def test_nothing_but_the_registry_lists_the_kinds():
    names = [f'"{name}"' for name in KINDS]
    lists = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if all(name in path.read_text(encoding="utf-8") for name in names)
    ]
    assert lists == ["documents/__init__.py"]


def test_options_may_be_those_of_some_fields_alone():
    request = KINDS["cards"].request
    found = [option.name for option in options_of(request, ("size", "paper"))]
    assert found == ["size", "paper"]
    assert all(isinstance(option, click.Option) for option in options_of(request))
