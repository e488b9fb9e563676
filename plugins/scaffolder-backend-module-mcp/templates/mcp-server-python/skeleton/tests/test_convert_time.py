import pytest
from mcp import Client
from mcp_types import CallToolResult, TextContent

pytestmark = pytest.mark.anyio


async def convert(client: Client, **arguments: object) -> CallToolResult:
    return await client.call_tool("convert_time", arguments)


def text_of(result: CallToolResult) -> str:
    [content] = result.content
    assert isinstance(content, TextContent)
    return content.text


async def test_says_what_clocks_show_elsewhere(client: Client) -> None:
    result = await convert(
        client, time="2026-11-21T09:30:00+01:00", zones=["Europe/Berlin", "Asia/Tokyo"]
    )
    assert not result.is_error
    assert result.structured_content == {
        "utc": "2026-11-21T08:30:00Z",
        "times": [
            {"zone": "Europe/Berlin", "local": "2026-11-21T09:30:00", "offset": "+01:00"},
            {"zone": "Asia/Tokyo", "local": "2026-11-21T17:30:00", "offset": "+09:00"},
        ],
    }
    assert '"utc":"2026-11-21T08:30:00Z"' in text_of(result)


async def test_knows_daylight_saving(client: Client) -> None:
    result = await convert(client, time="2026-07-01T12:00Z", zones=["Europe/Berlin"])
    assert result.structured_content is not None
    assert result.structured_content["times"][0]["offset"] == "+02:00"


@pytest.mark.parametrize("time", ["tomorrow", "2026-11-21T09:30:00", "2026-13-01T00:00Z"])
async def test_says_how_to_write_a_moment(client: Client, time: str) -> None:
    result = await convert(client, time=time, zones=["Asia/Tokyo"])
    assert result.is_error
    assert "is no moment" in text_of(result)


@pytest.mark.parametrize("time", ["0001-01-01T00:30+09:00", "9999-12-31T23:30-09:00"])
async def test_refuses_what_the_calendar_does_not_hold(client: Client, time: str) -> None:
    result = await convert(client, time=time, zones=["Asia/Tokyo"])
    assert result.is_error
    assert "is no moment" in text_of(result)


async def test_refuses_a_moment_that_a_zone_can_not_show(client: Client) -> None:
    result = await convert(client, time="9999-12-31T23:30Z", zones=["Asia/Tokyo"])
    assert result.is_error
    assert "too far away" in text_of(result)


@pytest.mark.parametrize(
    ("zone", "advice"),
    [("tokyo", 'Did you mean "Asia/Tokyo"?'), ("Nowhere", "Use an IANA name"), ("../etc", "IANA")],
)
async def test_says_which_zone_was_meant(client: Client, zone: str, advice: str) -> None:
    result = await convert(client, time="2026-11-21T09:30Z", zones=[zone])
    assert result.is_error
    assert advice in text_of(result)


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        ({"zones": ["Asia/Tokyo"]}, "time"),
        ({"time": "2026-11-21T09:30Z", "zones": []}, "zones"),
        ({"time": "2026-11-21T09:30Z", "zones": ["Asia/Tokyo"], "zone": "UTC"}, "zone"),
    ],
)
async def test_says_which_argument_is_wrong(
    client: Client, arguments: dict[str, object], wrong: str
) -> None:
    result = await convert(client, **arguments)
    assert result.is_error
    assert f"{wrong}: " in text_of(result)
