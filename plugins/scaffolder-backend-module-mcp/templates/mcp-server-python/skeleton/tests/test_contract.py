import json

import pytest

from .contract import CONTRACT_FILE, canonical, read_contract

pytestmark = pytest.mark.anyio


async def test_what_the_server_offers_is_what_contract_json_promises() -> None:
    promised = canonical(json.loads(CONTRACT_FILE.read_text(encoding="utf-8")))
    assert await read_contract() == promised, (
        "If the change is meant, run: python -m tests.contract"
    )


async def test_every_parameter_is_described() -> None:
    for tool in (await read_contract())["tools"]:
        for name, schema in tool["inputSchema"]["properties"].items():
            assert schema.get("description"), f"{tool['name']}: {name}"
