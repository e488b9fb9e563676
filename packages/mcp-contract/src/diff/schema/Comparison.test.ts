import type { JsonSchema } from '../../canonical/JsonValue';
import { compareSchemas } from './compareSchemas';

const rulesOf = (before: JsonSchema, after: JsonSchema) =>
  compareSchemas(before, after, 'input').map(({ rule }) => rule);

/** RE2 has no lookahead, so that what this is about can't be told. */
const UNKNOWN = { patternProperties: { '^(?=a)': { type: 'string' } } };

describe('Comparison, where schemas lead back to themselves,', () => {
  const link = { $ref: '#/$defs/node' };
  const tree = (properties: { [name: string]: JsonSchema }): JsonSchema => ({
    type: 'object',
    properties: { root: link },
    $defs: { node: { type: 'object', ...UNKNOWN, properties } },
  });

  it.each<[string, { [name: string]: JsonSchema }]>([
    ['directly', { child: link }],
    ['through a list', { children: { type: 'array', items: link } }],
    [
      'through something else that is at risk',
      { child: { type: 'object', properties: { node: link }, maxLength: 1 } },
    ],
  ])('%s, takes no circle for an explanation', (_, links) => {
    expect(rulesOf(tree(links), tree({ ...links, ab: {} }))).toContain(
      'input-undecided',
    );
  });

  it('explains what changed once, where it did', () => {
    const before = tree({ child: link, value: { type: 'string' } });
    const after = tree({ child: link, value: { type: 'integer' } });
    expect(rulesOf(before, after)).toEqual(['input-type-changed']);
  });
});

describe('Comparison, where nobody is worse off,', () => {
  it('says that something changed when it can not say what', () => {
    const before: JsonSchema = { type: 'object', properties: { a: {} } };
    const after: JsonSchema = {
      ...before,
      oneOf: [{}, { required: ['b'] }],
    };
    expect(compareSchemas(before, after, 'output')).toEqual([
      {
        rule: 'output-tightened',
        pointer: '',
        beforePointer: '',
        afterPointer: '',
        message: 'The output no longer has some values that it could have.',
      },
    ]);
  });
});
