"""Listens until it is told to end, and then lets running requests finish."""

import logging
import signal
import socket

import uvicorn
from starlette.applications import Starlette

from ..config import Config

log = logging.getLogger(__name__)


def create_uvicorn(app: Starlette, config: Config) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host=config.host,
            port=config.port,
            # The log is set up already, and has a line for each request.
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=round(config.shutdown_timeout_seconds),
        )
    )


def serve(app: Starlette, config: Config) -> None:
    # Bound here, so that a port which is taken is said in one sentence.
    listener = listen(config.host, config.port)
    with listener:
        host, port = listener.getsockname()[:2]
        log.info("listening", extra={"host": host, "port": port, "path": "/mcp"})
        server = create_uvicorn(app, config)
        _end_on_signals(server)
        server.run(sockets=[listener])


def _end_on_signals(server: uvicorn.Server) -> None:
    """uvicorn ends on a signal, and then raises it again for whoever handled it before.

    That is this, so that the process goes on to send its last telemetry.
    """

    def end(*_: object) -> None:
        server.should_exit = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)


def listen(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except OSError:
        listener.close()
        raise
    return listener
