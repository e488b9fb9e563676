import type { JsonObject } from '../canonical/JsonValue';
import { parametersOf } from './parameters';

const undescribed = (schema: JsonObject) =>
  parametersOf(schema)
    .filter(({ description }) => description === '')
    .map(({ pointer }) => pointer);

const text = { type: 'string', description: 'What' };

describe('parametersOf', () => {
  it('finds parameters at every depth', () => {
    expect(
      parametersOf({
        type: 'object',
        properties: {
          a: { ...text, properties: { 'x/y': true } },
          list: { items: { properties: { b: {} } } },
          map: { additionalProperties: { properties: { c: text } } },
          never: false,
        },
        patternProperties: { '^p': { properties: { d: text } } },
        oneOf: [{ properties: { e: text } }],
      }).map(({ pointer }) => pointer),
    ).toEqual([
      '/properties/a',
      '/properties/list',
      '/properties/map',
      '/oneOf/0/properties/e',
      '/properties/a/properties/x~1y',
      '/patternProperties/^p/properties/d',
      '/properties/list/items/properties/b',
      '/properties/map/additionalProperties/properties/c',
    ]);
  });

  it('takes the description of what a property refers to or wraps', () => {
    expect(
      undescribed({
        properties: {
          own: text,
          referred: { $ref: '#/$defs/text' },
          wrapped: { allOf: [{ $ref: '#/$defs/alias' }] },
          anchored: { $ref: '#bare' },
          blank: { type: 'string', description: '  ' },
          loop: { $ref: '#/$defs/loop' },
          lost: { $ref: '#/$defs/nowhere' },
        },
        $defs: {
          text,
          alias: { $ref: '#/$defs/text' },
          bare: { $anchor: 'bare', type: 'string' },
          loop: { $ref: '#/$defs/loop' },
        },
      }),
    ).toEqual([
      '/properties/anchored',
      '/properties/blank',
      '/properties/loop',
      '/properties/lost',
    ]);
  });

  it('lists what is shared once, where it is defined', () => {
    expect(
      undescribed({
        properties: {
          from: { description: 'Here', $ref: '#/$defs/place' },
          to: { description: 'There', $ref: '#/$defs/place' },
        },
        $defs: {
          place: {
            properties: {
              name: { type: 'string' },
              within: { description: 'In', $ref: '#/$defs/place' },
            },
          },
          unused: { properties: { x: {} } },
        },
      }),
    ).toEqual(['/$defs/place/properties/name']);
  });

  it('asks for no second description where a branch only says more', () => {
    expect(
      undescribed({
        properties: { mode: text, level: text },
        allOf: [
          {
            if: { properties: { mode: { const: 'x' } } },
            then: { properties: { level: { minLength: 1 }, extra: {} } },
          },
        ],
        not: { properties: { other: {} } },
        anyOf: [{ properties: { mode: { const: 'y' } } }],
      }),
    ).toEqual(['/allOf/0/then/properties/extra']);
  });

  it('asks for none either where a base says it in less words', () => {
    expect(
      undescribed({
        $ref: '#/$defs/base',
        properties: { a: text },
        $defs: { base: { properties: { a: { type: 'string' }, b: {} } } },
      }),
    ).toEqual(['/$defs/base/properties/b']);
  });

  it('follows a long chain of references', () => {
    const length = 20_000;
    const $defs = Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `d${index}`,
        { properties: { next: { $ref: `#/$defs/d${index + 1}` } } },
      ]),
    );
    expect(parametersOf({ $ref: '#/$defs/d0', $defs })).toHaveLength(length);
  });
});
