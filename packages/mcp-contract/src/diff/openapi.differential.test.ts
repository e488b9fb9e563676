import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createSnapshot } from '../snapshot';
import { compareContracts } from './compareContracts';
import { DISAGREEMENTS, isAbout } from './__testUtils__/openapi/disagreements';
import { disagreementTable } from './__testUtils__/openapi/disagreementTable';
import {
  redoclyDiff,
  type RedoclyResult,
} from './__testUtils__/openapi/redoclyDiff';
import {
  GENERATED_PAIRS,
  PICKED_PAIRS,
} from './__testUtils__/openapi/schemaPairs';
import { toolsOf } from './__testUtils__/openapi/toolsOf';

const ALL_PAIRS = [...PICKED_PAIRS, ...GENERATED_PAIRS];

/** Names of the tools in which something breaks, by our own comparison. */
function ourBreaks(): Set<string | undefined> {
  const contractOf = (which: 'before' | 'after') =>
    createSnapshot({ tools: toolsOf(ALL_PAIRS, which) }).contract;
  const { changes } = compareContracts(
    contractOf('before'),
    contractOf('after'),
  );
  return new Set(
    changes
      .filter(change => change.class === 'breaking')
      .map(({ where }) => where.tool),
  );
}

const word = (breaking: boolean) => (breaking ? 'breaking' : 'safe');

describe('tools as operations of an API', () => {
  let ours: Set<string | undefined>;
  let verdicts: RedoclyResult['verdicts'];
  const redocly = (id: string) => word(verdicts.get(id)?.breaking === true);

  beforeAll(() => {
    ours = ourBreaks();
    verdicts = redoclyDiff(
      toolsOf(ALL_PAIRS, 'before'),
      toolsOf(ALL_PAIRS, 'after'),
    ).verdicts;
  });

  it('compares enough of them', () => {
    expect(PICKED_PAIRS.length).toBeGreaterThan(200);
    expect(GENERATED_PAIRS.length).toBeGreaterThan(1_000);
    expect(new Set(ALL_PAIRS.map(({ id }) => id)).size).toBe(ALL_PAIRS.length);
  });

  it('says of each what is right', () => {
    const wrong = ALL_PAIRS.filter(
      ({ id, expected }) => word(ours.has(id)) !== expected,
    );
    expect(wrong.map(({ id, expected }) => `${id} is ${expected}`)).toEqual([]);
  });

  it('differs from `redocly diff` exactly where the table says so', () => {
    const differs = ALL_PAIRS.filter(
      ({ id }) => word(ours.has(id)) !== redocly(id),
    );
    const explained = ALL_PAIRS.filter(pair =>
      DISAGREEMENTS.some(row => isAbout(row, pair)),
    );
    expect(differs.map(({ id }) => id)).toEqual(explained.map(({ id }) => id));
  });

  it.each(DISAGREEMENTS)('`redocly diff` takes $subjects for $redocly', row => {
    const about = ALL_PAIRS.filter(pair => isAbout(row, pair));
    expect(about).not.toEqual([]);
    expect(about.filter(({ id }) => redocly(id) !== row.redocly)).toEqual([]);
  });

  it('has each disagreement in the documentation', () => {
    const text = readFileSync(
      join(__dirname, '../../../../docs/contract-diff-vs-openapi-diff.md'),
      'utf8',
    );
    expect(text.replace(/ +/g, ' ').replace(/-{3,}/g, '---')).toContain(
      disagreementTable(ALL_PAIRS),
    );
  });
});
