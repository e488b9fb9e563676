"""An example to copy: what goes in and out, what it may do, and how it fails."""

import re
from datetime import UTC, datetime
from functools import cache
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from mcp_types import ToolAnnotations
from pydantic import BaseModel, ConfigDict, Field

from .tool import Tool, ToolContext, ToolError


class ConvertTimeInput(BaseModel):
    # What is misspelt is refused, not ignored.
    model_config = ConfigDict(extra="forbid")

    time: str = Field(
        min_length=1,
        max_length=40,
        description=(
            "The moment to convert: ISO 8601 with an offset from UTC, "
            "such as 2026-11-21T09:30:00+01:00, or with Z for UTC."
        ),
    )
    zones: list[Annotated[str, Field(min_length=1, max_length=64)]] = Field(
        min_length=1,
        max_length=10,
        description=(
            "The time zones to convert it to, by their IANA names, "
            'such as ["Europe/Berlin", "Asia/Tokyo"].'
        ),
    )


# Both are open, so that a field can be added without breaking whoever reads them.
class LocalTime(BaseModel):
    zone: str = Field(description="The time zone, as it was asked for.")
    local: str = Field(description="What clocks show there, such as 2026-11-21T17:30:00.")
    offset: str = Field(description="How far clocks there are from UTC, such as +09:00.")


class ConvertTimeOutput(BaseModel):
    utc: str = Field(description="The moment in UTC, such as 2026-11-21T08:30:00Z.")
    times: list[LocalTime] = Field(
        description="One for each time zone, in the order that they were asked for."
    )


async def convert_time(given: ConvertTimeInput, _context: ToolContext) -> ConvertTimeOutput:
    moment = _read_moment(given.time)
    return ConvertTimeOutput(
        utc=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        times=[_clock_in(zone, moment) for zone in given.zones],
    )


CONVERT_TIME = Tool(
    name="convert_time",
    title="Convert time",
    description=(
        "Converts a moment to the local time of one or more time zones, daylight saving included. "
        "Use it before you tell people in other places when something happens."
    ),
    input=ConvertTimeInput,
    output=ConvertTimeOutput,
    annotations=ToolAnnotations(
        read_only_hint=True,
        destructive_hint=False,
        idempotent_hint=True,
        open_world_hint=False,
    ),
    run=convert_time,
)


_WITH_OFFSET = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})", re.IGNORECASE
)


def _read_moment(text: str) -> datetime:
    try:
        if not _WITH_OFFSET.fullmatch(text):
            raise ValueError(text)
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    # OverflowError: a moment within a day of the first or the last year.
    except (ValueError, OverflowError):
        raise ToolError(
            f'"{text}" is no moment. Give ISO 8601 with an offset from UTC, '
            "such as 2026-11-21T09:30:00+01:00."
        ) from None


def _clock_in(zone: str, moment: datetime) -> LocalTime:
    if zone not in _known_zones():
        raise ToolError(_unknown_zone(zone))
    try:
        local = moment.astimezone(ZoneInfo(zone))
    except OverflowError:
        raise ToolError(f"That moment is too far away for the calendar of {zone}.") from None
    return LocalTime(
        zone=zone,
        local=local.strftime("%Y-%m-%dT%H:%M:%S"),
        offset=local.isoformat()[-6:],
    )


# Reading them takes long: from here, once.
@cache
def _known_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _unknown_zone(zone: str) -> str:
    place = zone.rpartition("/")[2].replace(" ", "_").lower()
    meant = [name for name in _known_zones() if name.rpartition("/")[2].lower() == place]
    advice = (
        f'Did you mean "{min(meant, key=len)}"?'
        if meant
        else 'Use an IANA name, such as "Europe/Berlin".'
    )
    return f'There is no time zone "{zone}". {advice}'
