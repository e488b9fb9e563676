import { ContractError } from './ContractError';
import { copyJson } from './copyJson';

const LIMITS = { maxDepth: 5, maxValues: 100, maxSizeBytes: 1000 };

const errorOf = (input: unknown): ContractError => {
  try {
    copyJson(input, LIMITS);
  } catch (error) {
    expect(error).toBeInstanceOf(ContractError);
    return error as ContractError;
  }
  throw new Error('no error was thrown');
};

describe('copyJson', () => {
  it('copies JSON as it is', () => {
    const json = { a: [1, 'x', null, { b: true }], c: {} };
    expect(copyJson(json, LIMITS)).toEqual(json);
    expect(copyJson(json, LIMITS)).not.toBe(json);
  });

  it('takes members that are undefined as absent', () => {
    expect(copyJson({ a: undefined, b: 1 }, LIMITS)).toEqual({ b: 1 });
  });

  it('copies a member named __proto__ as data', () => {
    const copy = copyJson(JSON.parse('{"__proto__":{"x":1}}'), LIMITS);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"x":1}}');
  });

  it.each([
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a bigint', BigInt(1)],
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['undefined in an array', undefined],
  ])('refuses %s and says where it is', (_what, value) => {
    expect(errorOf({ 'a/b': ['ok', value] })).toMatchObject({
      code: 'invalid-json',
      path: '/a~1b/1',
    });
  });

  it.each([
    ['in a text', { a: '\ud83d' }],
    ['in a name', { a: { '\ude00x': 1 } }],
  ])('refuses half of a surrogate pair %s', (_where, value) => {
    expect(errorOf(value)).toMatchObject({ code: 'invalid-json' });
  });

  it('accepts a whole surrogate pair', () => {
    expect(copyJson('\ud83d\ude00', LIMITS)).toBe('\ud83d\ude00');
  });

  it('says that a cycle is a cycle', () => {
    const cyclic: { self?: object } = {};
    cyclic.self = cyclic;
    expect(errorOf(cyclic)).toMatchObject({
      code: 'invalid-json',
      problem: 'an object contains itself',
    });
  });

  it('accepts an object that is in two places', () => {
    const shared = { x: 1 };
    expect(copyJson([shared, shared], LIMITS)).toEqual([{ x: 1 }, { x: 1 }]);
  });

  it('accepts the greatest depth and refuses one more', () => {
    expect(copyJson([[[[[]]]]], LIMITS)).toEqual([[[[[]]]]]);
    expect(errorOf([[[[[[]]]]]])).toMatchObject({
      code: 'too-deep',
      path: '/0/0/0/0/0',
    });
  });

  it('refuses 100,000 levels without a stack overflow', () => {
    let deep: unknown[] = [];
    for (let level = 0; level < 100_000; level++) {
      deep = [deep];
    }
    expect(errorOf(deep)).toMatchObject({ code: 'too-deep' });
  });

  it('refuses too many values and too much text', () => {
    expect(errorOf(Array(101).fill(0))).toMatchObject({ code: 'too-large' });
    expect(errorOf('x'.repeat(1001))).toMatchObject({ code: 'too-large' });
  });

  it('refuses few objects that unfold to billions', () => {
    let bomb: unknown = 'x';
    for (let level = 0; level < 5; level++) {
      bomb = Array(50).fill(bomb);
    }
    expect(errorOf(bomb)).toMatchObject({ code: 'too-large' });
  });
});
