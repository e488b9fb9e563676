import type { ChangeClass } from '../change';
import type { ChangeRule } from '../rule';

/** Which of a tool's schemas. */
export type Side = 'input' | 'output';

/** What became of the set of values that a schema allows. */
export type Effect = 'narrowed' | 'widened' | 'changed';

const WHY: {
  readonly [side in Side]: { readonly [effect in Effect]: string };
} = {
  input: {
    narrowed: 'What a caller could send before may now be refused.',
    widened: 'Whatever a caller sent before is still accepted.',
    changed: 'What a caller could send before may now be refused.',
  },
  output: {
    narrowed: 'Whatever a caller gets is still what it expected before.',
    widened: 'A caller may now get what it does not expect.',
    changed: 'A caller may now get what it does not expect.',
  },
};

const UNDECIDED_WHY =
  'Whether every value is still allowed can not be worked out, so it counts as breaking until someone accepts it.';

/** `[id without side, effect, title]`: rules that are about both sides alike. */
const CONSTRAINTS: readonly (readonly [string, Effect, string])[] = [
  ['type-narrowed', 'narrowed', 'Fewer types'],
  ['type-widened', 'widened', 'More types'],
  ['type-changed', 'changed', 'Other type'],
  ['null-disallowed', 'narrowed', 'No longer null'],
  ['null-allowed', 'widened', 'May be null'],
  ['nothing-allowed', 'narrowed', 'No value allowed any more'],
  ['something-allowed', 'widened', 'Values allowed where none was'],
  ['enum-introduced', 'narrowed', 'Only listed values'],
  ['enum-dropped', 'widened', 'No longer only listed values'],
  ['enum-value-removed', 'narrowed', 'Value removed from the list'],
  ['enum-value-added', 'widened', 'Value added to the list'],
  ['const-changed', 'changed', 'Other fixed value'],
  ['range-tightened', 'narrowed', 'Smaller range of numbers'],
  ['range-loosened', 'widened', 'Larger range of numbers'],
  ['multiple-of-tightened', 'narrowed', 'Coarser steps of numbers'],
  ['multiple-of-loosened', 'widened', 'Finer steps of numbers'],
  ['multiple-of-changed', 'changed', 'Other steps of numbers'],
  ['length-tightened', 'narrowed', 'Fewer lengths of text'],
  ['length-loosened', 'widened', 'More lengths of text'],
  ['pattern-added', 'narrowed', 'Pattern added'],
  ['pattern-removed', 'widened', 'Pattern removed'],
  ['format-added', 'narrowed', 'Format added'],
  ['format-removed', 'widened', 'Format removed'],
  ['format-changed', 'changed', 'Other format'],
  ['item-count-tightened', 'narrowed', 'Fewer numbers of items'],
  ['item-count-loosened', 'widened', 'More numbers of items'],
  ['unique-items-added', 'narrowed', 'No two items may be equal'],
  ['unique-items-removed', 'widened', 'Items may be equal'],
  ['items-restricted', 'narrowed', 'Further items restricted'],
  ['items-unrestricted', 'widened', 'Further items no longer restricted'],
  ['contains-tightened', 'narrowed', 'Must contain more'],
  ['contains-loosened', 'widened', 'May contain less'],
  ['property-count-tightened', 'narrowed', 'Fewer numbers of properties'],
  ['property-count-loosened', 'widened', 'More numbers of properties'],
  ['property-names-tightened', 'narrowed', 'Fewer names of properties'],
  ['property-names-loosened', 'widened', 'More names of properties'],
  ['additional-properties-closed', 'narrowed', 'No other properties any more'],
  ['additional-properties-opened', 'widened', 'Other properties allowed'],
  [
    'additional-properties-restricted',
    'narrowed',
    'Other properties restricted',
  ],
  [
    'additional-properties-unrestricted',
    'widened',
    'Other properties no longer restricted',
  ],
  ['dependent-required-added', 'narrowed', 'Property requires another'],
  [
    'dependent-required-removed',
    'widened',
    'Property no longer requires another',
  ],
  ['dependent-schema-added', 'narrowed', 'Property restricts others'],
  [
    'dependent-schema-removed',
    'widened',
    'Property no longer restricts others',
  ],
  ['branch-removed', 'narrowed', 'Alternative removed'],
  ['branch-added', 'widened', 'Alternative added'],
  ['not-added', 'narrowed', 'Values excluded'],
  ['not-removed', 'widened', 'Values no longer excluded'],
  ['condition-added', 'narrowed', 'Condition added'],
  ['condition-removed', 'widened', 'Condition removed'],
  ['tightened', 'narrowed', 'Fewer values'],
  ['loosened', 'widened', 'More values'],
];

