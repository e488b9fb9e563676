import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  BreakdownQuery,
  CostOverview,
} from '@mcp-portal/plugin-mcp-cost-common';
import {
  BILLING,
  budgetStatus,
  FakeCost,
  measures,
  NO_MEASURES,
  overview,
  PAYMENTS,
  row,
  seriesAnswer,
  units,
} from '../../../dev/cost';
import { renderCostPage, shownAddress } from '../../../dev/testing';
import { CostsPage } from './CostsPage';

function fake(answer: Partial<CostOverview> = {}) {
  const rows = (query: BreakdownQuery) =>
    query.by[0] === 'server' ? [row(BILLING)] : [row(PAYMENTS)];
  return new FakeCost({
    getOverview: async () => overview(answer),
    getSeries: async () => seriesAnswer(),
    getBreakdown: async query => ({
      items: rows(query),
      totalItems: 60,
      total: measures({ costNanos: units(25) }),
      sample: false,
    }),
    getUnitCosts: async () => ({
      perCallNanos: '300000000',
      calls: 4000,
      successfulCalls: 3920,
      activeAgents: 0,
      costNanos: units(1204.5),
    }),
    listValues: async () => ({
      items: [PAYMENTS, { value: 'group:default/growth', known: true }],
      totalItems: 80,
    }),
  });
}

const renderPage = (cost: FakeCost, address = '/mcp-costs') =>
  renderCostPage(<CostsPage />, { cost, address });

async function tile(name: RegExp): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { level: 3, name });
  return heading.parentElement!;
}

