"""Runs a web application of a test on a free port."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import anyio
from starlette.applications import Starlette

from mcp_server.config import Config, read_config
from mcp_server.http import create_app
from mcp_server.http.serve import create_uvicorn, listen
from mcp_server.server import create_server
from mcp_server.tools import ToolContext


@asynccontextmanager
async def serving(app: Starlette, config: Config | None = None) -> AsyncIterator[str]:
    with listen("127.0.0.1", 0) as listener:
        server = create_uvicorn(app, config or read_config({"MCP_AUTH": "none"}))
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(server.serve, [listener])
            # The socket listens already: whoever connects now waits until the server takes it.
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
            server.should_exit = True


@asynccontextmanager
async def serving_mcp(environment: Mapping[str, str]) -> AsyncIterator[str]:
    config = read_config(environment)
    app = create_app(create_server(ToolContext(environment={})), config)
    async with serving(app, config) as url:
        yield url
