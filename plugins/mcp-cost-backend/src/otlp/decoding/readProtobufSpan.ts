import { MAX_ATTRIBUTES, TOO_MANY_ATTRIBUTES } from './limits';
import type { OtlpResource, OtlpSpan } from './OtlpSpan';
import type { ProtobufCursor } from './ProtobufCursor';
import { readAttribute } from './readProtobufAttribute';

const TRACE_ID_BYTES = 16;
const SPAN_ID_BYTES = 8;
const STATUS_ERROR = 2;

/** Reads a `Span` of opentelemetry-proto. */
export function readSpan(
  cursor: ProtobufCursor,
  resource: OtlpResource,
): OtlpSpan {
  const span: OtlpSpan = {
    traceId: '',
    spanId: '',
    parentSpanId: '',
    kind: 0,
    startUs: 0,
    endUs: 0,
    isError: false,
    attributes: new Map(),
    resource,
    problem: undefined,
  };
  let attributes = 0;
  const outer = cursor.enter();
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    switch (field) {
      case 1:
        span.traceId = cursor.hex(TRACE_ID_BYTES);
        break;
      case 2:
        span.spanId = cursor.hex(SPAN_ID_BYTES);
        break;
      case 4:
        span.parentSpanId = cursor.hex(SPAN_ID_BYTES);
        break;
      case 6:
        span.kind = cursor.uint32();
        break;
      case 7:
        span.startUs = cursor.microseconds();
        break;
      case 8:
        span.endUs = cursor.microseconds();
        break;
      case 9:
        attributes++;
        if (attributes <= MAX_ATTRIBUTES) {
          readAttribute(cursor, span.attributes);
        } else {
          span.problem = TOO_MANY_ATTRIBUTES;
          cursor.skip();
        }
        break;
      case 15:
        span.isError = readStatus(cursor);
        break;
      default:
        cursor.skip();
    }
  }
  cursor.leave(outer);
  return span;
}

function readStatus(cursor: ProtobufCursor): boolean {
  let isError = false;
  const outer = cursor.enter();
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    if (field === 3) {
      isError = cursor.uint32() === STATUS_ERROR;
    } else {
      cursor.skip();
    }
  }
  cursor.leave(outer);
  return isError;
}
