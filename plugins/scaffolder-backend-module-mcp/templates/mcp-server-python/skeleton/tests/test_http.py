import httpx2
import pytest
from mcp import Client

from .serving import serving_mcp

pytestmark = pytest.mark.anyio

LIST_TOOLS = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
HEADERS = {"Accept": "application/json, text/event-stream"}


# "auto" is the newest protocol, "legacy" the one with `initialize`.
@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_a_client_of_either_era_calls_a_tool(mode: str) -> None:
    async with serving_mcp({"MCP_AUTH": "none"}) as url, Client(f"{url}/mcp", mode=mode) as client:
        result = await client.call_tool(
            "convert_time", {"time": "2026-11-21T09:30Z", "zones": ["Asia/Tokyo"]}
        )
    assert result.structured_content is not None
    assert result.structured_content["utc"] == "2026-11-21T09:30:00Z"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_says_that_it_works(path: str) -> None:
    async with serving_mcp({"MCP_AUTH": "none"}) as url, httpx2.AsyncClient() as http:
        response = await http.get(f"{url}{path}")
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("header", "value", "status"),
    [
        ("Host", "attacker.example", 421),
        ("Host", "127.0.0.1.attacker.example", 421),
        ("Origin", "https://attacker.example", 403),
    ],
)
async def test_refuses_pages_that_have_no_business_here(
    header: str, value: str, status: int
) -> None:
    async with serving_mcp({"MCP_AUTH": "none"}) as url, httpx2.AsyncClient() as http:
        response = await http.post(f"{url}/mcp", json=LIST_TOOLS, headers=HEADERS | {header: value})
    assert response.status_code == status


async def test_takes_the_hosts_that_it_is_told() -> None:
    environment = {"MCP_AUTH": "none", "MCP_PUBLIC_URL": "https://time.example.com/mcp"}
    async with serving_mcp(environment) as url, httpx2.AsyncClient() as http:
        response = await http.post(
            f"{url}/mcp",
            json=LIST_TOOLS,
            headers=HEADERS | {"Host": "time.example.com", "Origin": "https://time.example.com"},
        )
    assert response.status_code == 200


async def test_refuses_what_is_too_large() -> None:
    environment = {"MCP_AUTH": "none", "MCP_MAX_REQUEST_BYTES": "1000"}
    async with serving_mcp(environment) as url, httpx2.AsyncClient() as http:
        response = await http.post(f"{url}/mcp", content=b"x" * 1001, headers=HEADERS)
    assert response.status_code == 413
