"""A caller whose token can't be checked now is told to come back, not that the token is wrong."""

import logging

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ..auth import IssuerUnavailableError

log = logging.getLogger(__name__)


class WhenIssuerIsDown:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        except IssuerUnavailableError as error:
            log.error("tokens can not be checked", extra={"reason": str(error)})
            response = JSONResponse(
                {
                    "error": "temporarily_unavailable",
                    "error_description": "The token can not be checked now. Try again later.",
                },
                status_code=503,
                headers={"Retry-After": "10"},
            )
            await response(scope, receive, send)
