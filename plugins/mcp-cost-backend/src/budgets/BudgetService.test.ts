import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { FakeUsageReader } from '../__testUtils__/FakeUsageReader';
import { fixedDirectory } from '../__testUtils__/fixedDirectory';
import { systemScope } from '../access';
import { DatabaseNoticeStore } from '../notices';
import { BudgetService } from './BudgetService';
import { BudgetStatuses } from './BudgetStatuses';
import { DatabaseBudgetStore } from './DatabaseBudgetStore';
import { DatabaseIncreaseStore } from './DatabaseIncreaseStore';

const UNIT = 1_000_000_000n;
const NOW = new Date('2026-11-21T12:00:00Z');
const TEAMS = Array.from({ length: 60 }, (_, at) => `group:default/team-${at}`);

describeOnBothDatabases('budgets of sixty teams', createKnex => {
  let knex: Knex;
  let reader: FakeUsageReader;
  let service: BudgetService;
  let increaseStore: DatabaseIncreaseStore;
  const scope = systemScope('test');

  beforeEach(async () => {
    knex = await createKnex();
    reader = new FakeUsageReader();
    const budgetStore = new DatabaseBudgetStore({ knex });
    increaseStore = new DatabaseIncreaseStore({
      knex,
      notices: new DatabaseNoticeStore({ knex }),
    });
    const directory = fixedDirectory({ teams: TEAMS.map(ref => ({ ref })) });
    const options = {
      budgetStore,
      increaseStore,
      reader,
      directory,
      currency: 'USD',
      now: () => NOW,
    };
    service = new BudgetService({
      ...options,
      statuses: new BudgetStatuses({
        ...options,
        budgets: budgetStore,
        increases: increaseStore,
      }),
    });
    for (const [at, teamRef] of TEAMS.entries()) {
      await service.set(scope, teamRef, { amount: '100' });
      reader.add(
        {
          at: '2026-11-03T10:00:00Z',
          team: teamRef,
          costNanos: BigInt(at) * UNIT,
        },
        { at: '2026-10-31T10:00:00Z', team: teamRef, costNanos: 9n * UNIT },
      );
    }
    reader.queries.length = 0;
  });

  it('are listed with two questions to the sums', async () => {
    const { items, totalItems } = await service.list(scope, { limit: 2 });
    expect(totalItems).toBe(60);
    expect(
      items.map(({ teamRef, usedShare, level }) => [teamRef, usedShare, level]),
    ).toEqual([
      ['group:default/team-59', 0.59, 'good'],
      ['group:default/team-58', 0.58, 'good'],
    ]);
    expect(reader.queries).toHaveLength(2);
    expect(items[0].burn).toHaveLength(21);
    expect(items[0].burn[1]).toEqual({ day: '2026-11-02', spentNanos: '0' });
    expect(items[0].burn[2]).toEqual({
      day: '2026-11-03',
      spentNanos: String(59n * UNIT),
    });
  });

  it('are larger by what was granted for this month only', async () => {
    for (const [month, amount] of [
      ['2026-10', 1_000n],
      ['2026-11', 18n],
    ] as const) {
      await knex('budget_increases').insert({
        id: `00000000-0000-4000-8000-0000000000${month.slice(-2)}`,
        team_ref: TEAMS[59],
        month,
        amount_nanos: String(amount * UNIT),
        reason: 'More',
        asked_by: 'user:default/x',
        asked_at: `${month}-01T00:00:00.000Z`,
        state: 'granted',
      });
    }
    const status = await service.get(scope, TEAMS[59]);
    expect(status).toMatchObject({
      limitNanos: String(118n * UNIT),
      usedShare: 0.5,
    });
  });

  it('close what nobody decided before the month was over', async () => {
    await knex('budget_increases').insert({
      id: '00000000-0000-4000-8000-000000000001',
      team_ref: TEAMS[0],
      month: '2026-10',
      amount_nanos: '1',
      reason: 'More',
      asked_by: 'user:default/x',
      asked_at: '2026-10-30T00:00:00.000Z',
      state: 'pending',
    });
    await increaseStore.closeBefore(scope, '2026-11', NOW.toISOString());
    const { items } = await increaseStore.list(scope, { limit: 9, offset: 0 });
    expect(items).toEqual([
      expect.objectContaining({
        state: 'withdrawn',
        decisionReason: 'The month was over before anybody decided.',
      }),
    ]);
  });
});
