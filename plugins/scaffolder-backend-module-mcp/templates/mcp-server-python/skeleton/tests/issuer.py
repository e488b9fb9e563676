"""An authorization server as far as a resource server sees it, with keys of the test's own."""

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from .serving import serving

KEY = ec.generate_private_key(ec.SECP256R1())


@dataclass(frozen=True)
class Issuer:
    url: str

    def sign(self, key: ec.EllipticCurvePrivateKey = KEY, **claims: Any) -> str:
        usual = {"iss": self.url, "sub": "agent-7", "exp": int(time.time()) + 60}
        return jwt.encode(usual | claims, key, algorithm="ES256", headers={"kid": "one"})


@asynccontextmanager
async def running_issuer() -> AsyncIterator[Issuer]:
    async def metadata(request: Request) -> JSONResponse:
        url = str(request.base_url).rstrip("/")
        return JSONResponse({"issuer": url, "jwks_uri": f"{url}/keys"})

    async def keys(_request: Request) -> JSONResponse:
        key = json.loads(ECAlgorithm.to_jwk(KEY.public_key()))
        return JSONResponse({"keys": [key | {"kid": "one", "use": "sig", "alg": "ES256"}]})

    app = Starlette(
        routes=[
            # Only OpenID Connect's address: the other one answers 404.
            Route("/.well-known/openid-configuration", metadata),
            Route("/keys", keys),
        ]
    )
    async with serving(app) as url:
        yield Issuer(url)
