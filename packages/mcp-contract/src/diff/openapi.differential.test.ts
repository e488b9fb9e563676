import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createSnapshot } from '../snapshot';
import { compareContracts } from './compareContracts';
import {
  changedTools,
  type ChangedTool,
} from './__testUtils__/histories/changedTools';
import { readHistories } from './__testUtils__/histories/HistoryArchive';
import { DISAGREEMENTS, isAbout } from './__testUtils__/openapi/disagreements';
import {
  disagreementTable,
  realDisagreementTable,
} from './__testUtils__/openapi/disagreementTable';
import {
  isAboutTool,
  REAL_DISAGREEMENTS,
} from './__testUtils__/openapi/realDisagreements';
import { redoclyDiff } from './__testUtils__/openapi/redoclyDiff';
import {
  GENERATED_PAIRS,
  PICKED_PAIRS,
} from './__testUtils__/openapi/schemaPairs';
import { toolsOf } from './__testUtils__/openapi/toolsOf';
import type { ToolSchemas } from './__testUtils__/openapi/wrapAsOpenApi';

const ALL_PAIRS = [...PICKED_PAIRS, ...GENERATED_PAIRS];

/** What each of the two says of a tool, by its name. */
interface Answers {
  ours(name: string): 'breaking' | 'safe';
  redocly(name: string): 'breaking' | 'safe';
}

function ask(before: ToolSchemas[], after: ToolSchemas[]): Answers {
  const { changes } = compareContracts(
    createSnapshot({ tools: before }).contract,
    createSnapshot({ tools: after }).contract,
  );
  const broken = new Set(
    changes
      .filter(change => change.class === 'breaking')
      .map(({ where }) => where.tool),
  );
  const { verdicts } = redoclyDiff(before, after);
  const word = (breaks: boolean | undefined) => (breaks ? 'breaking' : 'safe');
  return {
    ours: name => word(broken.has(name)),
    redocly: name => word(verdicts.get(name)?.breaking),
  };
}

/** Our table, as it stands in the documentation, without padding. */
function documentedTables(): string {
  return readFileSync(
    join(__dirname, '../../../../docs/contract-diff-vs-openapi-diff.md'),
    'utf8',
  )
    .replace(/ +/g, ' ')
    .replace(/-{3,}/g, '---');
}

describe('tools as operations of an API', () => {
  let answers: Answers;

  beforeAll(() => {
    answers = ask(toolsOf(ALL_PAIRS, 'before'), toolsOf(ALL_PAIRS, 'after'));
  });

  it('compares enough of them', () => {
    expect(PICKED_PAIRS.length).toBeGreaterThan(200);
    expect(GENERATED_PAIRS.length).toBeGreaterThan(1_000);
    expect(new Set(ALL_PAIRS.map(({ id }) => id)).size).toBe(ALL_PAIRS.length);
  });

  it('says of each what is right', () => {
    const wrong = ALL_PAIRS.filter(
      ({ id, expected }) => answers.ours(id) !== expected,
    );
    expect(wrong.map(({ id, expected }) => `${id} is ${expected}`)).toEqual([]);
  });

  it('differs from `redocly diff` exactly where the table says so', () => {
    const differs = ALL_PAIRS.filter(
      ({ id }) => answers.ours(id) !== answers.redocly(id),
    );
    const explained = ALL_PAIRS.filter(pair =>
      DISAGREEMENTS.some(row => isAbout(row, pair)),
    );
    expect(differs.map(({ id }) => id)).toEqual(explained.map(({ id }) => id));
  });

  it.each(DISAGREEMENTS)('`redocly diff` takes $subjects for $redocly', row => {
    const about = ALL_PAIRS.filter(pair => isAbout(row, pair));
    expect(about).not.toEqual([]);
    expect(
      about.filter(({ id }) => answers.redocly(id) !== row.redocly),
    ).toEqual([]);
  });

  it('has each disagreement in the documentation', () => {
    expect(documentedTables()).toContain(disagreementTable(ALL_PAIRS));
  });
});

describe('changed tools of real servers as operations of an API', () => {
  let tools: ChangedTool[];
  let answers: Answers;

  beforeAll(async () => {
    tools = changedTools(await readHistories());
    answers = ask(
      tools.map(({ id, before }) => ({ ...before, name: id })),
      tools.map(({ id, after }) => ({ ...after, name: id })),
    );
  });

  it('compares enough of them', () => {
    expect(tools.length).toBeGreaterThan(400);
  });

  it('differs from `redocly diff` exactly where the table says so', () => {
    const name = ({ server, version, after }: ChangedTool) =>
      `${server} ${version} ${after.name}`;
    const differs = tools.filter(
      ({ id }) => answers.ours(id) !== answers.redocly(id),
    );
    const explained = tools.filter(tool =>
      REAL_DISAGREEMENTS.some(row => isAboutTool(row, tool)),
    );
    expect(differs.map(name)).toEqual(explained.map(name));
  });

  it('has each disagreement in the documentation', () => {
    expect(documentedTables()).toContain(realDisagreementTable());
  });
});
