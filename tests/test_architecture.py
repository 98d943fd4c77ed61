"""The stages stay apart, imports have no cycle, and the files and functions stay small."""

import ast
from graphlib import CycleError, TopologicalSorter
from statistics import median

import pytest

from cardgen.paths import PACKAGE

STAGES = {"load", "choose", "layout", "render"}
JOINERS = {
    "cardgen.build",
    "cardgen.calibrate",
    "cardgen.catalog",
    "cardgen.check.run",
    "cardgen.decks",
    "cardgen.printer",
    "cardgen.stencil",
}
ABOVE = {
    "build",
    "calibrate",
    "catalog",
    "cli",
    "decks",
    "figure",
    "printer",
    "stencil",
    "write",
}
"""What the stages and the model know nothing of."""


def read(package):
    """Return the syntax tree of each module below a package's folder, by dotted name."""
    trees = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        trees[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return trees


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
    """Return the part of the house that a module is in: "load", "model", "build" …"""
    return module.split(".")[1] if module.startswith("cardgen.") else ""


def faults(package):
    """Return each import that goes where it must not."""
    trees = read(package)
    found = []
    for name, tree in trees.items():
        home = folder(name)
        imports = imported(tree, trees)
        ours = {folder(module) for module in imports} - {"", home}
        if home in STAGES | {"model"} and ours & (STAGES | ABOVE):
            found.append(f"{name} ({home}) imports {sorted(ours)}")
        if name not in JOINERS and len(ours & STAGES) > 1:
            found.append(f"{name} imports several stages: {sorted(ours & STAGES)}")
        if home != "cli" and "click" in {module.split(".")[0] for module in imports}:
            found.append(f"{name} imports click")
    return found


def cycle(package):
    """Return the modules of an import cycle, or nothing."""
    trees = read(package)
    graph = {name: imported(tree, trees) & trees.keys() for name, tree in trees.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def functions(package):
    """Return the length in lines of each function, with its name."""
    return [
        (node.end_lineno - node.lineno + 1, f"{module}.{node.name}")
        for module, tree in read(package).items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]


def test_the_scan_sees_the_whole_package():
    folders = {folder(name) for name in read(PACKAGE)}
    assert len(read(PACKAGE)) > 40
    assert folders >= STAGES | {"model", "cli", "build", "catalog", "errors", "write"}


def test_stages_are_joined_by_the_build_alone():
    assert faults(PACKAGE) == []


def test_imports_have_no_cycle():
    assert cycle(PACKAGE) == []


def test_files_are_small():
    lengths = [path.read_bytes().count(b"\n") for path in PACKAGE.rglob("*.py")]
    assert len(lengths) > 40
    assert max(lengths) < 300
    assert median(lengths) < 150


def test_functions_are_small():
    found = functions(PACKAGE)
    assert len(found) > 150
    assert max(found)[0] <= 45, max(found)


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("load/a", "from cardgen.choose.cite import Citer"),
        ("choose/a", "import cardgen.render.pdf"),
        ("layout/a", "def f():\n    from cardgen.load import files"),
        ("render/a", "from cardgen.layout.fit import fit"),
        ("render/a", "from cardgen.build import build_handout"),
        ("layout/a", "from cardgen.write import write_whole"),
        ("load/a", "from cardgen.figure.read import poses_folder"),
        ("model/a", "from cardgen.load.tree import Tree"),
        ("errors", "import click"),
        ("load/a", "from click.testing import CliRunner"),
        ("cli/a", "from cardgen.load.data import x\nfrom cardgen.choose.dose import y"),
        ("words", "import cardgen.load.tree, cardgen.render.pdf"),
    ],
)
def test_a_forbidden_import_is_caught(tmp_path, module, text):
    package = tmp_path / "cardgen"
    path = package / f"{module}.py"
    path.parent.mkdir(parents=True)
    path.write_text("from cardgen.model.base import Model\n")
    assert faults(package) == []
    path.write_text(text)
    assert len(faults(package)) == 1


def test_an_import_cycle_is_caught(tmp_path):
    package = tmp_path / "cardgen"
    package.mkdir()
    (package / "a.py").write_text("from cardgen import b\n")
    (package / "b.py").write_text("def f():\n    from cardgen.a import g\n")
    assert set(cycle(package)) == {"cardgen.a", "cardgen.b"}
