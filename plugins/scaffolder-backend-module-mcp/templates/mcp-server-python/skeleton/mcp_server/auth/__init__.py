"""Who may call: those with a token of the organisation's authorization server for this server."""

from .discovery import IssuerUnavailableError
from .token_verifier import JwtVerifier

__all__ = ["IssuerUnavailableError", "JwtVerifier"]
