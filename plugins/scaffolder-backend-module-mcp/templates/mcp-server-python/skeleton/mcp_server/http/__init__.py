"""Streamable HTTP at /mcp, and what an operator asks at /healthz and /readyz."""

from .app import create_app
from .serve import serve

__all__ = ["create_app", "serve"]
