"""JSON Schema of each kind of file, with what each field says and an example of it."""

import json
from typing import Any

from cardgen.kinds import KINDS
from cardgen.load.check import resolved
from cardgen.load.tree import parse
from cardgen.paths import DATA
from cardgen.starter import SCHEMAS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


Node = dict[str, Any]


def schema(kind: str) -> Node:
    """Return the JSON Schema of a kind of file, by which editors complete and check."""
    made = KINDS[kind].model.model_json_schema(by_alias=True)
    example = DATA / "examples" / f"{kind}.yaml"
    data = parse(example.name, example.read_bytes()).data
    _add_examples(made, made, data)
    about = KINDS[kind].about
    return {"$schema": DIALECT, "$id": f"cardgen:{kind}", "$comment": about, **made}


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
