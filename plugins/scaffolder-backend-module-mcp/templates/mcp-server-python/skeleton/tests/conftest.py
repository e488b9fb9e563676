import logging
from collections.abc import AsyncIterator, Iterator

import pytest
from mcp import Client

from mcp_server.server import create_server
from mcp_server.tools import ToolContext


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with Client(create_server(ToolContext(environment={}))) as client:
        yield client


@pytest.fixture(autouse=True)
def _keep_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    logging.captureWarnings(False)
