import { ToolError } from '../tools/answer.js';
import type { Parameter } from './Operation.js';

type Pair = [name: string, value: string];

const DELIMITERS: Partial<Record<Parameter['style'], string>> = {
  form: ',',
  spaceDelimited: ' ',
  pipeDelimited: '|',
};

/** A query parameter, or a field of a form, as names and values. */
export function writeQuery(
  { name, style, explode }: Pick<Parameter, 'name' | 'style' | 'explode'>,
  value: unknown,
): Pair[] {
  if (style === 'json') {
    return [[name, JSON.stringify(value)]];
  }
  if (style === 'deepObject' && typeof value === 'object') {
    return writeDeep(name, value);
  }
  const delimiter = DELIMITERS[style] ?? ',';
  if (Array.isArray(value)) {
    return explode
      ? value.map(item => [name, writeScalar(item)])
      : [[name, value.map(writeScalar).join(delimiter)]];
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    return explode
      ? entries.map(([key, item]) => [key, writeScalar(item)])
      : [[name, entries.flat().map(writeScalar).join(delimiter)]];
  }
  return [[name, writeScalar(value)]];
}

/** A path or header parameter: OpenAPI's style `simple`. */
export function writeSimple(
  { style, explode }: Pick<Parameter, 'style' | 'explode'>,
  value: unknown,
  encode: (text: string) => string,
): string {
  const write = (item: unknown) => encode(writeScalar(item));
  if (style === 'json') {
    return encode(JSON.stringify(value));
  }
  if (Array.isArray(value)) {
    return value.map(write).join(',');
  }
  if (isObject(value)) {
    return Object.entries(value)
      .map(
        ([key, item]) => `${encode(key)}${explode ? '=' : ','}${write(item)}`,
      )
      .join(',');
  }
  return write(value);
}

/** As `encodeURIComponent`, with an error that a model can act on. */
export function encodeText(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new ToolError(
      `${JSON.stringify(text)} holds half a character. Send whole characters.`,
    );
  }
}

/** `filter[status][0]=open`. */
function writeDeep(name: string, value: unknown): Pair[] {
  if (typeof value !== 'object' || value === null) {
    return [[name, writeScalar(value)]];
  }
  return Object.entries(value).flatMap(([key, item]) =>
    writeDeep(`${name}[${key}]`, item),
  );
}

function writeScalar(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
