"""The same server for both transports, and for both eras of the protocol."""

import logging
import uuid
from collections.abc import Sequence
from typing import Any

import anyio
from mcp.server import Server, ServerRequestContext
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
)
from pydantic import BaseModel, ValidationError

from . import __version__
from .identity import IDENTITY
from .observe import observe_requests
from .tools import TOOLS, Tool, ToolContext, ToolError

log = logging.getLogger(__name__)


def create_server(
    context: ToolContext,
    *,
    tools: Sequence[Tool[Any, Any]] = TOOLS,
    tool_timeout_seconds: float = 30,
) -> Server:
    by_name = {tool.name: tool for tool in tools}

    async def list_tools(
        _context: ServerRequestContext, _params: PaginatedRequestParams | None
    ) -> ListToolsResult:
        return ListToolsResult(tools=[tool.describe() for tool in tools])

    async def call_tool(
        _context: ServerRequestContext, params: CallToolRequestParams
    ) -> CallToolResult:
        tool = by_name.get(params.name)
        if tool is None:
            # MCP, tools, error handling: an unknown tool is a protocol error.
            raise MCPError(
                INVALID_PARAMS,
                f"There is no tool {params.name[:128]!r}. There is: {', '.join(by_name)}.",
            )
        return await _answer(tool, params.arguments or {}, context, tool_timeout_seconds)

    server: Server = Server(
        IDENTITY.name,
        title=IDENTITY.title,
        version=__version__,
        instructions=IDENTITY.purpose,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )
    server.middleware.append(observe_requests)
    return server


async def _answer(
    tool: Tool[Any, Any],
    arguments: dict[str, Any],
    context: ToolContext,
    timeout_seconds: float,
) -> CallToolResult:
    """Turns what a tool returns, or raises, into the result of the call.

    MCP, tools, error handling: a call that fails is a result with `isError`, so that the model can
    read why and try again. Anything but a ToolError may hold internals: it goes to the log, and
    the caller learns its reference.
    """
    try:
        given = tool.input.model_validate(arguments)
    except ValidationError as error:
        return _failure(f"These arguments do not fit {tool.name}. {_explain(error)}")
    try:
        with anyio.fail_after(timeout_seconds) as scope:
            return _success(await tool.run(given, context))
    except ToolError as error:
        return _failure(str(error))
    except TimeoutError as error:
        # Another one than this is the tool's own.
        if not scope.cancelled_caught:
            return _failed_inside(tool, error)
        log.warning("tool timed out", extra={"tool": tool.name, "timeout_s": timeout_seconds})
        return _failure(
            f"This took longer than {timeout_seconds:g} seconds and was stopped. "
            "Ask for less, or try again later."
        )
    except MCPError:
        raise
    except Exception as error:
        return _failed_inside(tool, error)


def _success(output: BaseModel) -> CallToolResult:
    return CallToolResult(
        # MCP, structured content: as text too, for clients that read no structured content.
        content=[TextContent(type="text", text=output.model_dump_json(by_alias=True))],
        structured_content=output.model_dump(mode="json", by_alias=True),
    )


def _failed_inside(tool: Tool[Any, Any], error: Exception) -> CallToolResult:
    reference = str(uuid.uuid4())
    log.error(
        "tool failed",
        exc_info=error,
        extra={"tool": tool.name, "reference": reference},
    )
    return _failure(
        f"This failed inside the server. Its operators find why in the log, under {reference}."
    )


def _failure(text: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], is_error=True)


def _explain(error: ValidationError) -> str:
    """Each argument that is wrong, without its value: that may be long, or secret."""
    return " ".join(
        f"{'.'.join(map(str, problem['loc'])) or 'They'}: {problem['msg']}."
        for problem in error.errors(include_url=False, include_input=False)
    )
