"""Logs as one JSON object a line, on stderr: over stdio, stdout belongs to the protocol."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

from opentelemetry.trace import get_current_span

# Whatever a library writes: no token gets into the log.
_SECRETS = re.compile(
    r"(?i)\b(bearer)\s+[\w.~+/=-]+|\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|://[^\s/@]+@", re.ASCII
)

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message"}


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        fields = {key: value for key, value in vars(record).items() if key not in _STANDARD}
        entry |= {key: value for key, value in fields.items() if value is not None}
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        span = get_current_span().get_span_context()
        if span.is_valid:
            entry["trace_id"] = f"{span.trace_id:032x}"
        return mask(json.dumps(entry, ensure_ascii=False, default=str))


def mask(text: str) -> str:
    return _SECRETS.sub(lambda found: "://***@" if found[0].startswith(":") else "***", text)


def start_logs(level: str, stream: TextIO | None = None) -> None:
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.captureWarnings(True)
