import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import {
  BILLING,
  FakeCost,
  fakeBudget,
  fakeIncrease,
  NO_MEASURES,
  overview,
  PAYMENTS,
  row,
  seriesAnswer,
} from '../../dev/cost';
import { READER, renderCostPage } from '../../dev/testing';
import { AgentCost } from './AgentCost';
import { ServerCost } from './ServerCost';
import { TeamCost } from './TeamCost';

function fake(options: Partial<CostOverview> = {}) {
  const value = overview(options);
  return new FakeCost({
    getOverview: async () => value,
    getSeries: async () => seriesAnswer(),
    getBreakdown: async ({ by }) => ({
      items: [row(by[0] === 'server' ? BILLING : PAYMENTS)],
      totalItems: 1,
      total: value.total,
      sample: false,
    }),
    getUnitCosts: async () => ({
      calls: 1,
      successfulCalls: 1,
      activeAgents: 1,
      costNanos: '0',
    }),
    getReuse: async () => ({
      serverRef: BILLING.value,
      consumers: [],
      assumptions: { buildCost: '1', runCostPerMonth: '1', months: 1 },
      tried: false,
      savedPerConsumerNanos: '0',
      savedNanos: '0',
    }),
    listPrices: async () => ({
      items: [],
      totalItems: 0,
      mayChange: false,
      currency: 'USD',
    }),
    listAlerts: async () => ({ items: [], totalItems: 0 }),
    listKeys: async () => [],
    getBudget: async () => fakeBudget(),
    listIncreases: async () => ({ items: [], totalItems: 0 }),
  });
}

describe('the cost of a server', () => {
  const address = '/?period=30-days';

  it('is asked for of the server alone, and says what has no price', async () => {
    const cost = fake();
    renderCostPage(
      <ServerCost serverRef={BILLING.value} ownerRef={PAYMENTS.value} />,
      { cost, address },
    );
    expect(await screen.findByText('It has no price')).toBeInTheDocument();
    expect(
      await screen.findByText('Hosting, shared by use'),
    ).toBeInTheDocument();
    const filters = cost.asked
      .filter(({ method }) =>
        ['getOverview', 'getSeries', 'getBreakdown'].includes(method),
      )
      .map(({ args }) => (args[0] as { server?: string[] }).server);
    expect(filters.length).toBeGreaterThan(3);
    expect(filters).toEqual(filters.map(() => [BILLING.value]));
    expect(screen.queryByText(/use by your teams only/)).toBeNull();
  });

  it('tells those who do not own it that they see their own part', async () => {
    renderCostPage(
      <ServerCost serverRef={BILLING.value} ownerRef={PAYMENTS.value} />,
      {
        cost: fake({ sees: { all: false, teams: ['group:default/support'] } }),
        address,
      },
    );
    expect(
      await screen.findByText(/use by your teams only/),
    ).toBeInTheDocument();
  });

  it('tells its owner no such thing', async () => {
    renderCostPage(
      <ServerCost serverRef={BILLING.value} ownerRef={PAYMENTS.value} />,
      {
        cost: fake({ sees: { all: false, teams: [PAYMENTS.value] } }),
        address,
      },
    );
    expect(await screen.findByText('It has no price')).toBeInTheDocument();
    expect(screen.queryByText(/use by your teams only/)).toBeNull();
  });

  it('says what would be here when nobody used it', async () => {
    renderCostPage(<ServerCost serverRef={BILLING.value} />, {
      cost: fake({ total: NO_MEASURES, previous: NO_MEASURES }),
      address,
    });
    expect(
      await screen.findByText('No usage in these days'),
    ).toBeInTheDocument();
  });
});

describe('the cost of an agent', () => {
  it('tells those who may see nothing of it that there may be something', async () => {
    renderCostPage(
      <AgentCost
        agentRef="component:default/clerk"
        ownerRef={PAYMENTS.value}
      />,
      {
        cost: fake({
          total: NO_MEASURES,
          previous: NO_MEASURES,
          sees: { all: false, teams: ['group:default/support'] },
        }),
        address: '/',
      },
    );
    expect(
      await screen.findByText('No usage that you may see'),
    ).toBeInTheDocument();
  });

  it('is divided by server and model', async () => {
    renderCostPage(<AgentCost agentRef="component:default/clerk" />, {
      cost: fake(),
      address: '/',
    });
    expect(await screen.findByText('By server')).toBeInTheDocument();
    expect(screen.getByText('By model')).toBeInTheDocument();
    expect(screen.getByText('80 failed, 2 %')).toBeInTheDocument();
  });
});

