"""What a tool is made of. A tool itself is a file beside this one; see `convert_time.py`."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from mcp_types import Tool as ToolDescription
from mcp_types import ToolAnnotations
from pydantic import BaseModel

from .schema import schema_of

Input = TypeVar("Input", bound=BaseModel)
Output = TypeVar("Output", bound=BaseModel)


class ToolError(Exception):
    """A failure that the caller can do something about.

    The model reads its text, so it says what was wrong and what to try instead. It must hold
    nothing that the caller may not know.
    """


@dataclass(frozen=True)
class ToolContext:
    """What tools are given; nothing in them reaches for a global."""

    # For settings and secrets of the tools' own, such as an API's URL and key.
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Tool(Generic[Input, Output]):
    name: str
    title: str
    # A model chooses by it: what the tool does, and when to use it.
    description: str
    input: type[Input]
    output: type[Output]
    annotations: ToolAnnotations
    run: Callable[[Input, ToolContext], Awaitable[Output]]

    def describe(self) -> ToolDescription:
        return ToolDescription(
            name=self.name,
            title=self.title,
            description=self.description,
            input_schema=schema_of(self.input, "validation"),
            output_schema=schema_of(self.output, "serialization"),
            annotations=self.annotations,
        )
