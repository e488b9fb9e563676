import { InputError } from '@backstage/errors';

import { parseJson } from '../../ingestion/parseJson';
import {
  Attributes,
  AttributeValue,
  keptAttribute,
  WRONG_TYPE,
} from './attributes';
import {
  checkGroupCount,
  checkSpanCount,
  MAX_ATTRIBUTES,
  MAX_VALUE_DEPTH,
  TOO_MANY_ATTRIBUTES,
} from './limits';
import type { OtlpResource, OtlpSpan } from './OtlpSpan';

const BOUNDS = {
  // Of the request around a value, and three for each list or map in it.
  maxDepth: 12 + 3 * MAX_VALUE_DEPTH,
  // As many spans as there may be, with forty attributes each.
  maxValues: 3_000_000,
};

const STATUS_ERROR = 2;
const HEX = /^[0-9a-f]*$/i;
const INTEGER = /^-?\d{1,19}$/;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

type Json = Record<string, unknown>;

/**
 * Reads an `ExportTraceServiceRequest` in OTLP's JSON: ids in hex, 64-bit
 * integers as text or numbers, fields with other names ignored.
 *
 * @throws InputError when it is something else
 * @throws PayloadTooLargeError when there is more than a request may hold
 */
export function decodeJson(body: Buffer): OtlpSpan[] {
  const request = objectAt(parseJson(body, BOUNDS), 'the body');
  const spans: OtlpSpan[] = [];
  let groups = 0;
  for (const group of listAt(request, 'resourceSpans')) {
    checkGroupCount(++groups);
    const resourceSpans = objectAt(group, 'resourceSpans');
    const resource = readResource(resourceSpans.resource);
    for (const scope of listAt(resourceSpans, 'scopeSpans')) {
      checkGroupCount(++groups);
      const found = listAt(objectAt(scope, 'scopeSpans'), 'spans');
      checkSpanCount(spans.length + found.length);
      for (const span of found) {
        spans.push(readSpan(objectAt(span, 'spans'), resource));
      }
    }
  }
  return spans;
}

function readResource(resource: unknown): OtlpResource {
  const attributes: Attributes = new Map();
  if (isThere(resource)) {
    readAttributes(
      listAt(objectAt(resource, 'resource'), 'attributes'),
      attributes,
    );
  }
  return { attributes };
}

function readSpan(json: Json, resource: OtlpResource): OtlpSpan {
  const span: OtlpSpan = {
    traceId: idAt(json, 'traceId', 32),
    spanId: idAt(json, 'spanId', 16),
    parentSpanId: idAt(json, 'parentSpanId', 16),
    kind: enumAt(json, 'kind'),
    startUs: microsecondsAt(json, 'startTimeUnixNano'),
    endUs: microsecondsAt(json, 'endTimeUnixNano'),
    isError:
      isThere(json.status) &&
      enumAt(objectAt(json.status, 'status'), 'code') === STATUS_ERROR,
    attributes: new Map(),
    resource,
    problem: undefined,
  };
  const attributes = listAt(json, 'attributes');
  if (attributes.length > MAX_ATTRIBUTES) {
    span.problem = TOO_MANY_ATTRIBUTES;
  }
  readAttributes(attributes.slice(0, MAX_ATTRIBUTES), span.attributes);
  return span;
}

function readAttributes(list: unknown[], attributes: Attributes): void {
  for (const item of list) {
    const { key, value } = objectAt(item, 'attributes');
    const name = typeof key === 'string' ? keptAttribute(key) : undefined;
    if (name !== undefined && isThere(value)) {
      const read = readValue(objectAt(value, 'value'));
      if (read !== undefined) {
        attributes.set(name, read);
      }
    }
  }
}

function readValue(value: Json): AttributeValue | undefined {
  const { stringValue, intValue, doubleValue } = value;
  if (isThere(stringValue)) {
    return typeof stringValue === 'string' ? stringValue : WRONG_TYPE;
  }
  if (isThere(intValue)) {
    return numberOf(intValue, INTEGER) ?? WRONG_TYPE;
  }
  if (isThere(doubleValue)) {
    return doubleOf(doubleValue);
  }
  return ['boolValue', 'arrayValue', 'kvlistValue', 'bytesValue'].some(type =>
    isThere(value[type]),
  )
    ? WRONG_TYPE
    : undefined;
}

function doubleOf(value: unknown): AttributeValue {
  // Protobuf's JSON writes what is no number as text.
  const special = ['NaN', 'Infinity', '-Infinity'];
  return typeof value === 'string' && special.includes(value)
    ? Number(value)
    : numberOf(value, NUMBER) ?? WRONG_TYPE;
}

function numberOf(value: unknown, pattern: RegExp): number | undefined {
  if (typeof value === 'number') {
    return value;
  }
  return typeof value === 'string' && pattern.test(value)
    ? Number(value)
    : undefined;
}

function idAt(json: Json, field: string, length: number): string {
  const value = json[field];
  return typeof value === 'string' && value.length === length && HEX.test(value)
    ? value.toLowerCase()
    : '';
}

function enumAt(json: Json, field: string): number {
  const value = json[field];
  if (!isThere(value)) {
    return 0;
  }
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw malformed(`${field} is not the number of an enum`);
  }
  return value;
}

function microsecondsAt(json: Json, field: string): number {
  const value = json[field];
  if (!isThere(value)) {
    return 0;
  }
  if (typeof value === 'number') {
    return Math.floor(value / 1_000);
  }
  if (typeof value === 'string' && /^\d{1,20}$/.test(value)) {
    // Nanoseconds are more than a number holds exactly.
    return Number(value.slice(0, -3));
  }
  throw malformed(`${field} is not a number of nanoseconds`);
}

function listAt(json: Json, field: string): unknown[] {
  const value = json[field];
  if (!isThere(value)) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw malformed(`${field} is not a list`);
  }
  return value;
}

function objectAt(value: unknown, where: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(`${where} holds something that is not an object`);
  }
  return value as Json;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function malformed(why: string): InputError {
  return new InputError(`The body is not an OTLP trace request: ${why}.`);
}
