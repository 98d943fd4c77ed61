"""docs/batches.md tells of every column and option that there is, and of no other."""

import re

from cardgen.batch.request import NAME_PATTERN, Batch
from cardgen.cli import main
from cardgen.cli.specs import flag
from cardgen.documents.columns import DOSE, column_help
from cardgen.documents.handout_request import HandoutRequest
from cardgen.model.request import fields_of
from cardgen.paths import PACKAGE

TEXT = PACKAGE.parent.joinpath("docs/batches.md").read_text(encoding="utf-8")
README = PACKAGE.parent.joinpath("README.md").read_text(encoding="utf-8")


def test_the_columns_are_among_those_that_are_read():
    cells = re.findall(r"(?m)^\| (`[^|]+`) \|", TEXT)
    told = {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}
    known = column_help()
    assert len(told) > 10
    assert told <= known.keys() | {other for help_ in known.values() for other in help_.others}
    written = [field for field in fields_of(HandoutRequest).values() if field.asked.prose]
    assert len(written) > 2
    assert all(told.intersection(field.names) for field in written)
    assert DOSE in told
    assert "(reference/columns.md)" in TEXT


def test_the_options_are_those_of_the_command():
    known = {option for parameter in main.commands["batch"].params for option in parameter.opts}
    told = set(re.findall(r"`(--[a-z-]+)", TEXT)) - {"--nworkers"}
    assert len(told) >= 8
    assert told <= known | {"--help"}


def test_the_pattern_in_the_help_is_the_one_that_is_used():
    (option,) = [p for p in main.commands["batch"].params if p.name == "name_pattern"]
    assert f"[default: {NAME_PATTERN}]" in option.help


def test_each_field_of_a_batch_is_an_option():
    known = {option for parameter in main.commands["batch"].params for option in parameter.opts}
    assert {flag(name) for name in fields_of(Batch)} <= known
    assert len(fields_of(Batch)) == 15


def test_the_table_in_the_readme_makes_its_pages(project, run):
    (table,) = re.findall(r"(?s)```\n(recipient,.*?)```", README)
    project.write("patients.csv", table)
    result = run("batch", "patients.csv", "-o", "monday")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(list((project.folder / "monday").glob("*.pdf"))) == 2


def test_a_new_roster_is_an_example_that_works(project, run):
    assert run("new", "roster").stdout.startswith("roster.csv")
    assert run("new", "roster", "patients").exit_code == 0
    result = run("batch", "patients.csv", "-o", "made")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(list((project.folder / "made").glob("*.pdf"))) == 3
    assert run("new", "roster", "patients").exit_code != 0
