"""Reads the contract of this server through a real client; `python -m tests.contract` keeps it."""

import json
from pathlib import Path
from typing import Any, cast

import anyio
from mcp import Client

from mcp_server.server import create_server
from mcp_server.tools import ToolContext

CONTRACT_FILE = Path(__file__).parent.parent / "contract.json"

# MCP, tool annotations: what is absent means this.
_HINTS = {
    "readOnlyHint": False,
    "destructiveHint": True,
    "idempotentHint": False,
    "openWorldHint": True,
}


async def read_contract() -> dict[str, Any]:
    async with Client(create_server(ToolContext(environment={}))) as client:
        capabilities = client.server_capabilities.model_dump(by_alias=True, exclude_none=True)
        listed = await client.list_tools()
        tools = [
            tool.model_dump(by_alias=True, exclude_none=True, exclude={"meta", "execution"})
            for tool in listed.tools
        ]
        return canonical(
            {
                "capabilities": capabilities,
                "instructions": client.instructions,
                "prompts": [],
                "resourceTemplates": [],
                "resources": [],
                "tools": tools,
            }
        )


def canonical(contract: dict[str, Any]) -> dict[str, Any]:
    """The same for what means the same: the order of tools, of `required`, a hint's default."""
    normal = cast("dict[str, Any]", _normalise(contract))
    for tool in normal["tools"]:
        hints = tool.get("annotations", {})
        tool["annotations"] = {k: v for k, v in hints.items() if _HINTS.get(k) != v}
    normal["tools"].sort(key=lambda tool: tool["name"])
    return normal


def _normalise(value: Any) -> Any:
    if isinstance(value, list):
        return [_normalise(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: sorted(item) if key == "required" and isinstance(item, list) else _normalise(item)
        for key, item in value.items()
        if not (key == "listChanged" and item is False)
    }


if __name__ == "__main__":
    text = json.dumps(
        anyio.run(read_contract), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    CONTRACT_FILE.write_text(f"{text}\n", encoding="utf-8")
