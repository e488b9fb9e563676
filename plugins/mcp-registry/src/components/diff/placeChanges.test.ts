import type { Change } from '@mcp-portal/mcp-contract';
import { diffJson } from './diffJson';
import { placeChanges } from './placeChanges';

const change = (where: Partial<Change['where']>): Change => ({
  id: `${where.pointer}`,
  where: { tool: 'pay', pointer: '', ...where },
  class: 'breaking',
  rule: 'a-rule',
  message: 'Something changed.',
});

function placed(before: unknown, after: unknown, changes: Change[]) {
  const diff = diffJson(before, after);
  const places = placeChanges(diff, changes);
  const texts = (what: 'marks' | 'notes') =>
    diff.rows
      .filter(row => (places.get(row)?.[what] ?? []).length > 0)
      .map(row => row.text.trim());
  return { marks: texts('marks'), notes: texts('notes') };
}

const tool = (properties: object, required: string[] = []) => ({
  name: 'pay',
  inputSchema: { type: 'object', required, properties },
});

describe('placeChanges', () => {
  it('marks the lines of a value that changed, before and after', () => {
    expect(
      placed(
        tool({ memo: { type: 'string', maxLength: 9 } }),
        tool({ memo: { type: 'string', maxLength: 5 } }),
        [change({ side: 'input', pointer: '/properties/memo/maxLength' })],
      ),
    ).toEqual({
      marks: ['"maxLength": 9', '"maxLength": 5'],
      notes: ['"maxLength": 5'],
    });
  });

  it('marks of a list only the entries that came or went', () => {
    expect(
      placed(
        tool({ currency: { enum: ['CHF', 'EUR', 'USD'] } }),
        tool({ currency: { enum: ['EUR', 'USD'] } }),
        [change({ side: 'input', pointer: '/properties/currency/enum' })],
      ),
    ).toEqual({ marks: ['"CHF",'], notes: ['"CHF",'] });
  });

  it('marks all that was added with a property, and speaks below it', () => {
    expect(
      placed(tool({}), tool({ reason: { type: 'string' } }), [
        change({ side: 'input', pointer: '/properties/reason' }),
      ]),
    ).toEqual({
      marks: ['"reason": {', '"type": "string"', '}'],
      notes: ['}'],
    });
  });

  it('looks for a moved place where it was and where it is', () => {
    const { marks } = placed(
      { ...tool({ a: { type: 'string' } }) },
      { ...tool({ b: { type: 'number' } }) },
      [
        change({
          side: 'input',
          pointer: '/properties/b',
          beforePointer: '/properties/a',
          afterPointer: '/properties/b',
        }),
      ],
    );
    expect(marks).toContain('"a": {');
    expect(marks).toContain('"b": {');
  });

  it('falls back to what contains a place that is not in the text', () => {
    const same = tool({ a: { type: 'string' } });
    expect(
      placed(same, same, [
        change({ side: 'input', pointer: '/properties/a/allOf/3/minimum' }),
      ]),
    ).toEqual({ marks: ['"a": {'], notes: ['"a": {'] });
  });

  it('finds keys with a slash or a tilde in them', () => {
    expect(
      placed(
        tool({ 'a/b~c': { type: 'string' } }),
        tool({ 'a/b~c': { type: 'number' } }),
        [change({ side: 'input', pointer: '/properties/a~1b~0c/type' })],
      ).marks,
    ).toEqual(['"type": "string"', '"type": "number"']);
  });

  it('finds what is in the tool itself', () => {
    expect(
      placed({ name: 'pay', title: 'Old' }, { name: 'pay', title: 'New' }, [
        change({ pointer: '/title' }),
      ]).marks,
    ).toEqual(['"title": "Old"', '"title": "New"']);
  });
});
