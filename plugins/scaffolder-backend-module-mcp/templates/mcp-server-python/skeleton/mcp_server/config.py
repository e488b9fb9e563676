"""All that the environment may say; README.md has the same list."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from .identity import IDENTITY

LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


class ConfigError(Exception):
    """Says which variable is wrong, and what it should be."""


@dataclass(frozen=True)
class AuthConfig:
    """Whose tokens the server takes, and what they must allow."""

    issuer: str
    required_scopes: list[str]


@dataclass(frozen=True)
class Config:
    host: str
    port: int
    # Where clients reach /mcp: the audience of their tokens.
    public_url: str
    # What the headers Host and Origin may name.
    allowed_hosts: list[str]
    # None when everybody may call.
    auth: AuthConfig | None
    # What the operator should know before others find out.
    warnings: list[str]
    log_level: str
    max_request_bytes: int
    tool_timeout_seconds: float
    shutdown_timeout_seconds: float


def _as_list(value: object) -> object:
    return value.replace(",", " ").split() if isinstance(value, str) else value


def _in_lower_case(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


Words = Annotated[list[str], BeforeValidator(_as_list)]


class _Variables(BaseModel):
    model_config = ConfigDict(extra="ignore")

    HOST: str = "127.0.0.1"
    PORT: Annotated[int, Field(ge=0, le=65_535)] = IDENTITY.defaults.port
    MCP_PUBLIC_URL: str | None = None
    MCP_ALLOWED_HOSTS: Words = []
    MCP_AUTH: Literal["jwt", "none"] = "jwt"
    MCP_AUTH_SCOPES: Words = []
    LOG_LEVEL: Annotated[
        Literal["debug", "info", "warning", "error"], BeforeValidator(_in_lower_case)
    ] = "info"
    MCP_MAX_REQUEST_BYTES: Annotated[int, Field(gt=0)] = 1024 * 1024
    MCP_TOOL_TIMEOUT_MS: Annotated[int, Field(gt=0)] = 30_000
    MCP_SHUTDOWN_TIMEOUT_MS: Annotated[int, Field(gt=0)] = 10_000


def read_config(environment: Mapping[str, str]) -> Config:
    """Reads the environment; a variable that is empty counts as not set.

    Raises ConfigError, which names each variable that can't be used.
    """
    try:
        given = _Variables.model_validate({k: v for k, v in environment.items() if v})
    except ValidationError as error:
        raise ConfigError(_explain(error)) from None
    public_url = given.MCP_PUBLIC_URL or f"http://localhost:{given.PORT}/mcp"
    if not _is_web_url(public_url):
        raise ConfigError(
            "MCP_PUBLIC_URL is no URL. Give the address that clients use, "
            "such as https://mcp.example.com/mcp."
        )
    auth, warnings = _read_auth(environment, given)
    return Config(
        host=given.HOST,
        port=given.PORT,
        public_url=public_url,
        allowed_hosts=[
            *LOOPBACK_HOSTS,
            urlsplit(public_url).netloc.rpartition("@")[2],
            *given.MCP_ALLOWED_HOSTS,
        ],
        auth=auth,
        warnings=warnings,
        log_level=given.LOG_LEVEL,
        max_request_bytes=given.MCP_MAX_REQUEST_BYTES,
        tool_timeout_seconds=given.MCP_TOOL_TIMEOUT_MS / 1000,
        shutdown_timeout_seconds=given.MCP_SHUTDOWN_TIMEOUT_MS / 1000,
    )


def _read_auth(
    environment: Mapping[str, str], given: _Variables
) -> tuple[AuthConfig | None, list[str]]:
    if given.MCP_AUTH == "none":
        return None, ["Everybody may call: MCP_AUTH is none."]
    # Set but empty says that there is no issuer, whatever the default is.
    issuer = environment.get("MCP_AUTH_ISSUER", IDENTITY.defaults.issuer)
    if issuer:
        if not _is_web_url(issuer):
            raise ConfigError(
                "MCP_AUTH_ISSUER is no URL. Give the address of the authorization server, "
                "such as https://id.example.com."
            )
        return AuthConfig(issuer, given.MCP_AUTH_SCOPES), []
    if not _is_loopback(given.HOST):
        raise ConfigError(
            f"Everybody who reaches {given.HOST} could call this server. Set MCP_AUTH_ISSUER to "
            "the organisation's authorization server, or MCP_AUTH=none if something in front of "
            "it checks who calls."
        )
    return None, ["Every program on this machine may call: MCP_AUTH_ISSUER is not set."]


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_web_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _explain(error: ValidationError) -> str:
    problems = [f"{problem['loc'][0]}: {problem['msg']}" for problem in error.errors()]
    return "\n".join(problems)
