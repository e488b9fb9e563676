"""Takes the JWTs of one issuer that are meant for this server, and no others."""

import logging
import threading
import time
from typing import Any, cast

import anyio.to_thread
import jwt
from mcp.server.auth.provider import AccessToken, TokenVerifier

from .discovery import TIMEOUT_SECONDS, IssuerUnavailableError, find_keys_url

log = logging.getLogger(__name__)

# Signed by a private key that only the issuer has.
ALGORITHMS = ["RS256", "PS256", "ES256", "ES384", "EdDSA"]
MAX_TOKEN_CHARS = 16 * 1024
# After the authorization server did not answer.
PAUSE_SECONDS = 5


class JwtVerifier(TokenVerifier):
    def __init__(self, issuer: str, audience: str) -> None:
        self._issuer = issuer
        self._audience = audience
        # Found on the first call, so that the server starts without its issuer.
        self._keys: jwt.PyJWKClient | None = None
        self._finding = threading.Lock()
        self._ask_again_at = 0.0

    async def verify_token(self, token: str) -> AccessToken | None:
        """None for a token that is not taken. Raises IssuerUnavailableError."""
        if len(token) > MAX_TOKEN_CHARS:
            return None
        # PyJWT waits for the network in its thread.
        return await anyio.to_thread.run_sync(self._verify, token)

    def _verify(self, token: str) -> AccessToken | None:
        try:
            claims = jwt.decode(
                token,
                self._find_key(token),
                algorithms=ALGORITHMS,
                issuer=self._issuer,
                # MCP, authorization: no token is taken that was issued for something else.
                audience=self._audience,
                options={"require": ["exp", "iss", "aud", "sub"]},
                leeway=5,
            )
        except jwt.PyJWKClientConnectionError as error:
            raise IssuerUnavailableError(
                f"The keys of {self._issuer} can't be read: {error}"
            ) from error
        except jwt.PyJWTError as error:
            log.info("token refused", extra={"reason": type(error).__name__})
            return None
        return _describe(token, claims, self._audience)

    def _find_key(self, token: str) -> jwt.PyJWK:
        with self._finding:
            keys = self._keys = self._keys or self._find_keys()
        return keys.get_signing_key_from_jwt(token)

    def _find_keys(self) -> jwt.PyJWKClient:
        # One asks, and the others don't wait for the same answer one after the other.
        if time.monotonic() < self._ask_again_at:
            raise IssuerUnavailableError(f"{self._issuer} did not answer a moment ago.")
        try:
            keys = jwt.PyJWKClient(find_keys_url(self._issuer), timeout=TIMEOUT_SECONDS)
            keys.get_jwk_set()
        except (IssuerUnavailableError, jwt.PyJWKClientConnectionError):
            self._ask_again_at = time.monotonic() + PAUSE_SECONDS
            raise
        return keys


def _describe(token: str, claims: dict[str, Any], resource: str) -> AccessToken:
    return AccessToken(
        token=token,
        client_id=str(claims.get("client_id") or claims.get("azp") or claims["sub"]),
        scopes=_as_list(claims.get("scope")) + _as_list(claims.get("scp")),
        expires_at=int(claims["exp"]),
        resource=resource,
        subject=str(claims["sub"]),
        claims={"iss": claims["iss"]},
    )


def _as_list(claim: object) -> list[str]:
    if isinstance(claim, str):
        return claim.split()
    if isinstance(claim, list):
        return [item for item in cast("list[object]", claim) if isinstance(item, str)]
    return []
