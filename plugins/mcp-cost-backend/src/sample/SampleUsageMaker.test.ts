import { mockServices, TestDatabases } from '@backstage/backend-test-utils';

import { migrateWith } from '@mcp-portal/plugin-mcp-node';
import { systemScope } from '../access';
import { DatabaseBudgetStore } from '../budgets/DatabaseBudgetStore';
import type { ReportedUsage } from '../ingestion';
import { createProfile } from './__testUtils__/createProfile';
import { SampleStateStore } from './SampleStateStore';
import { SampleUsageMaker } from './SampleUsageMaker';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('sample usage, %s', id => {
  async function createMaker(agentNames = ['clerk', 'scout']) {
    const knex = await databases.init(id);
    await migrateWith('@mcp-portal/plugin-mcp-cost-backend', knex);
    const budgetStore = new DatabaseBudgetStore({ knex });
    let followed = 0;
    const sent: Omit<ReportedUsage, 'index'>[] = [];
    let now = new Date('2026-11-20T09:30:00Z');
    const maker = new SampleUsageMaker({
      profile: createProfile(),
      directory: {
        current: async () =>
          ({
            agents: new Map(agentNames.map(name => [name, { name }])),
          } as never),
        membersOf: async () => [],
      },
      ingestion: {
        ingest: async (_reporter, _source, records) => {
          sent.push(...records);
          return {
            accepted: records.length,
            duplicates: 0,
            refused: 0,
            refusals: [],
          };
        },
      },
      store: new SampleStateStore({ knex }),
      budgetStore,
      logger: mockServices.logger.mock(),
      now: () => now,
      onMade: async () => {
        followed += 1;
      },
    });
    return {
      maker,
      sent,
      budgetStore,
      followed: () => followed,
      setNow: (at: string) => (now = new Date(at)),
    };
  }

  it('is made for all its days at the first start, up to the last hour', async () => {
    const { maker, sent } = await createMaker();
    expect(await maker.run()).toBe(true);
    const times = sent.map(({ occurredAtMs }) => occurredAtMs);
    expect(Math.min(...times)).toBeGreaterThan(
      Date.parse('2026-11-18T00:00:00Z'),
    );
    expect(Math.max(...times)).toBeLessThan(Date.parse('2026-11-20T09:00:00Z'));
  });

  it('goes on from where it was, and makes nothing twice', async () => {
    const { maker, sent, setNow, followed } = await createMaker();
    await maker.run();
    const before = sent.length;
    await maker.run();
    expect(sent).toHaveLength(before);
    expect(followed()).toBe(1);
    setNow('2026-11-20T15:10:00Z');
    await maker.run();
    expect(sent.length).toBeGreaterThan(before);
    expect(new Set(sent.map(event => event.id)).size).toBe(sent.length);
  });

  it('sets the budgets at the first start, and leaves them alone then', async () => {
    const { maker, budgetStore } = await createMaker();
    const scope = systemScope('test');
    await maker.run();
    const budgets = await budgetStore.list(scope);
    expect(budgets).toMatchObject([
      { teamRef: 'group:default/payments', amountNanos: 620_000_000_000n },
    ]);
    await budgetStore.remove(scope, 'group:default/payments');
    await maker.run();
    expect(await budgetStore.list(scope)).toEqual([]);
  });

  it('waits until the catalog has the agents', async () => {
    const { maker, sent } = await createMaker(['clerk']);
    expect(await maker.run()).toBe(false);
    expect(sent).toEqual([]);
  });
});