const UNDECIDED: readonly (readonly [string, string])[] = [
  ['pattern-changed', 'Other pattern'],
  ['contains-changed', 'Must contain something else'],
  ['property-names-changed', 'Other names of properties'],
  ['dependent-schema-changed', 'Property restricts others otherwise'],
  ['one-of-changed', 'Alternatives that may overlap changed'],
  ['not-changed', 'Other values excluded'],
  ['condition-changed', 'Other condition'],
  ['unevaluated-changed', 'Other rule for what nothing else describes'],
  ['reference-changed', 'Reference that can not be followed'],
  ['dialect-unknown', 'Dialect of JSON Schema that is not known'],
  ['keyword-malformed', 'Keyword with a value that it can not have'],
  ['too-complex', 'Too complex to compare'],
  ['undecided', 'Change that can not be decided'],
];

const TEXTS: readonly (readonly [string, ChangeClass, string, string])[] = [
  [
    'description-changed',
    'behavioural',
    'Description changed',
    'A description steers the model.',
  ],
  [
    'default-changed',
    'behavioural',
    'Default changed',
    'Who leaves the value out may get another result.',
  ],
  [
    'examples-changed',
    'behavioural',
    'Examples changed',
    'Examples steer the model.',
  ],
  [
    'annotation-changed',
    'behavioural',
    'Annotation changed',
    'It says how a value is meant to be used.',
  ],
  [
    'keyword-changed',
    'behavioural',
    'Unknown keyword changed',
    'JSON Schema gives it no meaning, but a client may.',
  ],
  [
    'dialect-changed',
    'cosmetic',
    'Dialect of JSON Schema changed',
    'What the schema means is compared; this is only how it is written.',
  ],
  ['title-changed', 'cosmetic', 'Title changed', 'It is only shown.'],
];

type OwnRule = readonly [string, ChangeClass, string, string];

const PROPERTIES: { readonly [side in Side]: readonly OwnRule[] } = {
  input: [
    [
      'property-added-required',
      'breaking',
      'Required property added',
      'No caller sends it yet; a default does not help, since it is refused all the same.',
    ],
    [
      'property-required',
      'breaking',
      'Property made required',
      'Callers that leave it out are refused.',
    ],
    [
      'property-removed',
      'breaking',
      'Property removed from a closed object',
      'Callers that send it are refused.',
    ],
    [
      'property-ignored',
      'behavioural',
      'Property removed from an open object',
      'Callers that send it are not refused, but it is silently ignored.',
    ],
    [
      'property-added',
      'additive',
      'Optional property added',
      'Callers need not send it.',
    ],
    [
      'property-optional',
      'additive',
      'Property made optional',
      'Callers may go on sending it.',
    ],
  ],
  output: [
    [
      'property-removed',
      'breaking',
      'Required property removed',
      'Callers rely on it being there.',
    ],
    [
      'property-optional',
      'breaking',
      'Property made optional',
      'Callers rely on it being there.',
    ],
    [
      'property-added-to-closed',
      'breaking',
      'Property added to a closed object',
      'Callers may refuse an object with a property that was ruled out.',
    ],
    [
      'property-undeclared',
      'behavioural',
      'Optional property no longer declared',
      'It may still come or not: nothing is promised about it any more.',
    ],
    [
      'optional-property-removed',
      'additive',
      'Optional property removed from a closed object',
      'Callers had to do without it already.',
    ],
    [
      'property-added',
      'additive',
      'Property added to an open object',
      'Callers had to expect properties that they do not know.',
    ],
    [
      'property-required',
      'additive',
      'Property is always there',
      'Callers get what they could not be sure of.',
    ],
  ],
};

/** Input contravariant, output covariant. */
export function classOfEffect(side: Side, effect: Effect): ChangeClass {
  const isSafe =
    side === 'input' ? effect === 'widened' : effect === 'narrowed';
  return isSafe ? 'additive' : 'breaking';
}

function rulesOf(side: Side): ChangeRule[] {
  const id = (name: string) => `${side}-${name}`;
  return [
    ...PROPERTIES[side].map(([name, changeClass, title, why]) => ({
      id: id(name),
      class: changeClass,
      title,
      why,
    })),
    ...CONSTRAINTS.map(([name, effect, title]) => ({
      id: id(name),
      class: classOfEffect(side, effect),
      title,
      why: WHY[side][effect],
    })),
    ...UNDECIDED.map(([name, title]) => ({
      id: id(name),
      class: 'breaking' as const,
      undecided: true as const,
      title,
      why: UNDECIDED_WHY,
    })),
    ...TEXTS.map(([name, changeClass, title, why]) => ({
      id: id(name),
      class: changeClass,
      title,
      why,
    })),
  ];
}

const TEXT_IDS: ReadonlySet<string> = new Set(
  TEXTS.flatMap(([name]) => [`input-${name}`, `output-${name}`]),
);

/** A rule of what is said beside what is allowed. */
export function isAboutText(id: string): boolean {
  return TEXT_IDS.has(id);
}

/** Every rule that a finding may name. */
export const SCHEMA_RULES: readonly ChangeRule[] = [
  ...rulesOf('input'),
  ...rulesOf('output'),
];
