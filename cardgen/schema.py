"""JSON Schema of each kind of file, with what each field says and an example of it."""

import json
from typing import Any

from cardgen.documents.plain import request_schema
from cardgen.kinds import FIELD, KINDS, kind_in
from cardgen.library.files import read_record
from cardgen.library.validate import resolved
from cardgen.library.yaml_tree import parse
from cardgen.model.reference import NAMES
from cardgen.model.safety import Safety
from cardgen.model.vocabulary import Level
from cardgen.paths import DATA, data_ids
from cardgen.scaffold import SCHEMAS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


Node = dict[str, Any]
OWN = "one of your own"
"""What an id of a vocabulary may be, beside those that ship."""


REQUEST = "-request"
"""What the names of schemas end in that are of requests, and not of files."""


def schema_of_request(kind: str) -> Node:
    """Return the JSON Schema of a request for a kind of document, such as "handout"."""
    made = request_schema(kind)
    _offer_ids(made)
    return {"$schema": DIALECT, "$id": f"cardgen:{kind}{REQUEST}", **made}


def schema(kind: str) -> Node:
    """Return the JSON Schema of a kind of file, by which editors complete and check."""
    made = KINDS[kind].model.model_json_schema(by_alias=True)
    _offer_ids(made)
    if kind == "safety":
        _offer_levels(made)
    example = DATA / "examples" / f"{kind}.yaml"
    data = parse(example.name, example.read_bytes()).data
    _add_examples(made, made, data)
    about = KINDS[kind].about
    return {"$schema": DIALECT, "$id": f"cardgen:{kind}", "$comment": about, **made}


def _offer_ids(node: Any) -> None:  # noqa: ANN401 - JSON
    """Let each id of a vocabulary be one of those that ship, or any other that can be an id.

    Editors complete the first, and take those of a person's own.
    """
    if isinstance(node, dict):
        if folder := node.pop(NAMES, ""):
            if kind_in(folder).vocabulary:
                own = {key: node.pop(key) for key in ("type", "pattern", "maxLength")}
                node["anyOf"] = [{"enum": data_ids(folder)}, {"$comment": OWN, **own}]
        else:
            for inner in node.values():
                _offer_ids(inner)
    elif isinstance(node, list):
        for inner in node:
            _offer_ids(inner)


def _offer_levels(made: Node) -> None:
    """Name the levels that ship among the fields of a safety text, beside those of one's own."""
    signs = made.pop("additionalProperties")
    for id_ in data_ids("levels"):
        level = read_record(DATA / "levels" / f"{id_}.yaml", Level).value
        made["properties"][id_] = {**signs, "description": level.about}
    made["additionalProperties"] = False
    fields = [f"(?!{name}$)" for name in Safety.model_fields]
    made["patternProperties"] = {f"^{''.join(fields)}{FIELD.pattern}$": signs}


def schema_text(kind: str) -> str:
    """Return the JSON Schema of a kind of file as text, always the same."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def _add_examples(whole: Node, node: Node, value: Any) -> None:  # noqa: ANN401 - any YAML
    """Note for each field below `node` the value that the example gives it."""
    node = resolved(whole, node)
    if isinstance(value, dict):
        for key, inner in value.items():
            if (found := node.get("properties", {}).get(key)) is not None:
                _add_examples(whole, found, inner)
                if not isinstance(inner, dict):
                    found.setdefault("examples", [inner])
    elif isinstance(value, list):
        for inner in value:
            _add_examples(whole, node.get("items", {}), inner)


def main() -> None:
    """Write every schema into the package's data: `python -m cardgen.schema`."""
    SCHEMAS.mkdir(exist_ok=True)
    for kind in KINDS:
        (SCHEMAS / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8")


if __name__ == "__main__":
    main()
