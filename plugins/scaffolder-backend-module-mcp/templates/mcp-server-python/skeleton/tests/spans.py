"""Records the spans that the SDK makes; it needs only OpenTelemetry's API."""

from collections.abc import Mapping
from typing import Any

from opentelemetry import trace
from opentelemetry.context import Context


class RecordedSpan(trace.NonRecordingSpan):
    def __init__(
        self, name: str, kind: trace.SpanKind, parent: trace.SpanContext, attributes: Any
    ) -> None:
        trace_id = parent.trace_id or 1
        super().__init__(trace.SpanContext(trace_id, span_id=1, is_remote=False))
        self.name = name
        self.kind = kind
        self.parent = parent
        self.attributes: dict[str, Any] = dict(attributes or {})

    def set_attribute(self, key: str, value: Any) -> None:
        self.attributes[key] = value

    def set_attributes(self, attributes: Mapping[str, Any]) -> None:
        self.attributes.update(attributes)


class RecordingTracer(trace.NoOpTracer):
    def __init__(self) -> None:
        self.spans: list[RecordedSpan] = []

    def start_span(
        self,
        name: str,
        context: Context | None = None,
        kind: trace.SpanKind = trace.SpanKind.INTERNAL,
        attributes: Any = None,
        *_: Any,
        **__: Any,
    ) -> trace.Span:
        parent = trace.get_current_span(context).get_span_context()
        span = RecordedSpan(name, kind, parent, attributes)
        self.spans.append(span)
        return span

    def start_as_current_span(self, name: str, *_: Any, **options: Any) -> Any:
        known = {key: options.get(key) for key in ("context", "attributes")}
        span = self.start_span(name, kind=options["kind"], **known)
        return trace.use_span(span, record_exception=False, set_status_on_exception=False)
