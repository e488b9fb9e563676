import { isUtf8 } from 'node:buffer';

import { InputError } from '@backstage/errors';

import {
  Attributes,
  AttributeValue,
  KeptAttribute,
  keptAttributeAt,
  NOT_UTF8,
  WRONG_TYPE,
} from './attributes';
import { MAX_VALUE_DEPTH } from './limits';
import type { ProtobufCursor } from './ProtobufCursor';

const LIST = 5;
const MAP = 6;

/**
 * Reads a `KeyValue` of opentelemetry-proto, if it is a kept one. What others
 * hold is not even made text of.
 */
export function readAttribute(
  cursor: ProtobufCursor,
  attributes: Attributes,
): void {
  let name: KeptAttribute | undefined;
  let range: { start: number; end: number } | undefined;
  const outer = cursor.enter();
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    if (field === 1) {
      const { start, end } = cursor.range();
      name = keptAttributeAt(cursor.buffer, start, end);
    } else if (field === 2) {
      range = cursor.range();
    } else {
      cursor.skip();
    }
  }
  cursor.leave(outer);
  if (range === undefined) {
    return;
  }
  const value = cursor.revisit(range, () =>
    readValue(cursor, name !== undefined),
  );
  if (name !== undefined && value !== undefined) {
    attributes.set(name, value);
  }
}

function readValue(
  cursor: ProtobufCursor,
  isKept: boolean,
): AttributeValue | undefined {
  let value: AttributeValue | undefined;
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    if (field === LIST || field === MAP) {
      lookThrough(cursor, field, 1);
      value = WRONG_TYPE;
    } else if (!isKept) {
      cursor.skip();
    } else if (field === 1) {
      value = readText(cursor);
    } else if (field === 3) {
      value = cursor.int64();
    } else if (field === 4) {
      value = cursor.double();
    } else {
      cursor.skip();
      value = WRONG_TYPE;
    }
  }
  return value;
}

/** Only for how deep it goes. */
function lookThrough(
  cursor: ProtobufCursor,
  type: typeof LIST | typeof MAP,
  depth: number,
): void {
  if (depth > MAX_VALUE_DEPTH) {
    throw new InputError(
      `The value of an attribute is nested deeper than ${MAX_VALUE_DEPTH} lists and maps; send it flatter, or leave it out.`,
    );
  }
  const outer = cursor.enter();
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    // Both keep what they hold in field 1: values, or pairs of key and value.
    if (field !== 1) {
      cursor.skip();
    } else if (type === LIST) {
      lookThroughValue(cursor, depth);
    } else {
      lookThroughPair(cursor, depth);
    }
  }
  cursor.leave(outer);
}

function lookThroughPair(cursor: ProtobufCursor, depth: number): void {
  const outer = cursor.enter();
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    if (field === 2) {
      lookThroughValue(cursor, depth);
    } else {
      cursor.skip();
    }
  }
  cursor.leave(outer);
}

function lookThroughValue(cursor: ProtobufCursor, depth: number): void {
  const outer = cursor.enter();
  for (let field = cursor.next(); field !== 0; field = cursor.next()) {
    if (field === LIST || field === MAP) {
      lookThrough(cursor, field, depth + 1);
    } else {
      cursor.skip();
    }
  }
  cursor.leave(outer);
}

function readText(cursor: ProtobufCursor): AttributeValue {
  const { start, end } = cursor.range();
  const text = cursor.buffer.toString('utf8', start, end);
  // Only a text with this character can have come from wrong bytes.
  return text.includes('\uFFFD') && !isUtf8(cursor.buffer.subarray(start, end))
    ? NOT_UTF8
    : text;
}
