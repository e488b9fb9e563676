import { getOwn, type JsonObject } from '../canonical/JsonValue';
import type { Facets } from './facets';

const MAX_TEXT_CHARS = 120;

/** Says for people what a value must keep to, beyond its type. */
export function constraintTexts(facets: Facets): string[] {
  return [...new Set(facets.schemas.flatMap(textsOf))];
}

function textsOf(schema: JsonObject): string[] {
  const number = (keyword: string) => {
    const value = getOwn(schema, keyword);
    return typeof value === 'number' ? value : undefined;
  };
  const text = (keyword: string) => {
    const value = getOwn(schema, keyword);
    return typeof value === 'string' ? shortText(value) : undefined;
  };
  return [
    bound('≥', number('minimum')),
    bound('>', number('exclusiveMinimum')),
    bound('≤', number('maximum')),
    bound('<', number('exclusiveMaximum')),
    bound('multiple of', number('multipleOf')),
    range('length', number('minLength'), number('maxLength')),
    range('items', number('minItems'), number('maxItems')),
    range('properties', number('minProperties'), number('maxProperties')),
    bound('format', text('format')),
    bound('pattern', text('pattern')),
    bound('content', text('contentMediaType')),
    bound('encoded as', text('contentEncoding')),
    ...flags(schema),
  ].filter((constraint): constraint is string => constraint !== undefined);
}

function flags(schema: JsonObject): (string | undefined)[] {
  const when = (condition: boolean, text: string) =>
    condition ? text : undefined;
  const has = (keyword: string) => getOwn(schema, keyword) !== undefined;
  return [
    when(getOwn(schema, 'uniqueItems') === true, 'no two items equal'),
    when(
      getOwn(schema, 'additionalProperties') === false ||
        getOwn(schema, 'unevaluatedProperties') === false,
      'no other properties',
    ),
    when(
      getOwn(schema, 'items') === false ||
        getOwn(schema, 'unevaluatedItems') === false,
      'no other items',
    ),
    when(has('contains'), 'must contain a certain item'),
    when(has('propertyNames'), 'property names restricted'),
    when(
      has('if') || has('dependentSchemas') || has('dependentRequired'),
      'depends on other values',
    ),
    when(has('not'), 'some values excluded'),
  ];
}

function bound(label: string, value: number | string | undefined) {
  return value === undefined ? undefined : `${label} ${value}`;
}

function range(label: string, min?: number, max?: number) {
  if (min !== undefined && max !== undefined) {
    return min === max ? `${label} ${min}` : `${label} ${min} to ${max}`;
  }
  return bound(`${label} ≥`, min) ?? bound(`${label} ≤`, max);
}

function shortText(text: string): string {
  return text.length <= MAX_TEXT_CHARS
    ? text
    : `${text.slice(0, MAX_TEXT_CHARS)}…`;
}