describe('CostsPage', () => {
  it('answers in four numbers: spent, forecast, budget left, alerts', async () => {
    renderPage(fake());
    expect(await tile(/Spent, this month/)).toHaveTextContent(
      '$1,205up 18 % on 11–31 Oct 2026',
    );
    expect(await tile(/Forecast for November 2026/)).toHaveTextContent(
      '$1,800Between $1,700 and $1,950',
    );
    expect(await tile(/Budget left/)).toHaveTextContent(
      '$795.50of $2,000 for 1 teamAll within budget',
    );
    expect(await tile(/Open alerts/)).toHaveTextContent('0Nothing is open');
  });

  it('says whose budget is used up, and whose runs out next', async () => {
    const used = budgetStatus({ level: 'problem', runsOutOn: '2026-11-10' });
    const next = budgetStatus({
      teamRef: 'group:default/growth',
      title: 'Growth',
      level: 'attention',
      runsOutOn: '2026-11-28',
    });
    renderPage(
      fake({ budgets: [used, next], budgetLeftNanos: `-${units(100)}` }),
    );
    const budget = await tile(/Budget left/);
    expect(budget).toHaveTextContent('-$100.00');
    expect(budget).toHaveTextContent('1 budget is used up');
    expect(budget).toHaveTextContent('Growth: runs out on 28 Nov');
  });

  it('calls unknown what has no price, and does not make it zero', async () => {
    const total = measures({
      events: 7,
      unpricedEvents: 7,
      costNanos: '0',
    });
    renderPage(fake({ total }));
    expect(await tile(/Spent/)).toHaveTextContent('No price');
    expect(await screen.findByText(/7 events have no price/)).toBeVisible();
  });

  it('tells what could not be tied to a server, and leads there', async () => {
    renderPage(fake({ unattributed: measures({ events: 3 }) }));
    expect(
      await screen.findByText(/3 tool calls could not be tied/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /See what they say/ }),
    ).toHaveAttribute(
      'href',
      '/mcp-costs/calls?server=%28none%29&kind=tool-call',
    );
  });

  it('keeps period and filters in the address, and asks for them', async () => {
    const cost = fake();
    renderPage(
      cost,
      '/mcp-costs?period=90-days&team=group:default/payments&by=model',
    );
    await tile(/Spent, last 90 days/);
    expect(cost.last('getOverview')?.[0]).toMatchObject({
      team: ['group:default/payments'],
    });
    expect(cost.last('getSeries')?.[0]).toMatchObject({ by: 'model' });

    await userEvent.click(screen.getByRole('button', { name: 'Last 90 days' }));
    await userEvent.click(screen.getByRole('button', { name: 'Last month' }));
    expect(shownAddress()).toBe(
      '/mcp-costs?team=group%3Adefault%2Fpayments&by=model&period=last-month',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(shownAddress()).toBe('/mcp-costs?by=model&period=last-month');
  });

  it('takes days of one’s own, the last one included', async () => {
    const cost = fake();
    renderPage(cost);
    await tile(/Spent/);
    await userEvent.click(screen.getByRole('button', { name: 'This month' }));
    const first = screen.getByLabelText('First day (UTC)');
    const last = screen.getByLabelText('Last day');
    await userEvent.clear(first);
    await userEvent.type(first, '2026-09-05');
    await userEvent.clear(last);
    await userEvent.type(last, '2026-09-01');
    expect(screen.getByText('It is before the first.')).toBeVisible();
    await userEvent.clear(last);
    await userEvent.type(last, '2026-09-10');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show these days' }),
    );
    expect(shownAddress()).toBe('/mcp-costs?from=2026-09-05&to=2026-09-11');
    await tile(/Spent, 5–10 Sept 2026/);
  });

  it('narrows to values that are searched on the server', async () => {
    const cost = fake();
    renderPage(cost);
    await tile(/Spent/);
    await userEvent.click(screen.getByRole('button', { name: 'Team' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Filter by team',
    });
    expect(await within(dialog).findByText(/78 more are there/)).toBeVisible();
    await userEvent.type(within(dialog).getByRole('searchbox'), 'gro');
    await waitFor(() =>
      expect(cost.last('listValues')).toEqual([
        'team',
        expect.objectContaining({ search: 'gro', limit: 50 }),
        expect.anything(),
      ]),
    );
    await userEvent.click(await within(dialog).findByLabelText('growth'));
    expect(shownAddress()).toBe('/mcp-costs?team=group%3Adefault%2Fgrowth');
  });

  it('leads from a line of the chart, and from a day, to what is behind it', async () => {
    renderPage(fake());
    const legend = await screen.findByRole('list', { name: 'Teams' });
    expect(
      within(legend).getByRole('link', { name: 'Payments' }),
    ).toHaveAttribute(
      'href',
      '/mcp-costs/breakdown?team=group%3Adefault%2Fpayments&by=server&by=tool',
    );
    expect(legend).toHaveTextContent('Payments$12.00Other teams$1.00');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as a table' }),
    );
    const table = screen.getByRole('table', { name: 'Cost by day' });
    expect(within(table).getByRole('link', { name: '$7.00' })).toHaveAttribute(
      'href',
      '/mcp-costs/breakdown?from=2026-11-02&to=2026-11-03&team=group%3Adefault%2Fpayments&by=server&by=tool',
    );
  });

  it('keeps what works when a part fails, and tries it again', async () => {
    const cost = fake();
    cost.failing.set('getSeries', new Error('The sums are away'));
    renderPage(cost);
    expect(
      await screen.findByText('The chart could not be loaded'),
    ).toBeVisible();
    expect(await tile(/Spent/)).toHaveTextContent('$1,205');
    cost.failing.clear();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('list', { name: 'Teams' })).toBeVisible();
  });

  it('says to those who may not that they may not', async () => {
    const cost = fake();
    const refusal = new Error('Costs are for members of teams');
    refusal.name = 'NotAllowedError';
    cost.failing.set('getOverview', refusal);
    renderPage(cost);
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
  });

  it('says how to send usage when there has never been any', async () => {
    renderPage(fake({ total: NO_MEASURES, previous: NO_MEASURES }));
    expect(await screen.findByText('No usage yet')).toBeVisible();
    expect(
      screen.getByLabelText("What an agent's exporter needs"),
    ).toHaveTextContent('/api/mcp-cost/v1/traces');
  });

  it('tells nothing in these days from nothing at all, and from a filter too much', async () => {
    const cost = fake({ total: NO_MEASURES });
    const { unmount } = renderPage(cost);
    expect(
      await screen.findByText('Nothing was used in these days'),
    ).toBeVisible();
    unmount();
    renderPage(cost, '/mcp-costs?team=group:default/nobody');
    expect(await screen.findByText('Nothing matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the filters' }),
    );
    expect(shownAddress()).toBe('/mcp-costs');
  });

  it('says so when there is none to divide by, and when it is a sample', async () => {
    renderPage(fake({ sample: true }));
    expect(await screen.findByText('Sample data')).toBeVisible();
    const agent = (await screen.findByText('An active agent')).parentElement!;
    expect(agent).toHaveTextContent('No active agents');
  });
});
