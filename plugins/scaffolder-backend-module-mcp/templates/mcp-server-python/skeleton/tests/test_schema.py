from pydantic import BaseModel, Field

from mcp_server.tools.schema import schema_of


class Place(BaseModel):
    """Not for callers."""

    title: str = Field(description="What it is called.")


class Trip(BaseModel):
    start: Place = Field(description="Where it begins.")
    stops: list[Place] = []


class Branch(BaseModel):
    name: str
    branches: list["Branch"] = []


def test_what_is_used_is_written_where_it_is_used() -> None:
    place = {
        "type": "object",
        "properties": {"title": {"type": "string", "description": "What it is called."}},
        "required": ["title"],
    }
    assert schema_of(Trip, "validation") == {
        "type": "object",
        "properties": {
            "start": place | {"description": "Where it begins."},
            "stops": {"type": "array", "items": place, "default": []},
        },
        "required": ["start"],
    }


def test_what_holds_itself_is_named() -> None:
    schema = schema_of(Branch, "validation")
    assert schema["type"] == "object"
    assert schema["properties"]["branches"]["items"] == {"$ref": "#/$defs/Branch"}
    assert set(schema["$defs"]) == {"Branch"}
