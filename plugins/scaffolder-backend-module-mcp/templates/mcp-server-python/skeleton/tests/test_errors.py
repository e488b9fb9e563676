import logging
from collections.abc import Awaitable, Callable

import anyio
import pytest
from mcp import Client
from mcp.shared.exceptions import MCPError
from mcp_types import INVALID_PARAMS, TextContent, ToolAnnotations
from pydantic import BaseModel

from mcp_server.server import create_server
from mcp_server.tools import Tool, ToolContext

pytestmark = pytest.mark.anyio


class Nothing(BaseModel):
    pass


Run = Callable[[Nothing, ToolContext], Awaitable[Nothing]]


async def fail(_given: Nothing, _context: ToolContext) -> Nothing:
    raise RuntimeError("password=hunter2")


async def never_end(_given: Nothing, _context: ToolContext) -> Nothing:
    await anyio.sleep_forever()
    raise AssertionError


async def answer_wrongly(_given: Nothing, _context: ToolContext) -> Nothing:
    return Nothing.model_validate("hunter2")


async def time_out_itself(_given: Nothing, _context: ToolContext) -> Nothing:
    raise TimeoutError("hunter2 did not answer")


def server_with(run: Run) -> Client:
    tool = Tool(
        name="try_it",
        title="Try it",
        description="Does what the test wants.",
        input=Nothing,
        output=Nothing,
        annotations=ToolAnnotations(),
        run=run,
    )
    context = ToolContext(environment={})
    return Client(create_server(context, tools=[tool], tool_timeout_seconds=0.01))


async def test_an_unknown_tool_is_an_error_of_the_protocol(client: Client) -> None:
    with pytest.raises(MCPError) as raised:
        await client.call_tool("no_such_tool", {})
    assert raised.value.code == INVALID_PARAMS
    assert "convert_time" in raised.value.message


@pytest.mark.parametrize("run", [fail, answer_wrongly, time_out_itself])
async def test_what_fails_inside_stays_inside(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    async with server_with(run) as client:
        result = await client.call_tool("try_it", {})
    [content] = result.content
    assert isinstance(content, TextContent)
    assert result.is_error
    assert "hunter2" not in content.text
    [record] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert vars(record)["reference"] in content.text
    assert record.exc_info is not None
    assert "hunter2" in str(record.exc_info[1])


async def test_a_tool_that_takes_too_long_is_stopped() -> None:
    async with server_with(never_end) as client:
        result = await client.call_tool("try_it", {})
    [content] = result.content
    assert isinstance(content, TextContent)
    assert result.is_error
    assert "took longer" in content.text
