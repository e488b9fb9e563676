import { NO_VALUE, type Dimension } from '@mcp-portal/plugin-mcp-cost-common';
import fc from 'fast-check';

import type { CostScope } from '../../access';
import { systemScope } from '../../access';
import type { CatalogDirectory, DirectoryAgent } from '../../catalog';
import { describeOnBothDatabases } from '../../__testUtils__/databases';
import type { UsageQuery, UsageRow } from '../UsageReader';
import { DatabaseUsageReader } from './DatabaseUsageReader';
import { fillUsage, type TestUsage } from './__testUtils__/fillUsage';
import { readPlainly } from './__testUtils__/readPlainly';

const PAYMENTS = 'group:default/payments';
const LOGISTICS = 'group:default/logistics';
const RESEARCH = 'group:default/research';
const LEDGER = 'api:default/ledger';
const FREIGHT = 'api:default/freight';
const CLERK = 'component:default/clerk';
const SECRET = 'component:default/secret';

const everything = systemScope('test');

function memberScope(teams: string[], servers: string[] = []): CostScope {
  return {
    teams,
    servers,
    memberOf: teams,
    manages: [],
    mayPrice: false,
    mayDelegate: false,
    actor: 'user:default/someone',
  };
}

const agents = new Map<string, DirectoryAgent>(
  (
    [
      [CLERK, PAYMENTS, 'organisation'],
      [SECRET, LOGISTICS, 'team'],
    ] as const
  ).map(([ref, ownerRef, visibility]) => [
    ref,
    {
      ref,
      name: ref,
      title: ref,
      ownerRef,
      visibility,
      serverRefs: [],
      sample: false,
    },
  ]),
);
const directory: CatalogDirectory = {
  current: async () => ({
    readAt: new Date(),
    teams: new Map(),
    servers: new Map(),
    agents,
    teamsBelow: () => [],
  }),
  membersOf: async () => [],
};

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const NOVEMBER: Pick<UsageQuery, 'fromMs' | 'toMs'> = {
  fromMs: day('2026-11-01'),
  toMs: day('2026-12-01'),
};

/** What tests look at of a row. */
const brief = (rows: UsageRow[]) =>
  rows.map(({ values, sums }) => [...values, sums.calls, sums.costNanos]);

