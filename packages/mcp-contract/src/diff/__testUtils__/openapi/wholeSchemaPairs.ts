import type { JsonSchema } from '../../../canonical/JsonValue';
import { object, type SchemaPair, type Side } from './SchemaPair';

const a = { type: 'string' };
const b = { type: 'integer' };
const closed = { additionalProperties: false };

type Row = [
  side: Side,
  subject: string,
  before: JsonSchema | undefined,
  after: JsonSchema | undefined,
  expected: SchemaPair['expected'],
];

const ROWS: Row[] = [
  ['input', 'optional-added-to-open', object({ a }), object({ a, b }), 'safe'],
  [
    'input',
    'optional-added-to-closed',
    object({ a }, closed),
    object({ a, b }, closed),
    'safe',
  ],
  [
    'input',
    'required-added',
    object({ a }),
    object({ a, b }, { required: ['b'] }),
    'breaking',
  ],
  [
    'input',
    'required-added-with-default',
    object({ a }),
    object({ a, b: { ...b, default: 1 } }, { required: ['b'] }),
    'breaking',
  ],
  [
    'input',
    'undeclared-made-required',
    object({ a }),
    object({ a }, { required: ['b'] }),
    'breaking',
  ],
  ['input', 'removed-from-open', object({ a, b }), object({ a }), 'safe'],
  [
    'input',
    'removed-from-closed',
    object({ a, b }, closed),
    object({ a }, closed),
    'breaking',
  ],
  [
    'input',
    'required-removed-from-open',
    object({ a, b }, { required: ['b'] }),
    object({ a }),
    'safe',
  ],
  [
    'input',
    'optional-renamed-in-open',
    object({ query: a }),
    object({ querie: a }),
    'safe',
  ],
  [
    'input',
    'optional-renamed-in-closed',
    object({ query: a }, closed),
    object({ querie: a }, closed),
    'breaking',
  ],
  [
    'input',
    'required-renamed',
    object({ query: a }, { required: ['query'] }),
    object({ querie: a }, { required: ['querie'] }),
    'breaking',
  ],
  ['output', 'optional-added-to-open', object({ a }), object({ a, b }), 'safe'],
  [
    'output',
    'optional-added-to-closed',
    object({ a }, closed),
    object({ a, b }, closed),
    'breaking',
  ],
  [
    'output',
    'required-added-to-open',
    object({ a }),
    object({ a, b }, { required: ['b'] }),
    'safe',
  ],
  ['output', 'removed-from-open', object({ a, b }), object({ a }), 'safe'],
  [
    'output',
    'removed-from-closed',
    object({ a, b }, closed),
    object({ a }, closed),
    'safe',
  ],
  [
    'output',
    'required-removed-from-open',
    object({ a, b }, { required: ['b'] }),
    object({ a }),
    'breaking',
  ],
  [
    'output',
    'required-renamed',
    object({ query: a }, { required: ['query'] }),
    object({ querie: a }, { required: ['querie'] }),
    'breaking',
  ],
  ['output', 'schema-removed', object({ a }), undefined, 'breaking'],
  ['output', 'schema-added', undefined, object({ a }), 'safe'],
  [
    'input',
    'reference-inlined',
    object({ a: { $ref: '#/$defs/A' } }, { $defs: { A: a } }),
    object({ a }),
    'safe',
  ],
  [
    'output',
    'reference-inlined',
    object({ a: { $ref: '#/$defs/A' } }, { $defs: { A: a } }),
    object({ a }),
    'safe',
  ],
  [
    'input',
    'definition-renamed',
    object({ a: { $ref: '#/$defs/A' } }, { $defs: { A: a } }),
    object({ a: { $ref: '#/$defs/Name' } }, { $defs: { Name: a } }),
    'safe',
  ],
  [
    'input',
    'unused-definition-narrowed',
    object({ a }, { $defs: { A: a } }),
    object({ a }, { $defs: { A: { ...a, maxLength: 3 } } }),
    'safe',
  ],
  ['input', 'cycle-unrolled', tree(a, false), tree(a, true), 'safe'],
  ['output', 'cycle-unrolled', tree(a, false), tree(a, true), 'safe'],
  [
    'input',
    'cycle-narrowed',
    tree(a, false),
    tree({ ...a, maxLength: 3 }, false),
    'breaking',
  ],
  [
    'output',
    'cycle-narrowed',
    tree(a, false),
    tree({ ...a, maxLength: 3 }, false),
    'safe',
  ],
];

/** A tree of labels; unrolled, its first level is written out. */
function tree(label: JsonSchema, unrolled: boolean): JsonSchema {
  const node = object({
    label,
    children: { type: 'array', items: { $ref: '#/$defs/Node' } },
  });
  return object(
    { root: unrolled ? node : { $ref: '#/$defs/Node' } },
    { $defs: { Node: node } },
  );
}

/** Changes of the schema as a whole: its properties, definitions and existence. */
export const WHOLE_SCHEMA_PAIRS: SchemaPair[] = ROWS.map(
  ([side, subject, before, after, expected]) => ({
    id: `${side}.${subject}`,
    side,
    subject,
    place: 'whole',
    before,
    after,
    expected,
  }),
);
