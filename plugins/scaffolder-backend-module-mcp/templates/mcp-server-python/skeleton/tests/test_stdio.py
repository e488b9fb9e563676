import sys
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters

from mcp_server import __version__
from mcp_server.identity import IDENTITY

pytestmark = pytest.mark.anyio


async def test_a_client_that_starts_it_calls_a_tool() -> None:
    command = StdioServerParameters(
        command=sys.executable,
        args=["-m", "mcp_server", "--stdio"],
        cwd=Path(__file__).parent.parent,
    )
    async with Client(command) as client:
        result = await client.call_tool(
            "convert_time", {"time": "2026-11-21T09:30Z", "zones": ["Asia/Tokyo"]}
        )
        assert not result.is_error
        assert client.server_info is not None
        assert client.server_info.name == IDENTITY.name
        assert client.server_info.version == __version__