describe('the cost of a team', () => {
  it('lets the team ask for more, with an amount and a reason', async () => {
    const cost = fake();
    renderCostPage(<TeamCost teamRef={PAYMENTS.value} title="Payments" />, {
      cost,
      address: '/',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask for an increase' }),
    );
    const dialog = await screen.findByRole('dialog');
    const ask = within(dialog).getByRole('button', { name: 'Ask for it' });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /How much more/ }),
      '0',
    );
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Why/ }),
      'Year-end',
    );
    expect(ask).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /How much more/ }),
      '.5',
    );
    cost.answer({ askIncrease: async () => fakeIncrease() });
    await userEvent.click(ask);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(cost.last('askIncrease')?.slice(0, 2)).toEqual([
      PAYMENTS.value,
      { amount: '0.5', reason: 'Year-end' },
    ]);
  });

  it('lets who asked for an increase take it back, and nobody else', async () => {
    const cost = fake();
    cost.answer({
      listIncreases: async () => ({
        items: [
          fakeIncrease({ askedBy: READER }),
          fakeIncrease({ id: 'increase-2', askedBy: 'user:default/noor' }),
        ],
        totalItems: 2,
      }),
      withdrawIncrease: async () => fakeIncrease({ state: 'withdrawn' }),
    });
    renderCostPage(<TeamCost teamRef={PAYMENTS.value} title="Payments" />, {
      cost,
      address: '/',
    });
    // One button, though two wait.
    await userEvent.click(
      await screen.findByRole('button', { name: /^Withdraw the increase/ }),
    );
    await waitFor(() =>
      expect(cost.last('withdrawIncrease')?.[0]).toBe('increase-1'),
    );
  });

  it('of a department is that of the teams below it too, divided by them', async () => {
    const below = ['group:default/ledger', 'group:default/payouts'];
    const cost = fake({
      sees: { all: false, teams: [PAYMENTS.value, ...below] },
    });
    renderCostPage(
      <TeamCost teamRef={PAYMENTS.value} title="Payments" below={below} />,
      { cost, address: '/' },
    );
    expect(
      await screen.findByText(
        'This is the usage of the team itself and of 2 teams below it.',
      ),
    ).toBeInTheDocument();
    expect(await screen.findByText('By team')).toBeInTheDocument();
    for (const method of ['getOverview', 'getSeries', 'listAlerts'] as const) {
      expect(cost.last(method)?.[0]).toMatchObject({
        team: [PAYMENTS.value, ...below],
      });
    }
    expect(cost.last('getBudget')?.[0]).toBe(PAYMENTS.value);
  });

  it('of a department is told as a part to those who see a part', async () => {
    const below = ['group:default/ledger', 'group:default/payouts'];
    renderCostPage(<TeamCost teamRef={PAYMENTS.value} below={below} />, {
      cost: fake({ sees: { all: false, teams: ['group:default/ledger'] } }),
      address: '/',
    });
    expect(
      await screen.findByText(
        'This is the usage of your part of it: 1 team of 3.',
      ),
    ).toBeInTheDocument();
  });

  it('says on which day the money runs out, in words too', async () => {
    const cost = fake();
    cost.answer({
      getBudget: async () => fakeBudget({ runsOutOn: '2026-11-24' }),
    });
    renderCostPage(<TeamCost teamRef={PAYMENTS.value} />, {
      cost,
      address: '/',
    });
    expect(
      await screen.findByRole('img', {
        name: 'Of $100.00, $40.00 is spent. It runs out on 24 November 2026 if it goes on like this.',
      }),
    ).toBeInTheDocument();
  });

  it('offers a budget to those who may set one', async () => {
    const cost = fake();
    cost.answer({
      getBudget: async () =>
        fakeBudget({
          budget: undefined,
          limitNanos: undefined,
          level: 'unknown',
          may: { set: true, ask: true, decide: true },
        }),
    });
    renderCostPage(<TeamCost teamRef={PAYMENTS.value} />, {
      cost,
      address: '/',
    });
    expect(await screen.findByText('No budget is set')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Set a budget' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Ask for an increase' }),
    ).toBeNull();
  });
});
