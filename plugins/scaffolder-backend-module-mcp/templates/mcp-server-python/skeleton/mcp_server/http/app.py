"""The web application: who may call, from which pages, and how large a request may be."""

from mcp.server import Server
from mcp.server.auth.settings import AuthSettings
from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette

from ..auth import JwtVerifier
from ..config import AuthConfig, Config
from .health import health_routes
from .when_issuer_is_down import WhenIssuerIsDown


def create_app(server: Server, config: Config) -> Starlette:
    auth = config.auth
    app = server.streamable_http_app(
        streamable_http_path="/mcp",
        # Any replica answers any request.
        stateless_http=True,
        max_request_body_size=config.max_request_bytes,
        transport_security=_transport_security(config.allowed_hosts),
        auth=_auth_settings(auth, config.public_url) if auth else None,
        token_verifier=JwtVerifier(auth.issuer, config.public_url) if auth else None,
        custom_starlette_routes=health_routes(),
    )
    app.add_middleware(WhenIssuerIsDown)
    return app


def _auth_settings(auth: AuthConfig, public_url: str) -> AuthSettings:
    return AuthSettings.model_validate(
        {
            # As text: clients compare issuers letter by letter, and a URL object may add a slash.
            "issuer_url": auth.issuer,
            "resource_server_url": public_url,
            "required_scopes": auth.required_scopes or None,
            # The verifier checks the audience itself.
            "validate_token_resource": False,
        }
    )


def _transport_security(hosts: list[str]) -> TransportSecuritySettings:
    """MCP, transports: a page that a browser shows must not reach a server it has no business with.

    A host without a port is allowed with every port.
    """
    allowed = [item for host in hosts for item in (host, f"{host}:*")]
    return TransportSecuritySettings(
        allowed_hosts=allowed,
        allowed_origins=[f"{scheme}://{host}" for host in allowed for scheme in ("http", "https")],
    )
