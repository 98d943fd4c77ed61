"""Nothing is kept in hiding: by the place of an object, without bounds, or for one thread."""

import ast

import pytest
from trees import functions, read

from cardgen.paths import PACKAGE

FIXED = {"FontStyle"}
"""Types of so few values that what is made of each may be kept for good."""
REGISTER = "_clears"
"""What is filled at import alone, by a decorator."""
GROWING = {"dict", "list", "set", "defaultdict", "OrderedDict", "Counter", "deque"}


def hidden(trees):
    """Yield what is kept by the place of an object, or without bounds, or for one thread."""
    for name, tree in trees.items():
        for node in tree.body:
            if ast.unparse(node).startswith(f"{REGISTER}: "):
                continue
            if isinstance(node, (ast.Assign, ast.AnnAssign)) and _grows(node.value):
                yield f"{name}:{node.lineno} fills up"
        within = {inner for f in functions(tree) for inner in functions(f) if inner is not f}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "id":
                yield f"{name}:{node.lineno} keeps by id()"
            if isinstance(node, (ast.Name, ast.Attribute)) and ast.unparse(node).endswith(
                ("ContextVar", "threading.local")
            ):
                yield f"{name}:{node.lineno} hides state"
            if isinstance(node, ast.Global):
                yield f"{name}:{node.lineno} changes a global name"
            if isinstance(node, ast.FunctionDef) and node not in within and _is_endless(node):
                yield f"{name}.{node.name} keeps without bounds"
        yield from (f"{name}:{line} keeps without bounds" for line in _made_endless(tree))


def _grows(value):
    """Tell whether a value is an empty container, or one that is made of nothing."""
    if isinstance(value, ast.Call):
        kind = ast.unparse(value.func).split(".")[-1]
        return kind in GROWING and (kind == "defaultdict" or not (value.args or value.keywords))
    return (isinstance(value, ast.Dict) and not value.keys) or (
        isinstance(value, ast.List) and not value.elts
    )


def _is_endless(function):
    """Tell whether a function keeps a result for each of any number of arguments."""
    arguments = [*function.args.args, *function.args.kwonlyargs]
    kinds = {ast.unparse(one.annotation) if one.annotation else "" for one in arguments}
    return any(
        ast.unparse(decorator) in ("cache", "functools.cache") and kinds - FIXED
        for decorator in function.decorator_list
    )


def _made_endless(tree):
    """Yield the line of each `lru_cache(None)`, and of each `cache(function)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).split(".")[-1]
            given = [ast.unparse(v) for v in (*node.args, *(k.value for k in node.keywords))]
            if (name == "lru_cache" and "None" in given) or name == "cache":
                yield node.lineno


def test_nothing_is_kept_in_hiding():
    assert list(hidden(read(PACKAGE))) == []


CACHE = "from functools import cache, lru_cache\n"


@pytest.mark.parametrize(
    "text",
    [
        "def f(page):\n    return _kept[id(page)]",
        "from contextvars import ContextVar\nseen = ContextVar('seen')",
        "import threading\nkept = threading.local()",
        "_kept = {}",
        "_kept: dict[str, int] = {}",
        "_kept = []",
        "from collections import defaultdict\n_kept = defaultdict(list)",
        "from collections import OrderedDict\n_kept = OrderedDict()",
        "_last = 0\ndef f():\n    global _last\n    _last = 1",
        f"{CACHE}@cache\ndef f(text: str): ...",
        f"{CACHE}@cache\ndef f(text): ...",
        f"{CACHE}@lru_cache(maxsize=None)\ndef f(): ...",
        f"{CACHE}@lru_cache(None)\ndef f(): ...",
        f"{CACHE}def make(f):\n    return cache(f)",
        f"{CACHE}class A:\n    @cache\n    def f(self): ...",
    ],
)
def test_what_is_kept_in_hiding_is_caught(faulty, text):
    assert len(list(hidden(faulty(a=text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{CACHE}@lru_cache(64)\ndef f(text: str): ...",
        f"{CACHE}@lru_cache(maxsize=1 << 12)\ndef f(text: str): ...",
        f"{CACHE}@lru_cache\ndef f(text: str): ...",
        f"{CACHE}@cache\ndef f(): ...",
        f"{CACHE}@cache\ndef f(face: FontStyle): ...",
        f"{CACHE}def f():\n    @cache\n    def g(i: int): ...\n    return g",
        "NAMES = {'a': 1}\ndef f():\n    found = {}\n    return found",
        "NAMES: tuple[str, ...] = ()",
        "NAMES = set(get_args(FontStyle))",
    ],
)
def test_what_is_bounded_is_not_caught(faulty, text):
    assert list(hidden(faulty(a=text))) == []
