import { parse } from 'protobufjs';

import type { OtlpRequest } from './OtlpRequest';

/** The whole messages, so that tests send what is passed by as well. */
const { root } = parse(`
  syntax = "proto3";
  message ExportTraceServiceRequest { repeated ResourceSpans resourceSpans = 1; }
  message ResourceSpans {
    Resource resource = 1; repeated ScopeSpans scopeSpans = 2; string schemaUrl = 3;
  }
  message Resource { repeated KeyValue attributes = 1; uint32 droppedAttributesCount = 2; }
  message ScopeSpans { Scope scope = 1; repeated Span spans = 2; string schemaUrl = 3; }
  message Scope { string name = 1; string version = 2; repeated KeyValue attributes = 3; }
  message Span {
    bytes traceId = 1; bytes spanId = 2; string traceState = 3; bytes parentSpanId = 4;
    string name = 5; int32 kind = 6;
    fixed64 startTimeUnixNano = 7; fixed64 endTimeUnixNano = 8;
    repeated KeyValue attributes = 9; uint32 droppedAttributesCount = 10;
    repeated Event events = 11; repeated Link links = 13;
    Status status = 15; fixed32 flags = 16;
  }
  message Event { fixed64 timeUnixNano = 1; string name = 2; repeated KeyValue attributes = 3; }
  message Link { bytes traceId = 1; bytes spanId = 2; repeated KeyValue attributes = 4; }
  message Status { string message = 2; int32 code = 3; }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message AnyValue {
    oneof value {
      string stringValue = 1; bool boolValue = 2; int64 intValue = 3; double doubleValue = 4;
      ArrayValue arrayValue = 5; KeyValueList kvlistValue = 6; bytes bytesValue = 7;
    }
  }
  message ArrayValue { repeated AnyValue values = 1; }
  message KeyValueList { repeated KeyValue values = 1; }
  message ExportTraceServiceResponse { PartialSuccess partialSuccess = 1; }
  message PartialSuccess { int64 rejectedSpans = 1; string errorMessage = 2; }
  message RpcStatus { int32 code = 1; string message = 2; }
`);

const REQUEST = root.lookupType('ExportTraceServiceRequest');

/** A request in OTLP's JSON, as protobuf. */
export function encodeProtobuf(request: OtlpRequest): Buffer {
  const withBytes = JSON.parse(JSON.stringify(request), (field, value) =>
    typeof value === 'string' && /^(trace|span|parentSpan)Id$/.test(field)
      ? Buffer.from(value, 'hex').toString('base64')
      : value,
  );
  return Buffer.from(REQUEST.encode(REQUEST.fromObject(withBytes)).finish());
}

/** An answer, decoded by a library instead of by us. */
export function decodeAnswer(
  type: 'ExportTraceServiceResponse' | 'RpcStatus',
  bytes: Uint8Array,
): Record<string, unknown> {
  const message = root.lookupType(type);
  return message.toObject(message.decode(bytes), { longs: String });
}
