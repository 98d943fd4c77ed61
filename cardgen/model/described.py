"""Models whose fields are described by the docstrings below them, read when somebody asks."""

import ast
import inspect
import textwrap
from functools import lru_cache
from itertools import pairwise

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


@lru_cache(maxsize=128)
def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """Return what the fields of a model say of themselves, by name.

    pydantic's `use_attribute_docstrings` does the same at import, for all models of a program:
    that takes a tenth of the time in which a handout is made.
    """
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, Described) and one.model_fields:
            found |= _docstrings(one)
    said = {name: field.description for name, field in model.model_fields.items()}
    return found | {name: text for name, text in said.items() if text}


def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    return {
        named.target.id: inspect.cleandoc(said.value.value)
        for named, said in pairwise(body.body if isinstance(body, ast.ClassDef) else [])
        if isinstance(named, ast.AnnAssign) and isinstance(named.target, ast.Name)
        if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant)
        if isinstance(said.value.value, str)
    }


class Described(BaseModel):
    """A model whose JSON Schema has the docstrings of its fields."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for name, text in descriptions(cls).items():
            key = cls.model_fields[name].alias or name if name in cls.model_fields else name
            if key in properties:
                properties[key].setdefault("description", text)
        return schema
