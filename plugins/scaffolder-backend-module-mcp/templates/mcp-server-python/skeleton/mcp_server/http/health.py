"""Nothing here needs a token, and nothing here says more than whether it works."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


async def healthz(_request: Request) -> JSONResponse:
    """Whether the process lives. It asks nothing of others: a restart would not mend them."""
    return JSONResponse({"status": "ok"})


async def readyz(_request: Request) -> JSONResponse:
    """Whether requests may come. Check here what every call needs, such as a database."""
    return JSONResponse({"status": "ready"})


def health_routes() -> list[Route]:
    return [Route("/healthz", healthz), Route("/readyz", readyz)]
