import type { Move, SchemaPair, Side } from './SchemaPair';

/** Pairs of which `redocly diff` says something else, and why we don't. */
export interface Disagreement {
  subjects: string[];
  /** All of each, where absent. */
  moves?: Move[];
  sides?: Side[];
  places?: string[];
  /** What `redocly diff` says; we say the other. */
  redocly: 'breaking' | 'safe';
  why: string;
}

const IN_LISTS = ['branch', 'part'];
const NOT_IN_LISTS = ['property', 'items', 'nested', 'map', 'definition'];

/** All there are. A test fails when one is missing, or is there no more. */
export const DISAGREEMENTS: Disagreement[] = [
  {
    subjects: ['schema-removed'],
    redocly: 'safe',
    why: 'It sees that the schema of the answer is gone, and takes it for a patch. Whoever relied on the shape of the answer can no longer.',
  },
  {
    subjects: ['optional-added-to-closed'],
    sides: ['output'],
    redocly: 'safe',
    why: 'It takes a new property of an answer for harmless always. A reader that was promised no other properties may refuse it.',
  },
  {
    subjects: ['removed-from-open', 'removed-from-closed'],
    sides: ['output'],
    redocly: 'breaking',
    why: 'It takes every property that goes from an answer for a break. This one was optional: a reader had to do without it already. Its removal is still reported.',
  },
  {
    subjects: ['unused-definition-narrowed'],
    redocly: 'breaking',
    why: 'It compares definitions that nothing refers to.',
  },
  {
    subjects: ['pattern-properties-introduced'],
    places: NOT_IN_LISTS,
    moves: ['narrowed'],
    sides: ['input'],
    redocly: 'safe',
    why: 'It has no rule for `patternProperties`.',
  },
  {
    subjects: ['pattern-properties-introduced'],
    places: NOT_IN_LISTS,
    moves: ['widened'],
    sides: ['output'],
    redocly: 'safe',
    why: 'It has no rule for `patternProperties`.',
  },
  {
    subjects: ['enum-to-const'],
    moves: ['narrowed'],
    sides: ['output'],
    redocly: 'breaking',
    why: 'It looks at `enum` and at `const` apart: the values of the `enum` are gone, so anything seems possible.',
  },
  {
    subjects: ['enum-to-const'],
    moves: ['widened'],
    sides: ['input'],
    redocly: 'breaking',
    why: 'It looks at `enum` and at `const` apart: an `enum` is new, so less seems possible.',
  },
  {
    subjects: ['multiple-of-doubled'],
    moves: ['narrowed'],
    sides: ['output'],
    redocly: 'breaking',
    why: 'It takes every change of `multipleOf` for a break in both directions. Every multiple of 4 is one of 2.',
  },
  {
    subjects: ['multiple-of-doubled'],
    moves: ['widened'],
    sides: ['input'],
    redocly: 'breaking',
    why: 'It takes every change of `multipleOf` for a break in both directions. Every multiple of 4 is one of 2.',
  },
  {
    subjects: [
      'const-for-enum-of-one',
      'any-of-for-type-list',
      'one-of-for-any-of',
      'all-of-one',
      'all-of-merged',
    ],
    redocly: 'breaking',
    why: 'It compares keyword by keyword. The two accept the same values, in other words.',
  },
  {
    subjects: ['bound-that-says-nothing', 'keyword-of-another-type'],
    sides: ['input'],
    redocly: 'breaking',
    why: 'It sees a new bound. No value is outside of it: every length is at least 0, and a string has no `minimum`.',
  },
  {
    subjects: ['then-without-if'],
    sides: ['input'],
    redocly: 'breaking',
    why: 'It sees a new `then`. Without `if` it says nothing.',
  },
  {
    subjects: ['integer-bound-said-otherwise'],
    sides: ['output'],
    redocly: 'breaking',
    why: 'It compares the bounds as those of any number. An integer above 0 is at least 1.',
  },
  {
    subjects: ['true-for-empty'],
    sides: ['output'],
    places: ['property', 'items', 'nested', 'map', 'part'],
    redocly: 'breaking',
    why: 'It has no node for `true`, so a property seems to be gone.',
  },
  {
    subjects: ['true-to-string'],
    moves: ['narrowed'],
    sides: ['input'],
    places: ['property', 'nested', 'branch'],
    redocly: 'safe',
    why: 'It has no node for `true`, so a property seems to be new.',
  },
  {
    subjects: ['nothing-left'],
    moves: ['narrowed'],
    sides: ['input'],
    places: ['property', 'nested', 'part', 'definition'],
    redocly: 'safe',
    why: 'It has no node for `false`, so a property of an open object seems to be gone, which it takes for safe.',
  },
  {
    subjects: ['nothing-left'],
    moves: ['narrowed'],
    sides: ['output'],
    places: ['property', 'nested', 'part', 'definition'],
    redocly: 'breaking',
    why: 'It has no node for `false`, so a property seems to be gone.',
  },
  {
    subjects: ['nothing-left'],
    moves: ['widened'],
    sides: ['input'],
    places: ['part', 'definition'],
    redocly: 'breaking',
    why: 'It has no node for `false`: where nothing was accepted, a restriction seems to be new.',
  },
  {
    subjects: ['nothing-left'],
    moves: ['widened'],
    sides: ['output'],
    places: ['property', 'nested', 'part', 'definition'],
    redocly: 'safe',
    why: 'It has no node for `false`, so a property seems to be new.',
  },
  {
    subjects: ['true-for-empty'],
    moves: ['same'],
    sides: ['input'],
    places: ['branch'],
    redocly: 'breaking',
    why: 'It has no node for `true`: a branch seems to be gone.',
  },
  {
    subjects: ['true-to-string'],
    moves: ['narrowed'],
    sides: ['output'],
    places: ['branch'],
    redocly: 'breaking',
    why: 'It has no node for `true`: a branch seems to be new.',
  },
  {
    subjects: ['true-to-string'],
    moves: ['widened'],
    sides: ['input'],
    places: ['branch'],
    redocly: 'breaking',
    why: 'It has no node for `true`: a branch seems to be gone.',
  },
  {
    subjects: ['true-to-string'],
    moves: ['widened'],
    sides: ['output'],
    places: ['branch'],
    redocly: 'safe',
    why: 'It has no node for `true`: a branch seems to be gone.',
  },
  {
    subjects: ['described', 'open-said-aloud'],
    places: IN_LISTS,
    redocly: 'breaking',
    why: 'It finds the partner of a branch by how alike the texts are. These are too unlike, so one branch seems to be gone and another one new.',
  },
  {
    subjects: ['then-without-if'],
    sides: ['output'],
    places: IN_LISTS,
    redocly: 'breaking',
    why: 'It finds the partner of a branch by how alike the texts are. These are too unlike, so one branch seems to be gone and another one new.',
  },
  ...(['narrowed', 'widened'] as const).map(
    (move): Disagreement => ({
      subjects: [
        'all-of-introduced',
        'any-of-introduced',
        'items-introduced',
        'map-values-introduced',
        'min-properties-introduced',
        'not-introduced',
        'pattern-properties-introduced',
        'prefix-items-introduced',
        'property-names-introduced',
        'type-introduced',
      ],
      moves: [move],
      sides: [move === 'narrowed' ? 'output' : 'input'],
      places: IN_LISTS,
      redocly: 'breaking',
      why: 'It finds the partner of a branch by how alike the texts are. These are too unlike, so one branch seems to be gone and another one new, which is a break in one of the two.',
    }),
  ),
];

/** Whether a row of the table is about a pair. */
export function isAbout(row: Disagreement, pair: SchemaPair): boolean {
  const holds = <T>(all: readonly T[] | undefined, one: T | undefined) =>
    !all || (one !== undefined && all.includes(one));
  return (
    row.subjects.includes(pair.subject) &&
    holds(row.moves, pair.move) &&
    holds(row.sides, pair.side) &&
    holds(row.places, pair.place)
  );
}
