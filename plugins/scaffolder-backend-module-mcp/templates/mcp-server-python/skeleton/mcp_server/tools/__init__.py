"""All tools of this server: add one to the list, and it is offered."""

from typing import Any

from .convert_time import CONVERT_TIME
from .tool import Tool, ToolContext, ToolError

TOOLS: list[Tool[Any, Any]] = [CONVERT_TIME]

__all__ = ["TOOLS", "Tool", "ToolContext", "ToolError"]
