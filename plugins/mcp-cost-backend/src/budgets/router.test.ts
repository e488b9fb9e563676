import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  Admission,
  BudgetIncrease,
  BudgetStatus,
  CostPage,
} from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  ADA,
  DORA,
  FIONA,
  FRANK,
  PAYMENTS,
  PETRA,
} from '../__testUtils__/people';
import { startTestCost, type TestCost } from '../__testUtils__/startTestCost';
import { spend } from './__testUtils__/spend';

const UNIT = 1_000_000_000n;
const month = () => new Date().toISOString().slice(0, 7);

describeOnBothDatabases('budgets over HTTP', createKnex => {
  let knex: Knex;
  let cost: TestCost;

  beforeEach(async () => {
    knex = await createKnex();
    cost = await startTestCost(knex);
  });
  afterEach(() => cost.backend.stop());

  const setBudget = (who: string, amount = '100', rest = {}) =>
    cost.ask<BudgetStatus>(who, 'PUT', '/teams/payments/budget', {
      amount,
      ...rest,
    });
  const askMore = (who: string, body = { amount: '50', reason: 'A launch' }) =>
    cost.ask<BudgetIncrease>(
      who,
      'POST',
      '/teams/payments/budget/increases',
      body,
    );
  const decide = (who: string, id: string, decision = 'granted') =>
    cost.ask<BudgetIncrease>(who, 'POST', `/increases/${id}/decision`, {
      decision,
      reason: 'Go on',
    });
  const admission = (who: string, team = 'payments') =>
    cost.ask<Admission>(who, 'GET', `/teams/${team}/admission`);

  it('says how a team stands without a budget', async () => {
    await spend(knex, PAYMENTS, 3n * UNIT);
    const { status, body } = await cost.ask<BudgetStatus>(
      PETRA,
      'GET',
      '/teams/payments/budget',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      teamRef: PAYMENTS,
      title: 'Payments',
      spentNanos: String(3n * UNIT),
      level: 'unknown',
      forecast: { month: month() },
      may: { set: false, ask: false, decide: false },
    });
    expect(body).not.toHaveProperty('budget');
    expect(body).not.toHaveProperty('usedShare');
    expect(body.burn.at(-1)?.spentNanos).toBe(String(3n * UNIT));
  });

  it('is set by who is above the team, and by admins, not by the team', async () => {
    expect((await setBudget(PETRA)).status).toBe(403);
    expect((await setBudget(FIONA)).status).toBe(403);
    expect((await setBudget(FRANK)).status).toBe(404);
    const set = await setBudget(DORA, '100.5', { softThreshold: 0.5 });
    expect(set.status).toBe(200);
    expect(set.body).toMatchObject({
      budget: {
        amountNanos: '100500000000',
        softThreshold: 0.5,
        blocks: true,
        setBy: DORA,
      },
      limitNanos: '100500000000',
      usedShare: 0,
      level: 'good',
      may: { set: true, ask: false, decide: true },
    });
    expect((await setBudget(ADA, '7')).body.budget?.setBy).toBe(ADA);
    const removed = await cost.ask(DORA, 'DELETE', '/teams/payments/budget');
    expect(removed.body).toMatchObject({ level: 'unknown' });
    expect(
      (await cost.ask(DORA, 'DELETE', '/teams/payments/budget')).status,
    ).toBe(404);
  });

  it.each([
    [{ amount: '-1' }],
    [{ amount: '1e5' }],
    [{ amount: 5 }],
    [{ amount: '1000000001' }],
    [{ amount: '0.0000000001' }],
    [{ amount: '1', softThreshold: 0 }],
    [{ amount: '1', softThreshold: 1.1 }],
    [{ amount: '1', owner: 'me' }],
    [{}],
  ])('is not set to %j', async body => {
    const { status } = await cost.ask(
      DORA,
      'PUT',
      '/teams/payments/budget',
      body,
    );
    expect(status).toBe(400);
  });

  it('warns from the soft threshold on and blocks at all of it', async () => {
    await setBudget(DORA);
    expect((await admission(PETRA)).body).toMatchObject({
      admitted: true,
      level: 'good',
    });
    await spend(knex, PAYMENTS, 80n * UNIT);
    expect((await admission(PETRA)).body).toMatchObject({
      admitted: true,
      level: 'attention',
    });
    await spend(knex, PAYMENTS, 100n * UNIT - 1n);
    expect((await admission(PETRA)).body.admitted).toBe(true);
    await spend(knex, PAYMENTS, 100n * UNIT);
    const { status, body } = await admission(PETRA);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      admitted: false,
      level: 'problem',
      limitNanos: String(100n * UNIT),
      spentNanos: String(100n * UNIT),
    });
    expect(body.message).toContain('$100.00 of $100.00');
    expect(body.askAt).toContain('payments');
    await setBudget(DORA, '100', { blocks: false });
    expect((await admission(PETRA)).body).toMatchObject({
      admitted: true,
      level: 'problem',
    });
  });

  it('blocks from the start with a budget of nothing', async () => {
    await setBudget(DORA, '0');
    expect((await admission(PETRA)).body).toMatchObject({ admitted: false });
  });

  it('tells services, and nobody who may not see the team', async () => {
    const service = mockCredentials.service.header();
    expect((await admission(service)).body).toMatchObject({ admitted: true });
    expect((await admission(FRANK)).status).toBe(404);
    expect((await admission(PETRA, 'nobody')).status).toBe(404);
    expect((await admission(ADA, 'nobody')).status).toBe(404);
    expect((await admission('none')).status).toBe(401);
    // The framework lets services do all; money is not set with any token.
    expect((await setBudget(service)).status).toBe(403);
  });

  it('is increased for the month by who is above the team', async () => {
    await setBudget(DORA);
    await spend(knex, PAYMENTS, 100n * UNIT);
    const asked = await askMore(PETRA);
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      teamRef: PAYMENTS,
      month: month(),
      amountNanos: String(50n * UNIT),
      reason: 'A launch',
      askedBy: PETRA,
      state: 'pending',
      mayDecide: false,
    });
    expect(cost.notifications).toEqual([
      {
        recipients: { type: 'entity', entityRef: [DORA] },
        payload: expect.objectContaining({
          title: `Payments asks for $50.00 more in ${month()}`,
          scope: `mcp-cost:increase:${asked.body.id}`,
        }),
      },
    ]);
    expect((await admission(PETRA)).body.message).toContain('asked for');

    const { id } = asked.body;
    expect((await decide(PETRA, id)).status).toBe(403);
    expect((await decide(FIONA, id)).status).toBe(403);
    expect((await decide(FRANK, id)).status).toBe(404);
    const granted = await decide(DORA, id);
    expect(granted.status).toBe(200);
    expect(granted.body).toMatchObject({
      state: 'granted',
      decidedBy: DORA,
      decisionReason: 'Go on',
      mayDecide: false,
    });
    expect(cost.notifications[1]).toMatchObject({
      recipients: { entityRef: [PETRA] },
      payload: { title: `Payments may spend $50.00 more in ${month()}` },
    });
    expect((await admission(PETRA)).body).toMatchObject({
      admitted: true,
      limitNanos: String(150n * UNIT),
    });
    const again = await decide(ADA, id, 'declined');
    expect(again.status).toBe(409);
    expect(again.text).toContain(`granted already by ${DORA}`);
  });

  it('lets one of two decide who do so at once', async () => {
    await setBudget(DORA);
    const { id } = (await askMore(PETRA)).body;
    const answers = await Promise.all([
      decide(DORA, id, 'granted'),
      decide(ADA, id, 'declined'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(cost.notifications).toHaveLength(2);
  });

  it('is asked for by members, once at a time, and withdrawn by who asked', async () => {
    expect((await askMore(PETRA)).status).toBe(409);
    await setBudget(DORA);
    expect((await askMore(DORA)).status).toBe(403);
    expect((await askMore(FRANK)).status).toBe(404);
    for (const body of [
      { amount: '0', reason: 'x' },
      { amount: '5', reason: '  ' },
    ]) {
      expect((await askMore(PETRA, body)).status).toBe(400);
    }
    const both = await Promise.all([askMore(PETRA), askMore(PETRA)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { id } = both.find(({ status }) => status === 201)!.body;
    expect((await cost.ask(DORA, 'DELETE', `/increases/${id}`)).status).toBe(
      403,
    );
    expect(
      (await cost.ask(PETRA, 'DELETE', `/increases/${id}`)).body,
    ).toMatchObject({ state: 'withdrawn' });
    expect((await decide(DORA, id)).status).toBe(409);
    expect((await askMore(PETRA)).status).toBe(201);
    const list = (who: string, query = '') =>
      cost.ask<CostPage<BudgetIncrease>>(who, 'GET', `/increases${query}`);
    expect((await list(PETRA)).body.items.map(({ state }) => state)).toEqual([
      'pending',
      'withdrawn',
    ]);
    expect((await list(FRANK)).body).toEqual({ items: [], totalItems: 0 });
    expect(
      (await list(DORA, '?state=pending&team=payments')).body.items,
    ).toEqual([expect.objectContaining({ mayDecide: true })]);
    expect(
      (await list(DORA, '?search=PAY&state=pending')).body.totalItems,
    ).toBe(1);
    expect((await list(DORA, '?search=logistics')).body.totalItems).toBe(0);
    expect((await list(DORA, '?state=none')).status).toBe(400);
  });

  it('never lets somebody decide on what they asked for', async () => {
    const OWN = '/teams/platform-engineering/budget';
    await cost.ask(ADA, 'PUT', OWN, { amount: '10' });
    const asked = await cost.ask<BudgetIncrease>(
      ADA,
      'POST',
      `${OWN}/increases`,
      { amount: '1', reason: 'More' },
    );
    expect(asked.status).toBe(201);
    expect((await decide(ADA, asked.body.id)).status).toBe(403);
  });

  it('lists teams in view, those nearest to their limit first', async () => {
    await setBudget(DORA);
    await cost.ask(DORA, 'PUT', '/teams/logistics/budget', { amount: '10' });
    await spend(knex, PAYMENTS, 50n * UNIT);
    await spend(knex, 'group:default/logistics', 9n * UNIT);
    const list = async (who: string, query = '') => {
      const { body } = await cost.ask<CostPage<BudgetStatus>>(
        who,
        'GET',
        `/budgets${query}`,
      );
      return {
        refs: body.items.map(({ teamRef }) => teamRef.split('/')[1]),
        totalItems: body.totalItems,
      };
    };
    expect(await list(DORA)).toEqual({
      refs: ['logistics', 'payments', 'engineering', 'payments-ledger'],
      totalItems: 4,
    });
    expect(await list(DORA, '?limit=1&offset=1')).toEqual({
      refs: ['payments'],
      totalItems: 4,
    });
    expect(await list(DORA, '?search=LOGI')).toEqual({
      refs: ['logistics'],
      totalItems: 1,
    });
    expect(await list(FRANK)).toEqual({ refs: ['logistics'], totalItems: 1 });
    expect((await list(FIONA)).totalItems).toBe(6);
  });
});
