import logging
import sys

import pytest
from mcp import Client
from mcp.shared import _otel
from mcp.shared.exceptions import MCPError
from opentelemetry import trace

from mcp_server import __version__
from mcp_server.identity import IDENTITY
from mcp_server.telemetry import resource_attributes, start_telemetry

from .spans import RecordedSpan, RecordingTracer

ARGUMENTS = {"time": "s3cr3t", "zones": ["Asia/Tokyo"]}


@pytest.fixture
def tracer(monkeypatch: pytest.MonkeyPatch) -> RecordingTracer:
    tracer = RecordingTracer()
    monkeypatch.setattr(_otel, "_tracer", tracer)
    return tracer


def called(tracer: RecordingTracer) -> RecordedSpan:
    [span] = [
        span
        for span in tracer.spans
        if span.kind is trace.SpanKind.SERVER and span.attributes["mcp.method.name"] == "tools/call"
    ]
    return span


@pytest.mark.anyio
async def test_a_call_is_a_span_without_its_arguments(
    tracer: RecordingTracer, client: Client
) -> None:
    await client.call_tool("convert_time", ARGUMENTS)
    span = called(tracer)
    assert span.attributes["gen_ai.operation.name"] == "execute_tool"
    assert span.attributes["gen_ai.tool.name"] == "convert_time"
    assert span.attributes["mcp.protocol.version"]
    assert span.attributes["error.type"] == "tool_error"
    assert "s3cr3t" not in repr((span.name, span.attributes))


@pytest.mark.anyio
async def test_an_unknown_tool_is_the_error_that_it_is(
    tracer: RecordingTracer, client: Client
) -> None:
    with pytest.raises(MCPError):
        await client.call_tool("no_such_tool", {})
    assert called(tracer).attributes["error.type"] == "-32602"


def test_says_which_server_it_is() -> None:
    assert resource_attributes({"DEPLOYMENT_ENVIRONMENT": "production"}) == {
        "service.name": IDENTITY.name,
        "service.version": __version__,
        "deployment.environment.name": "production",
    }


def test_sends_nothing_without_an_endpoint(caplog: pytest.LogCaptureFixture) -> None:
    start_telemetry({})()
    assert caplog.records == []


def test_says_what_to_install_to_send(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.resources", None)
    start_telemetry({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1"})()
    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert "requirements-telemetry.txt" in record.message
