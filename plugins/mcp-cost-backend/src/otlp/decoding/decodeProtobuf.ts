import { InputError } from '@backstage/errors';

import type { Attributes } from './attributes';
import { checkGroupCount, checkSpanCount } from './limits';
import type { OtlpResource, OtlpSpan } from './OtlpSpan';
import { ProtobufCursor } from './ProtobufCursor';
import { readAttribute } from './readProtobufAttribute';
import { readSpan } from './readProtobufSpan';

/**
 * Reads an `ExportTraceServiceRequest` in protobuf. The numbers are the fields'
 * of opentelemetry-proto 1; fields that are not named here are passed by. Written
 * by hand, since generated decoders make objects of everything in a span.
 *
 * @throws InputError when the bytes are something else
 * @throws PayloadTooLargeError when there is more than a request may hold
 */
export function decodeProtobuf(body: Buffer): OtlpSpan[] {
  try {
    return readRequest(new ProtobufCursor(body));
  } catch (error) {
    // What protobufjs throws where bytes are missing.
    if (error instanceof RangeError) {
      throw new InputError(
        'The body is not an OTLP trace request: it is cut off.',
      );
    }
    throw error;
  }
}

interface Reading {
  cursor: ProtobufCursor;
  spans: OtlpSpan[];
  /** Resources and scopes so far. */
  groups: number;
}

function readRequest(cursor: ProtobufCursor): OtlpSpan[] {
  const reading: Reading = { cursor, spans: [], groups: 0 };
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    if (field === 1) {
      readResourceSpans(reading);
    } else {
      cursor.skip();
    }
  }
  return reading.spans;
}

function readResourceSpans(reading: Reading): void {
  const { cursor } = reading;
  checkGroupCount(++reading.groups);
  // Fields come in any order: its spans may be read before the resource is.
  const resource: OtlpResource = { attributes: new Map() };
  const outer = cursor.enter();
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    if (field === 1) {
      readResource(cursor, resource.attributes);
    } else if (field === 2) {
      readScopeSpans(reading, resource);
    } else {
      cursor.skip();
    }
  }
  cursor.leave(outer);
}

function readResource(cursor: ProtobufCursor, attributes: Attributes): void {
  const outer = cursor.enter();
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    if (field === 1) {
      readAttribute(cursor, attributes);
    } else {
      cursor.skip();
    }
  }
  cursor.leave(outer);
}

function readScopeSpans(reading: Reading, resource: OtlpResource): void {
  const { cursor, spans } = reading;
  checkGroupCount(++reading.groups);
  const outer = cursor.enter();
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    if (field === 2) {
      checkSpanCount(spans.length + 1);
      spans.push(readSpan(cursor, resource));
    } else {
      cursor.skip();
    }
  }
  cursor.leave(outer);
}
