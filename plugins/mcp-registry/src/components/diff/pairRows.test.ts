import { diffJson } from './diffJson';
import { pairRows } from './pairRows';

const pairs = (before: unknown, after: unknown) =>
  pairRows(diffJson(before, after).rows).map(({ left, right }) => [
    left?.text.trim(),
    right?.text.trim(),
  ]);

describe('pairRows', () => {
  it('puts the old and the new value of a place beside each other', () => {
    expect(
      pairs({ maximum: 9, title: 'a' }, { minimum: 1, maximum: 5, title: 'a' }),
    ).toEqual([
      ['{', '{'],
      ['"title": "a",', '"title": "a",'],
      [undefined, '"minimum": 1,'],
      ['"maximum": 9', '"maximum": 5'],
      ['}', '}'],
    ]);
  });

  it('leaves the other side empty where a line has no partner', () => {
    expect(pairs({ a: 1, b: 2 }, { a: 1 })).toEqual([
      ['{', '{'],
      ['"a": 1', '"a": 1'],
      ['"b": 2', undefined],
      ['}', '}'],
    ]);
  });
});
