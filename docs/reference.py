"""Writes docs/reference/ from the commands, the schemas and the rules: `make reference`."""

from collections.abc import Iterable, Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click
from matrix import matrix

from cardgen.cli import main
from cardgen.cli.specs import flag
from cardgen.documents import KINDS as DOCUMENTS
from cardgen.documents.columns import column_help
from cardgen.documents.kind import DocumentKind
from cardgen.kinds import KINDS
from cardgen.lint.data import limits
from cardgen.lint.registry import PEMAT_ITEMS, RULES, pemat_items
from cardgen.model.request import fields_of
from cardgen.schema import schema

FOLDER = Path(__file__).parent / "reference"
MADE = "<!-- Made by `make reference`. Change the code, not this page. -->\n\n"
Node = dict[str, Any]


def commands() -> str:
    """Return the page of all commands, as click itself knows them."""
    return MADE + "# Commands\n\n" + "\n".join(_command(c) for c in main.commands.values())


def _command(command: click.Command) -> str:
    context = click.Context(command, info_name=f"cardgen {command.name}")
    told, _, examples = cleandoc(command.help or "").partition("\b\nExamples:")
    lines = [f"## cardgen {command.name}\n", told.strip() + "\n"]
    lines.append(f"```text\n{command.get_usage(context).removeprefix('Usage: ')}\n```\n")
    rows = [_option(option) for option in command.params if _is_shown(option)]
    if rows:
        lines.append("| option | what it does |\n|---|---|\n" + "\n".join(rows) + "\n")
    shown = "\n".join(line.strip() for line in examples.strip().splitlines())
    lines.append(f"```text\n{shown}\n```\n")
    return "\n".join(lines)


def _is_shown(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and not parameter.hidden


def _option(option: click.Parameter) -> str:
    context = click.Context(click.Command("cardgen"), max_content_width=10_000)
    named, told = option.get_help_record(context) or ("", "")
    return f"| `{_cell(named)}` | {_cell(told)} |"


def files() -> str:
    """Return the page of all kinds of files, with every field."""
    head = "# Files\n\nYAML, one object a file; its id is the name of the file. Every field is\n"
    head += "checked, and one that is not listed here is an error.\n\n"
    return MADE + head + "\n".join(_kind(kind) for kind in KINDS)


def _kind(kind: str) -> str:
    whole = schema(kind)
    place = KINDS[kind].place.replace("{id}", "NAME")
    parts = [f"## {kind}\n", f"`{place}`: {KINDS[kind].about}.\n", _table(whole)]
    for name, node in whole.get("$defs", {}).items():
        if "properties" in node:
            parts += [f"### {kind}: {name}\n", node.get("description", "") + "\n", _table(node)]
    return "\n".join(parts)


def _table(node: Node) -> str:
    required = set(node.get("required", ()))
    rows = [
        f"| `{name}` | {_type(field)} | {'yes' if name in required else ''} "
        f"| {_cell(field['description'])} |"
        for name, field in node["properties"].items()
    ]
    return "| field | holds | must be there | what it says |\n|---|---|---|---|\n" + "\n".join(
        rows
    ) + "\n"  # fmt: skip


def _type(field: Node) -> str:
    return ", or ".join(dict.fromkeys(_types(field)))


def _types(field: Node) -> Iterator[str]:
    """Yield in words what a field may hold."""
    if "$comment" in field:
        yield field["$comment"]
    elif "anyOf" in field and "items" not in field:
        for choice in field["anyOf"]:
            yield from () if choice.get("type") == "null" else _types(choice)
    elif "$ref" in field:
        yield field["$ref"].rsplit("/", 1)[-1]
    elif "enum" in field:
        yield ", ".join(f"`{value}`" for value in field["enum"])
    elif "const" in field:
        yield f"`{field['const']}`"
    elif field.get("type") == "array":
        inner = field.get("items") or {}
        many = ", or ".join(_types(inner)) if inner else "values"
        yield f"list of {many}"
    else:
        yield _NAMES.get(field.get("format") or field.get("type", ""), "text")


_NAMES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true`, `false`",
    "object": "lines of `field: value`",
    "date": "a date: 2026-11-22",
}


def columns() -> str:
    """Return the page of all columns that a roster may have."""
    head = (
        "# Columns of a roster\n\nColumns may stand in any order, and none of them must be there. A"
    )
    head += "\nrow has only those of its kind of document; an empty cell says nothing.\n\n"
    rows = [
        f"| `{name}` | {_cell(told.about)} | {_names(told.others)} | {', '.join(told.kinds)} |"
        for name, told in column_help().items()
    ]
    table = "| column | what to write | also called | in rows of kind |\n|---|---|---|---|\n"
    return MADE + head + table + "\n".join(rows) + "\n"


def requests() -> str:
    """Return the page of all requests, with every field."""
    head = "# Requests\n\nWhat may be asked of each kind of document. A field is one option and one"
    head += (
        ' column;\nin Python, those of a group stand in it: `arrangement={"layout": "list"}`.\n\n'
    )
    return MADE + head + "\n".join(_request(kind) for kind in DOCUMENTS.values())


def _request(kind: DocumentKind) -> str:
    fields = fields_of(kind.request).values()
    rows = [
        f"| `{field.name}` | {field.group or ''} | {_cell(field.about)} | {field.asked.unit} "
        f"| {_names([flag(name) for name in field.names] if field.asked.option else [])} "
        f"| {'yes' if field.asked.column and kind.in_batches else ''} |"
        for field in fields
    ]
    table = "| field | group | what it says | unit | option | column |\n|---|---|---|---|---|---|\n"
    about = cleandoc(kind.request.__doc__ or "")
    return f"## {kind.request.__name__}\n\n{about}\n\n{table}" + "\n".join(rows) + "\n"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def checks() -> str:
    """Return the page of all rules."""
    rows = "\n".join(
        f"| `{rule.code}` | {rule.group} | {_cell(rule.asks)} | {_cell(rule.explanation)} "
        f"| {', '.join(map(str, rule.pemat))} |"
        for rule in RULES
    )
    figures = "\n".join(f"| `{name}` | {value} |" for name, value in limits())
    items = ", ".join(map(str, pemat_items()))
    return (
        f"{MADE}# Checks\n\n`cardgen check` warns by these rules. Their words and figures are data,"
        " in\n`cardgen/data/check/`, each file with where it comes from.\n\n"
        "| code | about | it asks that | what is warned of | PEMAT-P items |\n"
        f"|---|---|---|---|---|\n{rows}\n\n"
        f"## Figures\n\n| figure | value |\n|---|---|\n{figures}\n\n"
        f"## PEMAT-P\n\nOf its {PEMAT_ITEMS} items, some rule looks at {len(pemat_items())}, "
        f"in part or in whole: {items}.\nThat is no score: a person must judge them all.\n"
    )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


PAGES = {
    "commands": commands,
    "columns": columns,
    "requests": requests,
    "files": files,
    "checks": checks,
    "matrix": matrix,
}

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for page, write in PAGES.items():
        (FOLDER / f"{page}.md").write_text(write(), encoding="utf-8")
