import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Price,
  Repricing,
  UnpricedUsage,
} from '@mcp-portal/plugin-mcp-cost-common';
import { FakeCost } from '../../../dev/cost';
import { renderCostPage } from '../../../dev/testing';
import { PricesPage } from './PricesPage';

const repricing: Repricing = {
  id: 1,
  priceId: 2,
  state: 'done',
  from: '2026-11-01',
  events: 1200,
  done: 1200,
  costBeforeNanos: '0',
  costAfterNanos: '12000000000',
  by: 'user:default/amara',
  startedAt: '2026-11-20T00:00:00Z',
};
const prices: Price[] = [
  {
    id: 1,
    subject: { kind: 'tool-call', serverRef: 'api:default/billing' },
    amounts: { perUnit: '0.0025' },
    validFrom: '2026-01-01',
    validTo: '2026-11-01',
    source: 'config',
    createdBy: 'config',
    createdAt: '2026-01-01T00:00:00Z',
  },
  {
    id: 2,
    subject: { kind: 'model-tokens', model: 'claude-*' },
    amounts: { inputPerMillion: '3', outputPerMillion: '15' },
    validFrom: '2026-11-01',
    source: 'api',
    createdBy: 'user:default/amara',
    createdAt: '2026-11-20T00:00:00Z',
    note: 'New list prices',
    repricing,
  },
];

function open(
  options: { mayChange?: boolean; unpriced?: UnpricedUsage[] } = {},
) {
  const cost = new FakeCost({
    listPrices: async () => ({
      items: prices,
      totalItems: prices.length,
      mayChange: options.mayChange ?? true,
      currency: 'USD',
    }),
    listUnpriced: async () => options.unpriced ?? [],
    listRepricings: async () => ({ items: [repricing], totalItems: 1 }),
  });
  renderCostPage(<PricesPage />, { cost, address: '/mcp-costs/prices' });
  return cost;
}

const rowWith = async (text: RegExp) =>
  within(await screen.findByRole('region', { name: 'Prices' }))
    .getAllByRole('row')
    .find(row => text.test(row.textContent ?? ''))!;

describe('PricesPage', () => {
  it('says of each price how much, since when, and who set it', async () => {
    open();
    const billing = await rowWith(/billing/);
    expect(billing).toHaveTextContent('$0.0025a call');
    expect(billing).toHaveTextContent('1 January 2026 until 1 November 2026');
    expect(billing).toHaveTextContent('Configuration');
    expect(within(billing).queryByRole('button')).toBeNull();
    const model = await rowWith(/claude/);
    expect(model).toHaveTextContent('$3.00 in');
    expect(model).toHaveTextContent('New list prices');
    expect(model).toHaveTextContent('1,200 events, $0.00 became $12.00');
  });

  it('offers nothing to those who may not change prices', async () => {
    open({
      mayChange: false,
      unpriced: [
        {
          subject: { kind: 'unit', unit: 'page' },
          events: 7,
          since: '2026-11-02',
        },
      ],
    });
    await rowWith(/billing/);
    expect(screen.queryByRole('button', { name: /Set a price/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Take back/ })).toBeNull();
  });

  it('sets a price for what has none, and warns that the past changes', async () => {
    const cost = open({
      unpriced: [
        {
          subject: { kind: 'unit', unit: 'page' },
          events: 7,
          since: '2026-11-02T10:00:00Z',
        },
      ],
    });
    expect(
      await screen.findByText('2 prices, and 1 thing is used without one'),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Set a price of page' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByText(
        /Usage since 2 November 2026 will be priced again/,
      ),
    ).toBeInTheDocument();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Each/ }),
      '0.5',
    );
    expect(dialog).toHaveTextContent('1,000 of them cost $500.00.');
    cost.answer({ setPrice: async () => prices[0] });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Set it' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(cost.last('setPrice')?.[0]).toEqual({
      subject: { kind: 'unit', unit: 'page' },
      amounts: { perUnit: '0.5' },
      validFrom: '2026-11-02',
    });
  });

  it('takes a price back, after saying what that does', async () => {
    const cost = open();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Take back the price of claude-*',
      }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'as if this price had never been',
    );
    cost.answer({ deletePrice: async () => undefined });
    await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    await waitFor(() => expect(cost.last('deletePrice')?.[0]).toBe(2));
  });
});
