"""An MCP server. What it says of itself is in `identity.json`, what it can do in `tools/`."""

__version__ = "0.1.0"
