"""One line in the log for each request.

Its span is the SDK's own, with the attributes of OpenTelemetry's conventions for MCP;
`telemetry.py` sends it. Neither holds arguments, results or tokens.
"""

import logging
import time
from typing import Any

from mcp.server import ServerRequestContext
from mcp.server.context import CallNext, HandlerResult
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult

log = logging.getLogger(__name__)


async def observe_requests(
    ctx: ServerRequestContext[Any, Any], call_next: CallNext
) -> HandlerResult:
    if ctx.request_id is None:
        return await call_next(ctx)
    started = time.perf_counter()
    error_type: str | None = None
    try:
        result = await call_next(ctx)
        match result:
            case CallToolResult(is_error=True) | {"isError": True}:
                error_type = "tool_error"
            case _:
                pass
        return result
    except MCPError as error:
        error_type = str(error.code)
        raise
    except BaseException as error:
        error_type = type(error).__qualname__
        raise
    finally:
        log.info(
            "request",
            extra={
                "method": ctx.method,
                "tool": _tool_of(ctx),
                "duration_ms": round((time.perf_counter() - started) * 1000, 1),
                "error_type": error_type,
            },
        )


def _tool_of(context: ServerRequestContext[Any, Any]) -> str | None:
    name = (context.params or {}).get("name")
    return name[:128] if context.method == "tools/call" and isinstance(name, str) else None
