"""Stages stay apart, arrows run down, files and functions stay small."""

import ast
from graphlib import CycleError, TopologicalSorter
from statistics import median

import pytest
from trees import functions, read

from cardgen.paths import PACKAGE

STAGES = {"library", "compose", "typography", "layout", "pdf", "web"}
USES = {"layout": {"typography"}, "pdf": {"typography"}}
"""The stages that another may use; no other may."""
JOINERS = {"documents", "api", "files", "catalog", "verify", "batch", "lint", "cli", "studio"}
"""What may use several stages."""
LONGEST_FILE, LONGEST_FUNCTION = 300, 45


def imported(tree, known):
    """Return the modules that a tree imports, wherever in it; `known` are the package's own."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import, which this check cannot follow"
            members = {f"{node.module}.{alias.name}" for alias in node.names}
            # `from package import module` is an import of the module.
            found |= {m if m in known else node.module for m in members}
    return found


def folder(module):
    """Return the part of the house that a module is in: "library", "model", "api" …"""
    return module.split(".")[1] if module.startswith("cardgen.") else ""


def reached(module, graph):
    """Return the parts of the house that a module needs, by whatever way."""
    seen, waiting = set(), [module]
    while waiting:
        new = graph.get(waiting.pop(), set()) - seen
        seen |= new
        waiting += new
    return {folder(name) for name in seen} - {folder(module)}


def misplaced(trees):
    """Yield each import that goes where it must not."""
    graph = {name: imported(tree, trees) for name, tree in trees.items()}
    stages = STAGES | JOINERS
    for name, imports in graph.items():
        home = folder(name)
        needs = reached(name, graph)
        if home in STAGES and (wrong := needs & stages - USES.get(home, set())):
            yield f"{name} needs {sorted(wrong)}"
        if home == "model" and (wrong := needs & stages):
            yield f"{name} needs {sorted(wrong)}"
        direct = {folder(module) for module in imports} & STAGES - {home}
        if home not in JOINERS and len(direct) > 1:
            yield f"{name} joins {sorted(direct)}"
        if home != "cli" and "click" in {module.split(".")[0] for module in imports}:
            yield f"{name} imports click"


def cycle(trees):
    """Return the modules, or else the parts of the house, that need each other; or nothing."""
    graph = {name: imported(tree, trees) & trees.keys() for name, tree in trees.items()}
    parts = {folder(name): set() for name in graph}
    for name, imports in graph.items():
        # The package itself gives names of all parts to whoever imports it.
        parts[folder(name)] |= {folder(m) for m in imports} - {folder(name), ""}
    parts.pop("", None)
    for found in (graph, parts):
        try:
            TopologicalSorter(found).prepare()
        except CycleError as error:
            return error.args[1]
    return []


def lengths(package):
    """Return the length in lines of each function, with its name."""
    return [
        (node.end_lineno - node.lineno + 1, f"{module}.{node.name}")
        for module, tree in read(package).items()
        for node in functions(tree)
    ]


def test_the_scan_sees_the_whole_package():
    folders = {folder(name) for name in read(PACKAGE)}
    assert len(read(PACKAGE)) > 100
    assert folders >= STAGES | JOINERS | {"model", "figure", "errors", "write"}


def test_stages_are_joined_by_documents_and_what_stands_above_them():
    assert list(misplaced(read(PACKAGE))) == []


def test_arrows_run_down_only():
    assert cycle(read(PACKAGE)) == []


def test_files_are_small():
    found = [path.read_bytes().count(b"\n") for path in PACKAGE.rglob("*.py")]
    assert len(found) > 100
    assert max(found) < LONGEST_FILE
    assert median(found) < 150


def test_functions_are_small():
    found = lengths(PACKAGE)
    assert len(found) > 500
    assert max(found)[0] <= LONGEST_FUNCTION, max(found)


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("library__a", "from cardgen.compose.cite import Citer"),
        ("compose__a", "import cardgen.pdf.document"),
        ("layout__a", "def f():\n    from cardgen.library import files"),
        ("typography__a", "from cardgen.layout.blocks import stack"),
        ("compose__a", "from cardgen.typography.measure import text_width"),
        ("pdf__a", "from cardgen.layout.fitting.ladder import fit"),
        ("pdf__a", "from cardgen.api import render"),
        ("layout__a", "from cardgen.documents.handout import lay_out"),
        ("model__a", "from cardgen.library.yaml_tree import Tree"),
        ("errors", "import click"),
        ("library__a", "from click.testing import CliRunner"),
        ("words", "import cardgen.library.yaml_tree, cardgen.pdf.document"),
    ],
)
def test_a_forbidden_import_is_caught(faulty, module, text):
    assert list(misplaced(faulty(**{module: "from cardgen.model.base import Model\n"}))) == []
    assert len(list(misplaced(faulty(**{module: text})))) == 1


def test_a_stage_that_is_reached_by_a_detour_is_caught(faulty):
    trees = faulty(compose__a="import cardgen.words", words="import cardgen.library.files")
    assert list(misplaced(trees)) == ["cardgen.compose.a needs ['library']"]


@pytest.mark.parametrize(
    "module", ["layout__a", "pdf__a", "documents__a", "lint__a", "cli__a", "api"]
)
def test_what_may_use_a_stage_is_not_caught(faulty, module):
    assert list(misplaced(faulty(**{module: "import cardgen.typography.fonts"}))) == []


def test_modules_that_need_each_other_are_caught(faulty):
    trees = faulty(
        a="from cardgen import b\n",
        b="def f():\n    from cardgen.a import g\n",
    )
    assert set(cycle(trees)) == {"cardgen.a", "cardgen.b"}


def test_parts_of_the_house_that_need_each_other_are_caught(faulty):
    trees = faulty(
        batch__a="import cardgen.lint.a",
        lint__a="",
        lint__b="import cardgen.batch.b",
        batch__b="",
    )
    assert set(cycle(trees)) == {"batch", "lint"}


def test_what_is_too_long_is_caught(faulty, tmp_path):
    faulty(a="def f():\n" + "    x = 1\n" * LONGEST_FUNCTION)
    assert max(lengths(tmp_path / "cardgen"))[0] > LONGEST_FUNCTION


def test_no_two_modules_of_tests_have_one_name():
    # pytest imports them by their names alone.
    names = sorted(path.name for path in (PACKAGE.parent / "tests").rglob("test_*.py"))
    assert len(names) > 200
    assert [name for name in names if names.count(name) > 1] == []
