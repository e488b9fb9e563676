import type {
  Admission,
  Alert,
  CostPage,
} from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { ADA, DORA, FRANK, PAYMENTS, PETRA } from '../__testUtils__/people';
import { startTestCost, type TestCost } from '../__testUtils__/startTestCost';
import { fillUsage } from '../rollups/reading/__testUtils__/fillUsage';
import { spend } from '../budgets/__testUtils__/spend';

const UNIT = 1_000_000_000n;

describeOnBothDatabases('alerts over HTTP', createKnex => {
  let knex: Knex;
  let cost: TestCost;

  beforeEach(async () => {
    knex = await createKnex();
    cost = await startTestCost(knex);
    await cost.ask(DORA, 'PUT', '/teams/payments/budget', { amount: '100' });
  });
  afterEach(() => cost.backend.stop());

  const look = () => cost.scheduler.triggerTask('mcp-cost-alerts');
  const alerts = async (who: string, query = '') =>
    (await cost.ask<CostPage<Alert>>(who, 'GET', `/alerts${query}`)).body;

  it('warns of a budget, then says that it is used up, each once', async () => {
    await spend(knex, PAYMENTS, 85n * UNIT);
    await look();
    await look();
    expect(await alerts(PETRA)).toEqual({
      items: [
        expect.objectContaining({
          rule: 'budget-soft',
          tier: 'business',
          level: 'attention',
          teamRef: PAYMENTS,
          title: expect.stringContaining(
            'Payments has used 85 % of its budget',
          ),
          message: expect.stringContaining('$85.00 of $100.00 is spent.'),
          link: '/mcp-costs/budgets?search=group%3Adefault%2Fpayments',
        }),
      ],
      totalItems: 1,
    });
    await spend(knex, PAYMENTS, 100n * UNIT);
    await look();
    expect((await alerts(PETRA)).items.map(({ rule }) => rule)).toEqual([
      'budget-hard',
    ]);
    expect(
      (await alerts(DORA, '?state=all&team=payments')).items.map(
        ({ rule }) => rule,
      ),
    ).toEqual(['budget-hard', 'budget-soft']);
    expect((await alerts(FRANK, '?state=all')).totalItems).toBe(0);
    expect((await alerts(ADA)).totalItems).toBe(1);
    expect(
      cost.notifications.map(({ recipients, payload }) => [
        recipients,
        payload.severity,
      ]),
    ).toEqual([
      [{ type: 'entity', entityRef: [PETRA] }, 'normal'],
      [{ type: 'entity', entityRef: [PETRA] }, 'high'],
    ]);
  });

  it('ends when the budget is raised, and says so', async () => {
    await spend(knex, PAYMENTS, 100n * UNIT);
    await look();
    await cost.ask(DORA, 'PUT', '/teams/payments/budget', { amount: '1000' });
    await look();
    expect((await alerts(PETRA)).totalItems).toBe(0);
    expect((await alerts(PETRA, '?state=resolved')).totalItems).toBe(1);
    expect(cost.notifications[1].payload.title).toMatch(/^Over: Payments/);
  });

  it.each(['?state=none', '?rule=x', '?limit=0', '?limit=201', '?what=1'])(
    'are not listed with %s',
    async query => {
      expect((await cost.ask(PETRA, 'GET', `/alerts${query}`)).status).toBe(
        400,
      );
    },
  );

  it('sees unusual cost and failing calls in the sums', async () => {
    const HOUR_MS = 3_600_000;
    const usages = [];
    for (let hour = 0; hour < 35 * 24; hour += 6) {
      usages.push({
        at: Date.now() - hour * HOUR_MS,
        serverRef: 'api:default/freight',
        costNanos: UNIT,
      });
    }
    for (let call = 0; call < 60; call++) {
      usages.push({
        at: Date.now(),
        serverRef: 'api:default/freight',
        costNanos: UNIT,
        isError: call < 30,
      });
    }
    await fillUsage(knex, usages);
    await look();
    const rules = async (who: string) =>
      (await alerts(who)).items.map(({ rule }) => rule).sort();
    // Who pays sees the cost, who owns the server sees the errors.
    expect(await rules(PETRA)).toEqual(
      expect.arrayContaining(['cost-anomaly']),
    );
    expect(await rules(PETRA)).not.toContain('error-rate');
    expect(await rules(FRANK)).toEqual(['error-rate']);
    const { items } = await alerts(FRANK, '?server=freight');
    expect(items[0].message).toMatch(/^30 of 6[01] calls failed/);
  });

  it('lets teams in while nobody can count, but for those known to be over', async () => {
    const admission = async (who: string, team: string) =>
      (await cost.ask<Admission>(who, 'GET', `/teams/${team}/admission`)).body;
    await spend(knex, PAYMENTS, 100n * UNIT);
    await look();
    await knex.schema.renameTable('usage_team_days', 'away');
    const blocked = await admission(PETRA, 'payments');
    expect(blocked).toMatchObject({ admitted: false, level: 'unknown' });
    expect(blocked).not.toHaveProperty('spentNanos');
    expect(await admission(FRANK, 'logistics')).toMatchObject({
      admitted: true,
      level: 'unknown',
    });
  });
});
