import {
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  objectAt,
  valueAt,
} from './json';
import { isJsonType, isTextType, mediaTypeOf } from './mediaTypes';
import type { OpenApiDocument } from './OpenApiDocument';
import type { AnswerShape } from './OperationRequest';
import type { Problems } from './Problems';
import type { SchemaConverter } from './schema/SchemaConverter';

/** Looked through for what they allow. */
const MAX_INHERITED = 100;

/** What a tool answers. */
export interface Answer {
  shape: AnswerShape;
  /** The root is an object, which clients of every era take. */
  outputSchema: JsonObject;
}

/** What reading an operation's responses takes. */
export interface AnswerReading {
  document: OpenApiDocument;
  operation: JsonObject;
  converter: SchemaConverter;
  problems: Problems;
}

/**
 * Makes an output schema of an operation's responses that are successes.
 * @returns undefined when they are nothing that a tool can hand on.
 */
export function readAnswer(reading: AnswerReading): Answer | undefined {
  const successes = successesOf(reading);
  const contents = successes.map(
    response => objectAt(response, 'content') ?? {},
  );
  const types = contents.flatMap(content =>
    Object.keys(content).map(mediaTypeOf),
  );
  if (types.some(isJsonType)) {
    return jsonAnswer(contents, reading);
  }
  if (types.some(isTextType)) {
    return {
      shape: 'text',
      outputSchema: objectOf('text', {
        type: 'string',
        description: 'What the API answered.',
      }),
    };
  }
  if (types.length > 0) {
    reading.problems.add(
      `It answers with ${types
        .slice(0, 3)
        .join(', ')}, which a tool can't hand on: there is no tool for it.`,
    );
    return undefined;
  }
  return {
    shape: 'status',
    outputSchema: objectOf('status', {
      type: 'integer',
      description: 'The HTTP status: it was done.',
    }),
  };
}

/** `200` to `299`, `2XX`, or what is left when none is named. */
function successesOf({ document, operation }: AnswerReading): JsonObject[] {
  const responses = objectAt(operation, 'responses') ?? {};
  const named = Object.keys(responses).filter(status =>
    /^2(\d\d|XX)$/i.test(status),
  );
  return (named.length > 0 ? named : ['default'])
    .map(status => document.object(valueAt(responses, status)))
    .filter(response => response !== undefined);
}

function jsonAnswer(contents: JsonObject[], reading: AnswerReading): Answer {
  const schemas = new Map<string, JsonValue>();
  let isSometimesEmpty = false;
  for (const content of contents) {
    const media = Object.entries(content).find(([type]) =>
      isJsonType(mediaTypeOf(type)),
    )?.[1];
    const schema = isObject(media) ? valueAt(media, 'schema') : undefined;
    if (media === undefined) {
      isSometimesEmpty = true;
    } else {
      schemas.set(JSON.stringify(schema ?? {}), schema ?? {});
    }
  }
  const [schema, ...others] = [...schemas.values()];
  const { converter, document } = reading;
  if (others.length > 0 || isSometimesEmpty) {
    const choices = [...schemas.values()].map(choice =>
      converter.convert(choice),
    );
    return wrapped(
      'result',
      {
        anyOf: [...choices, ...(isSometimesEmpty ? [{ type: 'null' }] : [])],
      },
      converter,
    );
  }
  const target = document.object(schema);
  if (target && isObjectSchema(target, document)) {
    const root = converter.convertRoot(target);
    return {
      shape: 'object',
      outputSchema: withDefinitions({ ...root, type: 'object' }, converter),
    };
  }
  const shape =
    target && valueAt(target, 'type') === 'array' ? 'items' : 'result';
  return wrapped(shape, converter.convert(schema), converter);
}

/** Whether whatever it allows is an object. */
function isObjectSchema(
  schema: JsonObject,
  document: OpenApiDocument,
  depth = 0,
  seen = new Set<JsonObject>(),
): boolean {
  // Schemas can bring in each other, and themselves, many times.
  if (seen.has(schema) || seen.size >= MAX_INHERITED) {
    return false;
  }
  seen.add(schema);
  const type = valueAt(schema, 'type');
  if (type !== undefined) {
    return type === 'object';
  }
  if (isObject(schema.properties)) {
    return true;
  }
  return (
    depth < 5 &&
    listAt(schema, 'allOf')
      .slice(0, MAX_INHERITED)
      .some(member => {
        const target = document.object(member);
        return (
          target !== undefined &&
          isObjectSchema(target, document, depth + 1, seen)
        );
      })
  );
}

function wrapped(
  shape: 'items' | 'result',
  schema: JsonObject,
  converter: SchemaConverter,
): Answer {
  return {
    shape,
    outputSchema: withDefinitions(objectOf(shape, schema), converter),
  };
}

function objectOf(name: string, schema: JsonObject): JsonObject {
  return { type: 'object', properties: { [name]: schema }, required: [name] };
}

function withDefinitions(
  schema: JsonObject,
  converter: SchemaConverter,
): JsonObject {
  const definitions = converter.definitions();
  return Object.keys(definitions).length > 0
    ? { ...schema, $defs: definitions }
    : schema;
}
