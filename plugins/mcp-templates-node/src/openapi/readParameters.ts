import type { Arguments } from './Arguments';
import {
  isObject,
  type JsonObject,
  listAt,
  objectAt,
  textAt,
  valueAt,
} from './json';
import { OPENAPI_LIMITS } from './limits';
import type { OpenApiDocument } from './OpenApiDocument';
import type { ParameterStyle, RequestParameter } from './OperationRequest';
import type { Problems } from './Problems';
import type { SchemaConverter } from './schema/SchemaConverter';
import { bounded, describedByName } from './texts';

type Place = RequestParameter['in'];

const STYLES: { readonly [place in Place]: readonly ParameterStyle[] } = {
  path: ['simple'],
  header: ['simple'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
};

const PLACES: { readonly [place in Place]: string } = {
  path: 'in the path',
  header: 'in a header',
  query: '',
};

// OpenAPI 3.1, Parameter Object: descriptions of these three are ignored.
const OWN_HEADERS = ['accept', 'content-type', 'authorization'];
/** Who writes them decides where a request begins and ends, or who sent it. */
const REFUSED_HEADERS =
  /^(host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|keep-alive|cookie|proxy-.*|sec-.*)$/i;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** What reading an operation's parameters takes. */
export interface ParameterReading {
  document: OpenApiDocument;
  path: string;
  pathItem: JsonObject;
  operation: JsonObject;
  converter: SchemaConverter;
  arguments: Arguments;
  problems: Problems;
}

/**
 * Makes arguments of an operation's parameters.
 * @returns undefined when a parameter that must be given can't be.
 */
export function readParameters(
  reading: ParameterReading,
): RequestParameter[] | undefined {
  const declared = declaredParameters(reading);
  if (declared.length > OPENAPI_LIMITS.maxParameters) {
    reading.problems.add(
      `It has more than ${OPENAPI_LIMITS.maxParameters} parameters, which no model fills in: there is no tool for it.`,
    );
    return undefined;
  }
  const parameters: RequestParameter[] = [];
  for (const parameter of declared) {
    const read = readParameter(parameter, reading);
    if (read === 'impossible') {
      return undefined;
    }
    if (read) {
      parameters.push(read);
    }
  }
  return parameters;
}

/** Those of the operation replace those of the path; the path's own come first. */
function declaredParameters(reading: ParameterReading): JsonObject[] {
  const { document, path, pathItem, operation, problems } = reading;
  const byKey = new Map<string, JsonObject>();
  const all = [
    ...listAt(pathItem, 'parameters'),
    ...listAt(operation, 'parameters'),
  ];
  for (const item of all) {
    const parameter = document.object(item);
    const name = textAt(parameter, 'name');
    if (parameter && name !== undefined) {
      byKey.set(`${textAt(parameter, 'in')} ${name}`, parameter);
    } else {
      problems.add(
        'A parameter is described in a place that is not in the document, and is left out.',
      );
    }
  }
  for (const name of placeholdersOf(path)) {
    if (!byKey.has(`path ${name}`)) {
      byKey.set(`path ${name}`, {
        name,
        in: 'path',
        schema: { type: 'string' },
      });
      problems.add(
        `The document does not describe {${name}} of the path; it is taken for text.`,
      );
    }
  }
  return [...byKey.values()].filter(parameter => {
    const isStray =
      parameter.in === 'path' &&
      !placeholdersOf(path).includes(textAt(parameter, 'name') ?? '');
    return !isStray;
  });
}

/** The names between braces. */
export function placeholdersOf(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
}

function readParameter(
  parameter: JsonObject,
  reading: ParameterReading,
): RequestParameter | 'impossible' | undefined {
  const name = textAt(parameter, 'name') ?? '';
  const place = valueAt(parameter, 'in');
  const required = place === 'path' || valueAt(parameter, 'required') === true;
  if (place === 'header' && OWN_HEADERS.includes(name.toLowerCase())) {
    return undefined;
  }
  const style = styleOf(parameter);
  if (style === undefined) {
    reading.problems.add(
      `${faultOf(parameter)} ${
        required
          ? 'As it must be given, there is no tool for it.'
          : 'It is left out.'
      }`,
    );
    return required ? 'impossible' : undefined;
  }
  const argument = reading.arguments.add({
    wanted: name,
    place: String(place),
    schema: schemaOf(parameter, reading),
    required,
  });
  return {
    argument,
    name,
    in: place as Place,
    style,
    explode:
      typeof parameter.explode === 'boolean'
        ? parameter.explode
        : style === 'form' || style === 'deepObject',
  };
}

/** Undefined when such a parameter can't be sent. */
function styleOf(parameter: JsonObject): ParameterStyle | undefined {
  const place = valueAt(parameter, 'in');
  if (place !== 'path' && place !== 'query' && place !== 'header') {
    return undefined;
  }
  const name = textAt(parameter, 'name') ?? '';
  if (
    place === 'header' &&
    (!HEADER_NAME.test(name) || REFUSED_HEADERS.test(name))
  ) {
    return undefined;
  }
  if (!objectAt(parameter, 'schema') && objectAt(parameter, 'content')) {
    return 'json';
  }
  const style = valueAt(parameter, 'style') ?? STYLES[place][0];
  return STYLES[place].find(known => known === style);
}

function faultOf(parameter: JsonObject): string {
  const what = `The ${String(parameter.in).slice(
    0,
    20,
  )} parameter ${JSON.stringify(textAt(parameter, 'name'))}`;
  if (parameter.in === 'cookie') {
    return `${what} is a cookie, which tools do not send.`;
  }
  if (parameter.in === 'header') {
    return `${what} is a header that a tool must not set.`;
  }
  return `${what} is written in the style ${JSON.stringify(
    parameter.style ?? parameter.in,
  )}, which tools do not write.`;
}

function schemaOf(
  parameter: JsonObject,
  { converter, document }: ParameterReading,
): JsonObject {
  const content = Object.values(objectAt(parameter, 'content') ?? {})[0];
  const declared =
    valueAt(parameter, 'schema') ??
    (isObject(content) ? valueAt(content, 'schema') : undefined);
  const schema = converter.convert(withExample(parameter, declared, document));
  const description = textAt(parameter, 'description');
  if (description !== undefined) {
    schema.description = bounded(
      description,
      OPENAPI_LIMITS.maxParameterDescriptionLength,
    );
  } else if (!converter.isDescribed(declared)) {
    schema.description = describedByName(
      textAt(parameter, 'name') ?? '',
      PLACES[parameter.in as Place],
    );
  }
  if (parameter.deprecated === true) {
    schema.deprecated = true;
  }
  return schema;
}

/** A parameter's example stands beside its schema. */
function withExample(
  parameter: JsonObject,
  schema: JsonObject[string] | undefined,
  document: OpenApiDocument,
): JsonObject[string] | undefined {
  const [first] = Object.values(objectAt(parameter, 'examples') ?? {});
  const example =
    valueAt(parameter, 'example') ?? valueAt(document.object(first), 'value');
  return isObject(schema) && example !== undefined && !('examples' in schema)
    ? { ...schema, examples: [example] }
    : schema;
}
