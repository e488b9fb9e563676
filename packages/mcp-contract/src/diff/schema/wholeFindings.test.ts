import type { JsonSchema } from '../../canonical/JsonValue';
import { compareSchemas } from './compareSchemas';

const object = (properties: { [name: string]: JsonSchema }): JsonSchema => ({
  type: 'object',
  properties,
});

describe('A finding', () => {
  it('says what changed, where, and from what to what', () => {
    expect(
      compareSchemas(
        object({ limit: { type: 'integer', maximum: 100 } }),
        object({ limit: { type: 'integer', maximum: 50 } }),
        'input',
      ),
    ).toEqual([
      {
        rule: 'input-range-tightened',
        pointer: '/properties/limit/maximum',
        beforePointer: '/properties/limit/maximum',
        afterPointer: '/properties/limit/maximum',
        before: 100,
        after: 50,
        message: '`limit` is now at most 50; it was at most 100.',
      },
    ]);
  });

  it('points at what is gone', () => {
    const [finding] = compareSchemas(
      object({ 'a/b': { type: 'string', pattern: '^a' } }),
      object({ 'a/b': { type: 'string' } }),
      'output',
    );
    expect(finding).toMatchObject({
      rule: 'output-pattern-removed',
      pointer: '/properties/a~1b/pattern',
      beforePointer: '/properties/a~1b/pattern',
      before: '^a',
      message: '`["a/b"]` need no longer match `^a`.',
    });
    expect(finding).not.toHaveProperty('afterPointer');
  });

  it('is given for each name in a list, and points at it', () => {
    expect(
      compareSchemas(
        object({ a: {} }),
        { type: 'object', properties: { a: {} }, required: ['a', 'b', 'c'] },
        'input',
      ).map(({ rule, pointer, after }) => [rule, pointer, after]),
    ).toEqual([
      ['input-property-required', '/required/0', 'a'],
      ['input-property-added-required', '/required/1', 'b'],
      ['input-property-added-required', '/required/2', 'c'],
    ]);
    const properties = { a: {}, b: {}, c: {}, 'd/e': {} };
    expect(
      compareSchemas(
        object(properties),
        {
          type: 'object',
          properties,
          dependentRequired: { 'd/e': ['a', 'b'] },
          dependencies: { 'd/e': ['c'] },
        },
        'input',
      ).map(({ pointer, after }) => [pointer, after]),
    ).toEqual([
      ['/dependencies/d~1e/0', 'c'],
      ['/dependentRequired/d~1e/0', 'a'],
      ['/dependentRequired/d~1e/1', 'b'],
    ]);
  });

  it('of a shared definition is given once, in the definition', () => {
    const shared = (max: number): JsonSchema => ({
      type: 'object',
      properties: {
        from: { $ref: '#/$defs/place' },
        to: { $ref: '#/$defs/place' },
        via: { type: 'array', items: { $ref: '#/$defs/place' } },
      },
      $defs: { place: object({ name: { type: 'string', maxLength: max } }) },
    });
    expect(compareSchemas(shared(9), shared(5), 'input')).toEqual([
      expect.objectContaining({
        pointer: '/$defs/place/properties/name/maxLength',
        message: expect.stringMatching(/^`from\.name` /),
      }),
    ]);
  });

  it('of a recursive definition is given once', () => {
    const tree = (type: string): JsonSchema => ({
      type: 'object',
      properties: {
        name: { type },
        children: { type: 'array', items: { $ref: '#' } },
      },
    });
    expect(compareSchemas(tree('string'), tree('number'), 'input')).toEqual([
      expect.objectContaining({
        rule: 'input-type-changed',
        pointer: '/properties/name/type',
      }),
    ]);
  });

  it('names the place as developers write it', () => {
    const order = (price: JsonSchema): JsonSchema =>
      object({
        order: object({
          items: { type: 'array', items: object({ price }) },
          pair: { prefixItems: [object({ price })] },
          labels: { type: 'object', additionalProperties: { anyOf: [price] } },
        }),
      });
    expect(
      compareSchemas(
        order({ type: 'number' }),
        order({ type: 'integer' }),
        'input',
      ).map(({ message }) => message),
    ).toEqual([
      '`order.items[].price` is now integer; it was number.',
      '`order.labels.*` is now integer; it was number.',
      '`order.pair[0].price` is now integer; it was number.',
    ]);
  });

  it('comes in the order of places', () => {
    const found = compareSchemas(
      object({ b: { type: 'string' }, a: { type: 'string' } }),
      object({ b: { type: 'number' }, a: { type: 'number' } }),
      'input',
    );
    expect(found.map(({ pointer }) => pointer)).toEqual([
      '/properties/a/type',
      '/properties/b/type',
    ]);
  });
});
