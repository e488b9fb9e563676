import type { Arguments } from './Arguments';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  objectAt,
  textAt,
  valueAt,
} from './json';
import { OPENAPI_LIMITS } from './limits';
import { flatObject, type FlatObject } from './flatObject';
import type { OpenApiDocument } from './OpenApiDocument';
import type { RequestBody } from './OperationRequest';
import { isJsonType, mediaTypeOf } from './mediaTypes';
import type { Problems } from './Problems';
import type { SchemaConverter } from './schema/SchemaConverter';
import { bounded } from './texts';

/** What reading an operation's body takes. */
export interface BodyReading {
  method: string;
  document: OpenApiDocument;
  operation: JsonObject;
  converter: SchemaConverter;
  arguments: Arguments;
  problems: Problems;
}

/**
 * Makes arguments of an operation's body: one for each property where their
 * names are free, else one for all of it.
 * @returns `impossible` when a body must be sent and can't be.
 */
export function readBody(
  reading: BodyReading,
): RequestBody | 'impossible' | undefined {
  const { document, operation, problems } = reading;
  const declared = valueAt(operation, 'requestBody');
  if (declared === undefined) {
    return undefined;
  }
  const body = document.object(declared);
  const content = objectAt(body, 'content') ?? {};
  const required = valueAt(body, 'required') === true;
  if (['GET', 'HEAD'].includes(reading.method)) {
    problems.add(
      `Its body is left out: a ${reading.method} request has none.${
        required ? ' As it must be sent, there is no tool for it.' : ''
      }`,
    );
    return required ? 'impossible' : undefined;
  }
  const chosen = choose(content);
  if (!body || !chosen) {
    const types = Object.keys(content).map(mediaTypeOf).slice(0, 3).join(', ');
    problems.add(
      `Its body is ${
        types || 'not described'
      }, where tools send JSON or a form. ${
        required ? 'There is no tool for it.' : 'The tool sends no body.'
      }`,
    );
    return required ? 'impossible' : undefined;
  }
  const [mediaType, media] = chosen;
  const common = {
    mediaType,
    encoding: isJsonType(mediaType) ? ('json' as const) : ('form' as const),
    required,
  };
  const schema = valueAt(media, 'schema');
  const flat = flatObject(schema, document, reading.converter);
  if (flat && canFlatten(flat, required, reading.arguments)) {
    return { ...common, properties: addProperties(flat, media, reading) };
  }
  return { ...common, argument: addWhole(body, schema, required, reading) };
}

function choose(content: JsonObject): [string, JsonObject] | undefined {
  const all = Object.entries(content)
    .filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
    .map(([type, media]): [string, JsonObject] => [mediaTypeOf(type), media]);
  const [type, media] =
    all.find(([name]) => name === 'application/json') ??
    all.find(([name]) => isJsonType(name)) ??
    all.find(([name]) => name === 'application/x-www-form-urlencoded') ??
    [];
  return type !== undefined && media !== undefined
    ? [type.includes('*') ? 'application/json' : type, media]
    : undefined;
}

/**
 * A body that may be left out, but needs some properties when it is sent, stays
 * one argument: its properties could not be said to be required.
 */
function canFlatten(
  { properties, required }: FlatObject,
  bodyRequired: boolean,
  args: Arguments,
): boolean {
  const names = [...properties.keys()];
  return (
    names.length > 0 &&
    names.length <= OPENAPI_LIMITS.maxBodyArguments &&
    (bodyRequired || required.size === 0) &&
    names.every(name => args.isFree(name))
  );
}

function addProperties(
  { properties, required }: FlatObject,
  media: JsonObject,
  { arguments: args, converter }: BodyReading,
): { name: string; style: 'form' | 'deepObject' }[] {
  const encoding = objectAt(media, 'encoding');
  return [...properties].map(([name, property]) => {
    args.add({
      wanted: name,
      place: 'body',
      schema: converter.convertProperty(name, property),
      required: required.has(name),
    });
    const style = valueAt(objectAt(encoding, name), 'style');
    return { name, style: style === 'deepObject' ? 'deepObject' : 'form' };
  });
}

function addWhole(
  body: JsonObject,
  schema: JsonValue | undefined,
  required: boolean,
  { arguments: args, converter }: BodyReading,
): string {
  const converted = converter.convert(schema);
  const description = textAt(body, 'description');
  if (description !== undefined) {
    converted.description = bounded(
      description,
      OPENAPI_LIMITS.maxParameterDescriptionLength,
    );
  } else if (!converter.isDescribed(schema)) {
    converted.description = 'The body of the request.';
  }
  return args.add({
    wanted: args.isFree('body') ? 'body' : 'request_body',
    place: 'body',
    schema: converted,
    required,
  });
}
