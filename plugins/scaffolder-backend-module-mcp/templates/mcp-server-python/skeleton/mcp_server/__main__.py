"""`python -m mcp_server` answers over HTTP; with `--stdio`, on stdin and stdout."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence

from . import __version__
from .config import Config, ConfigError, read_config
from .http import create_app, serve
from .identity import IDENTITY
from .logs import start_logs
from .server import create_server
from .stdio import serve_stdio
from .telemetry import start_telemetry
from .tools import ToolContext

# Not __name__: that is "__main__" here.
log = logging.getLogger("mcp_server")


def main(arguments: Sequence[str] | None = None) -> int:
    options = _read_options(arguments)
    try:
        # Over stdio nobody calls but the program that started it.
        auth = {"MCP_AUTH": "none"} if options.stdio else {}
        config = read_config(os.environ | auth)
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    start_logs(config.log_level)
    stop_telemetry = start_telemetry(os.environ)
    try:
        return _run(config, stdio=options.stdio)
    finally:
        stop_telemetry()


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m mcp_server", description=IDENTITY.title)
    parser.add_argument("--stdio", action="store_true", help="speak on stdin and stdout")
    parser.add_argument("--version", action="version", version=__version__)
    return parser.parse_args(arguments)


def _run(config: Config, *, stdio: bool) -> int:
    server = create_server(
        ToolContext(environment=os.environ),
        tool_timeout_seconds=config.tool_timeout_seconds,
    )
    if stdio:
        serve_stdio(server)
        return 0
    for warning in config.warnings:
        log.warning(warning)
    try:
        serve(create_app(server, config), config)
    except OSError as error:
        log.error("can not listen", extra={"reason": f"{config.host}:{config.port}: {error}"})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
