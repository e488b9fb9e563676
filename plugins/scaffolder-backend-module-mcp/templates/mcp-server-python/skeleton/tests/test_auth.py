import time
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from .issuer import Issuer, running_issuer
from .serving import serving_mcp

pytestmark = pytest.mark.anyio

PUBLIC_URL = "https://time.example.com/mcp"
LIST_TOOLS = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}


class Caller:
    def __init__(self, http: httpx2.AsyncClient, url: str, issuer: Issuer) -> None:
        self.http = http
        self.url = url
        self.issuer = issuer

    async def call(self, token: str | None = None) -> httpx2.Response:
        headers = {"Accept": "application/json, text/event-stream"}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        return await self.http.post(f"{self.url}/mcp", json=LIST_TOOLS, headers=headers)


@pytest.fixture
async def caller() -> AsyncIterator[Caller]:
    async with running_issuer() as issuer:
        environment = {
            "MCP_AUTH_ISSUER": issuer.url,
            "MCP_AUTH_SCOPES": "time:read",
            "MCP_PUBLIC_URL": PUBLIC_URL,
        }
        async with serving_mcp(environment) as url, httpx2.AsyncClient() as http:
            yield Caller(http, url, issuer)


async def test_takes_a_token_of_its_issuer_for_itself(caller: Caller) -> None:
    response = await caller.call(caller.issuer.sign(aud=PUBLIC_URL, scope="time:read"))
    assert response.status_code == 200
    assert "convert_time" in response.text


async def test_says_where_to_get_a_token(caller: Caller) -> None:
    response = await caller.call()
    assert response.status_code == 401
    metadata = "https://time.example.com/.well-known/oauth-protected-resource/mcp"
    assert f'resource_metadata="{metadata}"' in response.headers["www-authenticate"]
    # RFC 9728
    response = await caller.http.get(f"{caller.url}/.well-known/oauth-protected-resource/mcp")
    assert response.json()["resource"] == PUBLIC_URL
    assert response.json()["authorization_servers"] == [caller.issuer.url]
    assert response.json()["scopes_supported"] == ["time:read"]


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "https://other.example.com/mcp"},
        {"aud": PUBLIC_URL, "iss": "https://attacker.example"},
        {"aud": PUBLIC_URL, "exp": int(time.time()) - 60},
        {"aud": PUBLIC_URL, "sub": None},
        {},
    ],
)
async def test_refuses_tokens_that_are_not_for_it(caller: Caller, claims: dict[str, Any]) -> None:
    token = caller.issuer.sign(scope="time:read", **claims)
    assert (await caller.call(token)).status_code == 401


async def test_refuses_tokens_that_its_issuer_did_not_sign(caller: Caller) -> None:
    other = ec.generate_private_key(ec.SECP256R1())
    forged = caller.issuer.sign(other, aud=PUBLIC_URL, scope="time:read")
    unsigned = jwt.encode({"aud": PUBLIC_URL}, "", algorithm="none", headers={"kid": "one"})
    for token in (forged, unsigned, "no token", "x" * 20_000):
        assert (await caller.call(token)).status_code == 401


async def test_refuses_a_token_without_the_scope(caller: Caller) -> None:
    response = await caller.call(caller.issuer.sign(aud=PUBLIC_URL, scope="time:write"))
    assert response.status_code == 403
    assert 'error="insufficient_scope"' in response.headers["www-authenticate"]


async def test_asks_for_no_token_where_its_health_is(caller: Caller) -> None:
    assert (await caller.http.get(f"{caller.url}/healthz")).status_code == 200


async def test_a_token_that_can_not_be_checked_is_not_called_wrong(
    caplog: pytest.LogCaptureFixture,
) -> None:
    # Nobody answers on port 1.
    issuer = Issuer("http://127.0.0.1:1")
    environment = {"MCP_AUTH_ISSUER": issuer.url, "MCP_PUBLIC_URL": PUBLIC_URL}
    async with serving_mcp(environment) as url, httpx2.AsyncClient() as http:
        caller = Caller(http, url, issuer)
        for _ in range(2):
            response = await caller.call(issuer.sign(aud=PUBLIC_URL))
            assert response.status_code == 503
            assert response.headers["retry-after"] == "10"
    asked, not_asked = (vars(r)["reason"] for r in caplog.records if hasattr(r, "reason"))
    assert "does not say where its keys are" in asked
    assert "a moment ago" in not_asked
