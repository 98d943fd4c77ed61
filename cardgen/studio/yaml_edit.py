"""Changes some lines of a YAML file; comments, and what else it says, stay as they are."""

from collections.abc import Mapping
from typing import Any

import yaml

from cardgen.library.yaml_tree import parse

_WIDTH = 10_000


def nodes(text: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """Return the lines of a file by their names. Raises InvalidDataError where it is none."""
    if not text.strip():
        return {}
    parse("", text.encode())
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return {key.value: (key, value) for key, value in pairs}


def edited(text: str, values: Mapping[str, Any]) -> str:
    """Return a file in which these fields have other values; None takes a field out.

    A comment within what is replaced goes with it.
    """
    known = nodes(text)
    for name in reversed(known):
        if name not in values:
            continue
        key, value = known[name]
        start, end = key.start_mark.index, _end(value)
        end -= len(text[start:end]) - len(text[start:end].rstrip("\n"))
        line = _line(name, values[name])
        text = text[:start] + line + text[end if line else end + 1 :]
    added = [_line(name, value) for name, value in values.items() if name not in known]
    lines = [line for line in added if line]
    ends = "" if not text or text.endswith("\n") else "\n"
    return "\n".join((f"{text}{ends}{lines[0]}", *lines[1:], "")) if lines else text


def _end(node: yaml.Node) -> int:
    """Return where a value ends: what stands behind it, such as comments, is no part of it."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _line(name: str, value: Any) -> str:  # noqa: ANN401 - what YAML takes
    """Return the lines of a field; nothing for None."""
    if value is None:
        return ""
    made = yaml.safe_dump({name: value}, allow_unicode=True, width=_WIDTH, sort_keys=False)
    return made.rstrip("\n")
