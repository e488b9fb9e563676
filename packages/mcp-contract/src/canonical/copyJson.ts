import { ContractError, shorten, toPointer } from './ContractError';
import { type JsonObject, type JsonValue, setOwn } from './JsonValue';

interface JsonLimits {
  maxDepth: number;
  maxValues: number;
  maxSizeBytes: number;
}

type Container = { [key: string]: unknown } | unknown[];

/** A container whose members are being copied; the open ones form the path. */
interface OpenContainer {
  source: Container;
  /** Absent for an array. */
  keys?: string[];
  size: number;
  next: number;
  target: JsonObject | JsonValue[];
}

/**
 * Copies what claims to be JSON into plain JSON, so that what follows may rely
 * on it: no cycles, nothing that JSON can't say, nothing deeper than the limit.
 * Keeps its own stack, so that depth costs an error and not the process.
 * Members that are `undefined` count as absent, as in `JSON.stringify`.
 */
export function copyJson(input: unknown, limits: JsonLimits): JsonValue {
  const open: OpenContainer[] = [];
  let values = 0;
  let size = 0;

  const fail = (
    code: 'invalid-json' | 'too-deep' | 'too-large',
    problem: string,
    advice: string,
  ) =>
    new ContractError({
      code,
      path: toPointer(
        open.map(({ keys, next }) => (keys ? keys[next - 1] : next - 1)),
      ),
      problem,
      advice,
    });

  const count = (chars: number) => {
    values += 1;
    size += chars;
    if (values > limits.maxValues || size > limits.maxSizeBytes) {
      throw fail(
        'too-large',
        `there are more than ${limits.maxValues} values or ${limits.maxSizeBytes} bytes`,
        'Offer less in one server, or split it in two',
      );
    }
  };

  const checkText = (text: string) => {
    // With the u flag, a class of surrogates matches lone ones only.
    if (/[\ud800-\udfff]/u.test(text)) {
      throw fail(
        'invalid-json',
        'a text holds half of a surrogate pair, which UTF-8 cannot carry',
        'Send well-formed Unicode',
      );
    }
    count(text.length + 2);
  };

  const checkNumber = (number: number) => {
    if (!Number.isFinite(number)) {
      throw fail(
        'invalid-json',
        `${number} is not a JSON number`,
        'Send a finite number or leave the field out',
      );
    }
    count(1);
  };

  const begin = (source: Container): JsonObject | JsonValue[] => {
    if (open.length >= limits.maxDepth) {
      const cyclic = open.some(({ source: outer }) => outer === source);
      throw cyclic
        ? fail(
            'invalid-json',
            'an object contains itself',
            'Say cycles in a schema with "$ref"',
          )
        : fail(
            'too-deep',
            `it is nested more than ${limits.maxDepth} levels deep`,
            'Name the inner schemas in "$defs" and refer to them with "$ref"',
          );
    }
    count(2);
    const isArray = Array.isArray(source);
    const keys = isArray ? undefined : Object.keys(source);
    const target: JsonObject | JsonValue[] = isArray ? [] : {};
    open.push({
      source,
      keys,
      size: isArray ? source.length : keys!.length,
      next: 0,
      target,
    });
    return target;
  };

  /** Copies a leaf whole; of a container, only begins the copy. */
  const copy = (value: unknown): JsonValue => {
    if (value === null || typeof value === 'boolean') {
      count(4);
      return value;
    }
    if (typeof value === 'string') {
      checkText(value);
      return value;
    }
    if (typeof value === 'number') {
      checkNumber(value);
      return value;
    }
    if (isContainer(value)) {
      return begin(value);
    }
    throw fail(
      'invalid-json',
      `${kindOf(value)} is not a JSON value`,
      'Give what JSON.parse could return',
    );
  };

  const root = copy(input);
  while (open.length > 0) {
    const container = open[open.length - 1];
    if (container.next >= container.size) {
      open.pop();
      continue;
    }
    const index = container.next++;
    const { source, keys, target } = container;
    if (keys === undefined) {
      (target as JsonValue[]).push(copy((source as unknown[])[index]));
      continue;
    }
    const key = keys[index];
    const member = (source as { [key: string]: unknown })[key];
    if (member !== undefined) {
      checkText(key);
      setOwn(target as JsonObject, key, copy(member));
    }
  }
  return root;
}

/** A prototype without a prototype is Object's own, of whatever realm. */
function isContainer(value: unknown): value is Container {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  if (Array.isArray(value)) {
    return true;
  }
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function kindOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return value === undefined ? 'undefined' : `a ${typeof value}`;
  }
  return `an instance of ${shorten(
    String(value.constructor?.name ?? 'a class'),
  )}`;
}