describeOnBothDatabases('DatabaseUsageReader', createKnex => {
  async function filled(usages: TestUsage[]) {
    const knex = await createKnex();
    await fillUsage(knex, usages);
    return new DatabaseUsageReader({ knex, directory });
  }

  const some: TestUsage[] = [
    {
      at: '2026-11-03T10:15:00Z',
      agent: CLERK,
      serverRef: LEDGER,
      tool: 'read',
      userRef: 'user:default/petra',
      costNanos: 3n,
      durationMs: 40,
    },
    {
      at: '2026-11-03T11:00:00Z',
      teamRef: LOGISTICS,
      agent: SECRET,
      serverRef: LEDGER,
      tool: 'write',
      userRef: 'user:default/frank',
      costNanos: 5n,
      isError: true,
      durationMs: 70_000,
    },
    {
      at: '2026-11-04T00:00:00Z',
      teamRef: LOGISTICS,
      serverRef: FREIGHT,
      costNanos: null,
    },
    {
      at: '2026-10-31T23:59:59.999Z',
      agent: CLERK,
      serverHint: 'billing.internal',
      costNanos: 100n,
    },
  ];

  it('sums a period, its end not included', async () => {
    const reader = await filled(some);
    expect(
      brief(await reader.read(everything, { ...NOVEMBER, by: [] })),
    ).toEqual([[3, 8n]]);
    expect(
      brief(
        await reader.read(everything, {
          fromMs: day('2026-11-03'),
          toMs: day('2026-11-04'),
          by: ['team'],
        }),
      ),
    ).toEqual([
      [LOGISTICS, 1, 5n],
      [PAYMENTS, 1, 3n],
    ]);
  });

  it('gives one row of zeros for the whole of nothing, and none by a dimension', async () => {
    const reader = await filled([]);
    const [whole] = await reader.read(everything, {
      ...NOVEMBER,
      by: [],
      latency: true,
    });
    expect(whole.sums).toMatchObject({ events: 0, costNanos: 0n });
    expect(whole.sums.latency?.histogram).toEqual(Array(14).fill(0));
    const byTeam = { ...NOVEMBER, by: ['team' as const] };
    expect(await reader.read(everything, byTeam)).toEqual([]);
    expect(await reader.count(everything, byTeam)).toBe(0);
  });

  it('is exact beyond what a number holds', async () => {
    const huge = 2n ** 61n + 1n;
    const reader = await filled([
      { at: '2026-11-01T00:00:00Z', costNanos: huge },
      { at: '2026-11-02T00:00:00Z', costNanos: huge },
    ]);
    for (const by of [[], ['team'], ['agent'], ['tool']] as Dimension[][]) {
      const [{ sums }] = await reader.read(everything, { ...NOVEMBER, by });
      expect(sums.costNanos).toBe(2n * huge);
    }
  });

  it('tells unpriced usage from usage that costs nothing', async () => {
    const reader = await filled(some);
    const rows = await reader.read(everything, {
      ...NOVEMBER,
      by: ['server'],
    });
    expect(rows.map(row => [row.values[0], row.sums.unpricedEvents])).toEqual([
      [LEDGER, 0],
      [FREIGHT, 1],
    ]);
  });

  it('filters by values, by no value, and by nothing at all', async () => {
    const reader = await filled(some);
    const calls = async (filters: UsageQuery['filters']) => {
      const [{ sums }] = await reader.read(everything, {
        ...NOVEMBER,
        by: [],
        filters,
      });
      return sums.calls;
    };
    expect(await calls({ server: [LEDGER] })).toBe(2);
    expect(await calls({ agent: [NO_VALUE] })).toBe(1);
    expect(await calls({ agent: [NO_VALUE, CLERK] })).toBe(2);
    expect(await calls({ server: [LEDGER], team: [LOGISTICS] })).toBe(1);
    expect(await calls({ tool: ['read'], user: ['user:default/petra'] })).toBe(
      1,
    );
    expect(await calls({ team: [] })).toBe(0);
    expect(await calls({ team: [`' OR 1=1 --`] })).toBe(0);
  });

  it('splits by hour, day and month', async () => {
    const reader = await filled(some);
    const read = async (
      bucket: UsageQuery['bucket'],
      by: UsageQuery['by'] = [],
    ) =>
      (
        await reader.read(everything, {
          fromMs: day('2026-10-30'),
          toMs: day('2026-11-05'),
          bucket,
          by,
        })
      ).map(row => [new Date(row.atMs!).toISOString(), row.sums.events]);
    expect(await read('hour')).toEqual([
      ['2026-10-31T23:00:00.000Z', 1],
      ['2026-11-03T10:00:00.000Z', 1],
      ['2026-11-03T11:00:00.000Z', 1],
      ['2026-11-04T00:00:00.000Z', 1],
    ]);
    const days = [
      ['2026-10-31T00:00:00.000Z', 1],
      ['2026-11-03T00:00:00.000Z', 2],
      ['2026-11-04T00:00:00.000Z', 1],
    ];
    expect(await read('day')).toEqual(days);
    expect(await read('day', ['environment', 'kind'])).toEqual(days);
    const months = [
      ['2026-10-01T00:00:00.000Z', 1],
      ['2026-11-01T00:00:00.000Z', 3],
    ];
    expect(await read('month')).toEqual(months);
    expect(await read('month', ['model'])).toEqual(months);
  });

  it('sums any hours, such as the last twenty-four', async () => {
    const reader = await filled(some);
    const hours = {
      fromMs: Date.parse('2026-11-02T11:00:00Z'),
      toMs: Date.parse('2026-11-03T11:00:00Z'),
    };
    expect(
      brief(await reader.read(everything, { ...hours, by: ['team'] })),
    ).toEqual([[PAYMENTS, 1, 3n]]);
    await expect(
      reader.read(everything, { ...NOVEMBER, fromMs: 1, by: [] }),
    ).rejects.toThrow('full hours');
  });

  it('sorts, pages and counts', async () => {
    const reader = await filled(some);
    const query: UsageQuery = { ...NOVEMBER, by: ['team', 'server'] };
    const teams = async (others: Partial<UsageQuery>) =>
      (await reader.read(everything, { ...query, ...others })).map(row =>
        row.values.join(' '),
      );
    const [first, second, third] = await teams({});
    expect([first, second, third]).toEqual([
      `${LOGISTICS} ${LEDGER}`,
      `${PAYMENTS} ${LEDGER}`,
      `${LOGISTICS} ${FREIGHT}`,
    ]);
    expect(await teams({ limit: 1, offset: 1 })).toEqual([second]);
    expect(await teams({ sort: { by: 'errors', order: 'asc' } })).toEqual([
      third,
      second,
      first,
    ]);
    expect(await teams({ sort: { by: 'value', order: 'desc' } })).toEqual([
      second,
      first,
      third,
    ]);
    expect(await reader.count(everything, { ...query, limit: 1 })).toBe(3);
  });

  it('gives the latency of calls, in buckets', async () => {
    const reader = await filled(some);
    const [row] = await reader.read(everything, {
      ...NOVEMBER,
      by: [],
      latency: true,
    });
    expect(row.sums.latency).toEqual({
      timedCalls: 2,
      durationUs: 70_040_000,
      histogram: [0, 0, 0, 1, ...Array(9).fill(0), 1],
    });
  });

  describe('for the owner of a server', () => {
    const owner = memberScope([PAYMENTS], [LEDGER]);

    it('counts the use by all, and tells no person and no private agent of others', async () => {
      const reader = await filled(some);
      expect(
        brief(await reader.read(owner, { ...NOVEMBER, by: ['agent', 'user'] })),
      ).toEqual([
        ['', '', 1, 5n],
        [CLERK, 'user:default/petra', 1, 3n],
      ]);
      expect(
        brief(await reader.read(owner, { ...NOVEMBER, by: ['team'] })),
      ).toEqual([
        [LOGISTICS, 1, 5n],
        [PAYMENTS, 1, 3n],
      ]);
    });

    it('finds nothing by a name that is not told, and it among those without', async () => {
      const reader = await filled(some);
      const count = (filters: UsageQuery['filters']) =>
        reader.count(owner, { ...NOVEMBER, by: ['team'], filters });
      expect(await count({ agent: [SECRET] })).toBe(0);
      expect(await count({ user: ['user:default/frank'] })).toBe(0);
      expect(await count({ agent: [NO_VALUE], user: [NO_VALUE] })).toBe(1);
      expect(await count({ server: [FREIGHT] })).toBe(0);
    });
  });

  it('shows nothing to who has neither team nor server', async () => {
    const reader = await filled(some);
    const nobody = memberScope([]);
    expect(await reader.count(nobody, { ...NOVEMBER, by: ['team'] })).toBe(0);
    expect(brief(await reader.read(nobody, { ...NOVEMBER, by: [] }))).toEqual([
      [0, 0n],
    ]);
  });

  it('agrees, for any question of anybody, with the events one by one', async () => {
    const text = (...values: string[]) => fc.constantFrom('', ...values);
    const usage = fc.record({
      at: fc
        .integer({
          min: day('2026-10-25') / 60_000,
          max: day('2026-12-05') / 60_000,
        })
        .map(minutes => minutes * 60_000),
      teamRef: fc.constantFrom(PAYMENTS, LOGISTICS, RESEARCH),
      environment: fc.constantFrom('production', 'staging'),
      kind: fc.constantFrom('tool-call' as const, 'model-call' as const),
      agent: text(CLERK, SECRET, 'a script'),
      userRef: text('user:default/petra', 'user:default/frank'),
      serverRef: text(LEDGER, FREIGHT),
      tool: text('read', 'write'),
      model: text('m-1'),
      isError: fc.boolean(),
      counted: fc.boolean(),
      durationMs: fc.option(fc.integer({ min: 0, max: 100_000 }), {
        nil: undefined,
      }),
      inputTokens: fc.nat(1_000),
      costNanos: fc.option(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 17n })),
    });
    const dimension = fc.constantFrom<Dimension>(
      'team',
      'agent',
      'server',
      'tool',
      'model',
      'user',
      'environment',
      'kind',
    );
    const values: Record<Dimension, string[]> = {
      team: [PAYMENTS, LOGISTICS],
      agent: [CLERK, SECRET, NO_VALUE],
      server: [LEDGER, NO_VALUE],
      tool: ['read', NO_VALUE],
      model: ['m-1'],
      user: ['user:default/frank', NO_VALUE],
      environment: ['staging'],
      kind: ['tool-call'],
    };
    const question = fc.record({
      by: fc.uniqueArray(dimension, { maxLength: 2 }),
      bucket: fc.constantFrom(undefined, 'hour', 'day', 'month'),
      latency: fc.boolean(),
      filters: fc
        .uniqueArray(dimension, { maxLength: 2 })
        .chain(dimensions =>
          fc.record(
            Object.fromEntries(
              dimensions.map(each => [
                each,
                fc.subarray(values[each], { minLength: 1 }),
              ]),
            ),
          ),
        ),
      days: fc.tuple(fc.nat(40), fc.nat(40)),
    });
    const scope = fc.oneof(
      fc.constant(everything),
      fc
        .tuple(
          fc.subarray([PAYMENTS, LOGISTICS, RESEARCH]),
          fc.subarray([LEDGER, FREIGHT]),
        )
        .map(([teams, servers]) => memberScope(teams, servers)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(usage, { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(scope, question), { minLength: 25, maxLength: 25 }),
        async (usages, asked) => {
          const reader = await filled(usages);
          for (const [who, { days, ...what }] of asked) {
            const fromMs = day('2026-10-25') + Math.min(...days) * 86_400_000;
            const toMs = day('2026-10-26') + Math.max(...days) * 86_400_000;
            const query: UsageQuery = { ...what, fromMs, toMs };
            const rows = await reader.read(who, query);
            expect(sorted(rows)).toEqual(
              sorted(readPlainly(usages, who, query, agents)),
            );
            expect(await reader.count(who, query)).toBe(rows.length);
          }
        },
      ),
      { numRuns: 6 },
    );
  });
});

function sorted(rows: UsageRow[]): string[] {
  return rows
    .map(row =>
      JSON.stringify(row, (_, value) =>
        typeof value === 'bigint' ? `${value}n` : value,
      ),
    )
    .sort();
}
