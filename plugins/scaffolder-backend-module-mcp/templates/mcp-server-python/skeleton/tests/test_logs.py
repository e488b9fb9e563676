import io
import json
import logging

import pytest
from mcp import Client
from mcp.shared.exceptions import MCPError

from mcp_server.logs import mask, start_logs


@pytest.fixture
def lines() -> io.StringIO:
    stream = io.StringIO()
    start_logs("info", stream)
    return stream


def entries(lines: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_a_line_is_one_object(lines: io.StringIO) -> None:
    logging.getLogger("test").warning("two\nlines %s", "é", extra={"tool": "convert_time"})
    [entry] = entries(lines)
    assert entry["level"] == "warning"
    assert entry["message"] == "two\nlines é"
    assert entry["tool"] == "convert_time"


def test_an_error_keeps_where_it_came_from(lines: io.StringIO) -> None:
    try:
        raise RuntimeError("broken")
    except RuntimeError:
        logging.getLogger("test").exception("failed")
    [entry] = entries(lines)
    assert "RuntimeError: broken" in str(entry["error"])


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer s3cr3t-token",
        "got eyJhbGciOiJFUzI1NiJ9.s3cr3t.sig",
        "https://user:s3cr3t@example.com/",
    ],
)
def test_no_token_gets_into_the_log(text: str) -> None:
    assert "s3cr3t" not in mask(text)


@pytest.mark.anyio
async def test_each_request_is_one_line_without_its_arguments(
    lines: io.StringIO, client: Client
) -> None:
    arguments = {"time": "s3cr3t", "zones": ["Asia/Tokyo"]}
    await client.call_tool("convert_time", arguments)
    with pytest.raises(MCPError):
        await client.call_tool("no_such_tool", arguments)
    requests = [entry for entry in entries(lines) if entry.get("method") == "tools/call"]
    assert [(entry["tool"], entry["error_type"]) for entry in requests] == [
        ("convert_time", "tool_error"),
        ("no_such_tool", "-32602"),
    ]
    assert "s3cr3t" not in lines.getvalue()
