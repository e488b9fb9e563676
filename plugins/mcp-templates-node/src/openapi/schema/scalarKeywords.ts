import { isObject, type JsonObject, type JsonValue } from '../json';
import { OPENAPI_LIMITS } from '../limits';
import { bounded } from '../texts';

const TYPES = [
  'null',
  'boolean',
  'object',
  'array',
  'number',
  'string',
  'integer',
];
const MAX_PATTERN_LENGTH = 500;
const MAX_EXAMPLE_LENGTH = 200;
const MAX_DEFAULT_LENGTH = 1_000;
const MAX_ENUM_VALUES = 1_000;
/** More is for no model to choose from. */
const MAX_ENUM_LENGTH = 6_000;

/** Of JSON Schema and of OpenAPI. Others mean something to their API only. */
const FORMATS = new Set([
  'date',
  'date-time',
  'time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'uuid',
  'int32',
  'int64',
  'float',
  'double',
]);

type Keep = (value: JsonValue) => JsonValue | undefined;

const isCount = (value: JsonValue) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
const count: Keep = value => (isCount(value) ? value : undefined);
const number: Keep = value => (typeof value === 'number' ? value : undefined);
const flag: Keep = value => (value === true ? true : undefined);
const text =
  (maxLength: number): Keep =>
  value =>
    typeof value === 'string' && value.trim() !== ''
      ? bounded(value, maxLength)
      : undefined;
const shorterThan =
  (maxLength: number): Keep =>
  value =>
    JSON.stringify(value).length <= maxLength ? value : undefined;

/**
 * The keywords without schemas in them. What JSON Schema 2020-12 would refuse
 * is left out: to accept more than the API does is safe, as the API decides.
 */
const KEYWORDS: [string, Keep][] = [
  ['title', text(OPENAPI_LIMITS.maxTitleLength)],
  ['description', text(OPENAPI_LIMITS.maxParameterDescriptionLength)],
  ['type', keepTypes],
  [
    'enum',
    value =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= MAX_ENUM_VALUES &&
      JSON.stringify(value).length <= MAX_ENUM_LENGTH
        ? distinct(value)
        : undefined,
  ],
  ['const', shorterThan(MAX_ENUM_LENGTH)],
  ['default', shorterThan(MAX_DEFAULT_LENGTH)],
  ['deprecated', flag],
  ['pattern', value => (isPattern(value) ? value : undefined)],
  ['minLength', count],
  ['maxLength', count],
  ['minimum', number],
  ['maximum', number],
  ['exclusiveMinimum', number],
  ['exclusiveMaximum', number],
  [
    'multipleOf',
    value => (typeof value === 'number' && value > 0 ? value : undefined),
  ],
  ['minItems', count],
  ['maxItems', count],
  ['uniqueItems', flag],
  ['minContains', count],
  ['maxContains', count],
  ['minProperties', count],
  ['maxProperties', count],
  ['contentEncoding', text(100)],
  ['contentMediaType', text(100)],
];

/** Of inputs: what an API answers, it may format as it likes. */
const INPUT_KEYWORDS: [string, Keep][] = [
  ['format', value => (FORMATS.has(String(value)) ? value : undefined)],
  ['examples', keepExamples],
];

/** The keywords of a schema that hold no schema. */
export function scalarKeywords(
  schema: JsonObject,
  side: 'input' | 'output',
): JsonObject {
  const keywords =
    side === 'input' ? [...KEYWORDS, ...INPUT_KEYWORDS] : KEYWORDS;
  const kept: JsonObject = {};
  for (const [keyword, keep] of keywords) {
    const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
    const keptValue = value === undefined ? undefined : keep(value);
    if (keptValue !== undefined) {
      kept[keyword] = keptValue;
    }
  }
  allowNull(kept);
  return kept;
}

/** Whether `RegExp` takes it as JSON Schema reads it. */
export function isPattern(value: JsonValue): value is string {
  if (typeof value !== 'string' || value.length > MAX_PATTERN_LENGTH) {
    return false;
  }
  try {
    RegExp(value, 'u');
    return true;
  } catch {
    return false;
  }
}

function keepTypes(value: JsonValue): JsonValue | undefined {
  const types = [value].flat().filter(type => TYPES.includes(type as string));
  if (types.length === 0) {
    return undefined;
  }
  return types.length === 1 ? types[0] : distinct(types);
}

function keepExamples(value: JsonValue): JsonValue | undefined {
  const all = Array.isArray(value) ? value : [];
  const short = all.filter(
    item => JSON.stringify(item).length <= MAX_EXAMPLE_LENGTH,
  );
  return short.length > 0 ? short.slice(0, 2) : undefined;
}

function distinct(values: JsonValue[]): JsonValue[] {
  return [
    ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
  ];
}

/** OpenAPI 3.0's `nullable` is often written beside an `enum` without null. */
function allowNull(schema: JsonObject): void {
  const { type, enum: values } = schema;
  if (
    Array.isArray(type) &&
    type.includes('null') &&
    Array.isArray(values) &&
    !values.includes(null)
  ) {
    schema.enum = [...values, null];
  }
}

/** Whether a schema is so plain that to name it would only hide it. */
export function isPlain(schema: JsonObject): boolean {
  return !Object.entries(schema).some(
    ([keyword, value]) =>
      !['example', 'examples', 'default', 'enum', 'const'].includes(keyword) &&
      !keyword.startsWith('x-') &&
      (isObject(value) || (Array.isArray(value) && value.some(isObject))),
  );
}
