"""For a client that starts the server itself, and speaks with it on stdin and stdout."""

import anyio
from mcp.server import Server
from mcp.server.stdio import stdio_server


def serve_stdio(server: Server) -> None:
    anyio.run(_serve, server)


async def _serve(server: Server) -> None:
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())
