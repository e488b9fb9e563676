"""JSON Schema of a pydantic model, as models and other clients read it best."""

from typing import Any, Literal, cast

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

_REFERENCE = "#/$defs/"


class _Untitled(GenerateJsonSchema):
    # pydantic makes a title of each name: tokens that say nothing new.
    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        json_schema = super().model_schema(schema)
        json_schema.pop("title", None)
        # A docstring is for whoever reads the code; Field(description=...) is for callers.
        json_schema.pop("description", None)
        return json_schema


def schema_of(
    model: type[BaseModel], mode: Literal["validation", "serialization"]
) -> dict[str, Any]:
    schema = model.model_json_schema(mode=mode, schema_generator=_Untitled)
    definitions = cast("dict[str, Any]", schema.pop("$defs", {}))
    inlined = cast("dict[str, Any]", _inline(schema, definitions, ()))
    # A model that holds itself can't be written out.
    if definitions and _REFERENCE in str(inlined):
        return {**inlined, "$defs": definitions}
    return inlined


def _inline(value: Any, definitions: dict[str, Any], within: tuple[str, ...]) -> Any:
    """Many clients don't follow `$ref`, so what is named elsewhere is put where it is used."""
    if isinstance(value, list):
        return [_inline(item, definitions, within) for item in value]
    if not isinstance(value, dict):
        return value
    schema = cast("dict[str, Any]", value)
    name = _name_in(schema.get("$ref"))
    if name is None or name in within:
        return {key: _inline(item, definitions, within) for key, item in schema.items()}
    beside = {key: item for key, item in schema.items() if key != "$ref"}
    return _inline({**definitions[name], **beside}, definitions, (*within, name))


def _name_in(reference: Any) -> str | None:
    if isinstance(reference, str) and reference.startswith(_REFERENCE):
        return reference.removeprefix(_REFERENCE)
    return None
