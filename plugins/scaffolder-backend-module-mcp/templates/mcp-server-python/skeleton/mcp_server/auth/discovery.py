"""Finds where an authorization server keeps its keys: RFC 8414, else OpenID Connect Discovery."""

import json
from typing import Any, cast
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

TIMEOUT_SECONDS = 5
MAX_BYTES = 1024 * 1024


class IssuerUnavailableError(Exception):
    """Tokens can't be checked now; that is no fault of who calls."""


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def find_keys_url(issuer: str) -> str:
    failures: list[str] = []
    for url in metadata_urls(issuer):
        try:
            metadata = _fetch(url)
            # RFC 8414, 3.3: who names another issuer must not be believed.
            if metadata.get("issuer") != issuer:
                raise ValueError(f"it is about {metadata.get('issuer')}")
            return _web_url(metadata.get("jwks_uri"))
        except (URLError, OSError, ValueError) as error:
            failures.append(f"{url}: {error}")
    raise IssuerUnavailableError(
        f"The authorization server {issuer} does not say where its keys are. {'; '.join(failures)}"
    )


def metadata_urls(issuer: str) -> list[str]:
    parts = urlsplit(issuer)
    origin, path = f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")
    return [
        f"{origin}/.well-known/oauth-authorization-server{path}",
        f"{origin}{path}/.well-known/openid-configuration",
    ]


def _fetch(url: str) -> dict[str, Any]:
    # The settings took http and https only.
    request = Request(url, headers={"Accept": "application/json"})  # noqa: S310
    with build_opener(_NoRedirects).open(request, timeout=TIMEOUT_SECONDS) as response:
        answer = json.loads(response.read(MAX_BYTES))
    if not isinstance(answer, dict):
        raise ValueError("it answers with no object")
    return cast("dict[str, Any]", answer)


def _web_url(value: object) -> str:
    if not isinstance(value, str) or urlsplit(value).scheme not in ("http", "https"):
        raise ValueError("it names no jwks_uri")
    return value
