"""Sends a span for each request where OTEL_EXPORTER_OTLP_ENDPOINT says.

The SDK makes the spans, and continues the trace that a client sends along. What sends them is in
`requirements-telemetry.txt`; without it, or without an endpoint, nothing is sent.
"""

import logging
from collections.abc import Callable, Mapping

from opentelemetry import trace

from . import __version__
from .identity import IDENTITY

log = logging.getLogger(__name__)

_ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")


def start_telemetry(environment: Mapping[str, str]) -> Callable[[], None]:
    """Returns what sends the rest and ends it. The exporter reads OTEL_EXPORTER_OTLP_* itself."""
    if not any(environment.get(name) for name in _ENDPOINTS):
        return _nothing_to_send
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        # A server that answers and is not measured is better than none.
        log.error("no telemetry is sent: pip install -r requirements-telemetry.txt")
        return _nothing_to_send
    own = Resource.create(resource_attributes(environment))
    provider = TracerProvider(
        # What OTEL_RESOURCE_ATTRIBUTES and OTEL_SERVICE_NAME say wins.
        resource=own.merge(OTELResourceDetector().detect()),
        shutdown_on_exit=False,
    )
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    return lambda: provider.shutdown()


def _nothing_to_send() -> None:
    pass


def resource_attributes(environment: Mapping[str, str]) -> dict[str, str]:
    return {
        "service.name": IDENTITY.name,
        "service.version": __version__,
        "deployment.environment.name": environment.get("DEPLOYMENT_ENVIRONMENT") or "development",
    }
