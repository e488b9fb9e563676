import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CallPage } from '@mcp-portal/plugin-mcp-cost-common';
import { call, FakeCost } from '../../../dev/cost';
import { renderCostPage, shownAddress } from '../../../dev/testing';
import { CallsPage } from './CallsPage';

const AT = '/mcp-costs/calls';

const fake = (page: Partial<CallPage> = {}) =>
  new FakeCost({
    listCalls: async ({ cursor }) =>
      cursor
        ? { items: [call({ key: 'b', tool: 'older' })], keptFrom: '2026-08-01' }
        : { items: [call()], keptFrom: '2026-08-01', ...page },
  });

const renderPage = (cost: FakeCost, query = '') =>
  renderCostPage(<CallsPage />, { cost, address: `${AT}${query}` });

async function rowOf(name: string): Promise<HTMLElement> {
  return (await screen.findByRole('button', { name })).closest('tr')!;
}

describe('CallsPage', () => {
  it('shows what was called, by whom, how it went and what it cost', async () => {
    renderPage(fake());
    const found = await rowOf('create_invoice');
    expect(found).toHaveTextContent('billing');
    expect(found).toHaveTextContent('invoice-clerkpayments, production');
    expect(found).toHaveTextContent('Went well');
    expect(found).toHaveTextContent('184 ms');
    expect(found).toHaveTextContent('$0.000015');
    expect(found).toHaveTextContent('0af76519');
  });

  it('tells no price from a price of zero, and an error by its word', async () => {
    renderPage(
      fake({
        items: [
          call({ key: '1', tool: 'free', costNanos: '0' }),
          call({
            key: '2',
            tool: 'unpriced',
            costNanos: undefined,
            outcome: 'error',
            errorType: 'timeout',
          }),
        ],
      }),
    );
    expect(await rowOf('free')).toHaveTextContent('$0.00');
    const unpriced = await rowOf('unpriced');
    expect(unpriced).toHaveTextContent('No price');
    expect(unpriced).toHaveTextContent('timeout');
  });

  it('shows what an unattributed call said of its server', async () => {
    renderPage(
      fake({ items: [call({ serverRef: undefined, serverHint: 'bill-srv' })] }),
    );
    expect(await rowOf('create_invoice')).toHaveTextContent(
      'Unattributed: bill-srv',
    );
  });

  it('opens a call for all that is known of it', async () => {
    renderPage(fake());
    await userEvent.click(
      await screen.findByRole('button', { name: 'create_invoice' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'create_invoice',
    });
    expect(dialog).toHaveTextContent('2026-11-20 10:00:00.000');
    expect(
      within(dialog).getByText(/trace_id=0af7651916cd43dd8448eb211c80319c/),
    ).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('filters by how they went, in the address', async () => {
    const cost = fake();
    renderPage(cost);
    await rowOf('create_invoice');
    await userEvent.click(screen.getByRole('button', { name: 'Errors' }));
    expect(shownAddress()).toBe(`${AT}?outcome=error`);
    await waitFor(() =>
      expect(cost.last('listCalls')?.[0]).toMatchObject({ outcome: 'error' }),
    );
  });

  it('goes on with older calls, and says when that fails', async () => {
    const cost = fake({ nextCursor: 'next' });
    renderPage(cost);
    const more = await screen.findByRole('button', {
      name: 'Show older calls',
    });
    cost.failing.set('listCalls', new Error('Away'));
    await userEvent.click(more);
    expect(
      await screen.findByText(/next calls could not be loaded: Away/),
    ).toBeVisible();
    cost.failing.clear();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show older calls' }),
    );
    await rowOf('older');
    expect(await rowOf('create_invoice')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Show older calls' }),
    ).toBeNull();
  });

  it('says that older calls are in the sums only', async () => {
    renderPage(
      fake({ keptFrom: '2026-11-10' }),
      '?from=2026-10-01&to=2026-11-20',
    );
    expect(
      await screen.findByText(/kept from 10 November 2026 on/),
    ).toBeVisible();
  });
});
