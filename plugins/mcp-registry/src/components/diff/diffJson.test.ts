import { diffJson } from './diffJson';

const shown = (before: unknown, after: unknown) => {
  const signs = { same: ' ', removed: '-', added: '+' };
  return diffJson(before, after).rows.map(
    row => `${signs[row.kind]}${row.text}`,
  );
};

describe('diffJson', () => {
  it('shows only what changed as changed', () => {
    expect(
      shown(
        { type: 'object', properties: { a: { type: 'string' } } },
        {
          type: 'object',
          properties: { a: { type: 'string' }, b: { type: 'number' } },
        },
      ),
    ).toEqual([
      ' {',
      '   "type": "object",',
      '   "properties": {',
      '     "a": {',
      '       "type": "string"',
      // A comma behind it makes no line another one.
      '     },',
      '+    "b": {',
      '+      "type": "number"',
      '+    }',
      '   }',
      ' }',
    ]);
  });

  it('says nothing of keys in another order', () => {
    expect(
      shown({ type: 'string', minLength: 1 }, { minLength: 1, type: 'string' }),
    ).toEqual([' {', '   "type": "string",', '   "minLength": 1', ' }']);
  });

  it('does not take the end of one property for the end of another', () => {
    const rows = shown(
      { properties: { a: { type: 'string' }, b: { type: 'string' } } },
      { properties: { b: { type: 'string' } } },
    );
    expect(rows.filter(row => row.startsWith('-'))).toEqual([
      '-    "a": {',
      '-      "type": "string"',
      '-    },',
    ]);
  });

  it('says which part of a value changed', () => {
    const [old, now] = diffJson({ maxLength: 2000 }, { maxLength: 500 })
      .rows.filter(row => row.kind !== 'same')
      .map(({ text, emphasis }) => text.slice(...emphasis!));
    expect([old, now]).toEqual(['20', '5']);
  });

  it('takes what is on one side only for added or removed as a whole', () => {
    expect(shown(undefined, { name: 'a' })).toEqual([
      '+{',
      '+  "name": "a"',
      '+}',
    ]);
    expect(shown({ name: 'a' }, undefined)).toEqual([
      '-{',
      '-  "name": "a"',
      '-}',
    ]);
  });

  it('compares schemas of ten thousand lines, and others that share nothing, at once', () => {
    const large = (prefix: string, description: string) => ({
      properties: Object.fromEntries(
        Array.from({ length: 2500 }, (_, index) => [
          `${prefix}${index}`,
          { type: 'string', description: index === 1200 ? description : '' },
        ]),
      ),
    });
    const startedAt = Date.now();
    const near = diffJson(large('a', 'old'), large('a', 'new'));
    const far = diffJson(large('a', ''), large('b', ''));
    // Two seconds would be felt; this is well below, on any machine.
    expect(Date.now() - startedAt).toBeLessThan(2000);
    expect(near.rows.filter(row => row.kind !== 'same')).toHaveLength(2);
    expect(far.rows.length).toBeGreaterThan(10_000);
  });
});
