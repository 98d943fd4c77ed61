#!/bin/sh
# pydantic: a pattern for the names of extra fields, given as the key type of __pydantic_extra__,
# is enforced when validating, and is left out of the JSON Schema, though the same dict type as
# an ordinary field gets patternProperties there. An editor that checks a YAML or JSON file by
# the schema passes names that the program then refuses; propertyNames must be added by hand.
#
# Seen:
#   pydantic 2.14.4
#   validating a wrong extra key: string_pattern_mismatch
#   schema of extras: {"additionalProperties": {"type": "integer"}, "properties": {}, "title": "Extras", "type": "object"}
#   schema of a field: {"patternProperties": {"^x-": {"type": "integer"}}, "title": "Field", "type": "object"}
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pydantic==2.14.4
"$tmp/venv/bin/python" - <<'EOF'
import json
from typing import Annotated

import pydantic
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

Key = Annotated[str, StringConstraints(pattern="^x-")]


class Extras(BaseModel):
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Key, int]


class Field(BaseModel):
    field: dict[Key, int]


try:
    Extras.model_validate({"tempo": 60})
    answer = "accepted"
except ValidationError as error:
    answer = error.errors()[0]["type"]
extras = Extras.model_json_schema()
field = Field.model_json_schema()["properties"]["field"]
print("pydantic", pydantic.VERSION)
print("validating a wrong extra key:", answer)
print("schema of extras:", json.dumps(extras, sort_keys=True))
print("schema of a field:", json.dumps(field, sort_keys=True))
if (
    answer != "string_pattern_mismatch"
    or extras != {"additionalProperties": {"type": "integer"}, "properties": {}, "title": "Extras", "type": "object"}
    or field != {"patternProperties": {"^x-": {"type": "integer"}}, "title": "Field", "type": "object"}
):
    raise SystemExit("CHANGED: the pattern of extra keys is treated otherwise")
EOF
