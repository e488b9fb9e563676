import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IdleResource } from '@mcp-portal/plugin-mcp-cost-common';
import { FakeCost } from '../../../dev/cost';
import { renderCostPage } from '../../../dev/testing';
import { IdlePage } from './IdlePage';

const server: IdleResource = {
  id: 'server:api:default/memory',
  kind: 'server',
  subject: 'api:default/memory',
  title: 'Memory',
  ownerRef: 'group:default/payments',
  lastUsedAt: '2026-09-01T00:00:00Z',
  idleSince: '2026-09-01T00:00:00Z',
  foundAt: '2026-11-21T00:00:00Z',
  costPerMonthNanos: '30000000000',
  savingPerMonthNanos: '30000000000',
  mayExempt: true,
};
const key: IdleResource = {
  ...server,
  id: 'key:1',
  kind: 'key',
  subject: '1',
  title: 'Old pipeline',
  lastUsedAt: undefined,
  costPerMonthNanos: undefined,
  savingPerMonthNanos: undefined,
  mayExempt: false,
};

function open(items: IdleResource[], address = '/mcp-costs/idle') {
  const cost = new FakeCost({
    listIdle: async () => ({
      items,
      totalItems: items.length,
      scannedAt: '2026-11-21T00:00:00Z',
      savingPerMonthNanos: '30000000000',
    }),
  });
  renderCostPage(<IdlePage />, { cost, address });
  return cost;
}

const rowOf = async (name: string) =>
  (await screen.findByText(name)).closest('tr')!;

describe('IdlePage', () => {
  it('says what could be saved, and tells unknown from nothing', async () => {
    open([server, key]);
    expect(await rowOf('Memory')).toHaveTextContent('$30.00');
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      '2 things lie idle; $30.00 a month could be saved',
    );
    expect(await rowOf('Old pipeline')).toHaveTextContent('Not known');
    expect(await rowOf('Old pipeline')).toHaveTextContent('Never');
  });

  it('exempts with a reason and an end, those who may', async () => {
    const cost = open([server, key]);
    expect(
      within(await rowOf('Old pipeline')).queryByRole('button'),
    ).toBeNull();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Exempt Memory' }),
    );
    const act = await screen.findByRole('button', { name: 'Exempt it' });
    expect(act).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why it is kept/ }),
      'Year-end only',
    );
    cost.answer({
      exemptIdle: async () => ({ reason: '', until: '', by: '', at: '' }),
    });
    await userEvent.click(act);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(cost.last('exemptIdle')?.slice(0, 2)).toEqual([
      server.id,
      {
        reason: 'Year-end only',
        until: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      },
    ]);
  });

  it('ends an exemption', async () => {
    const cost = open(
      [
        {
          ...server,
          exemption: {
            reason: 'Year-end only',
            until: '2026-12-31',
            by: 'user:default/amara',
            at: '2026-11-01T00:00:00Z',
          },
        },
      ],
      '/mcp-costs/idle?exempted=with',
    );
    expect(cost.last('listIdle')?.[0]).toMatchObject({ exempted: 'with' });
    expect(await rowOf('Memory')).toHaveTextContent(
      'Until 31 December 2026: Year-end only',
    );
    cost.answer({ removeIdleExemption: async () => undefined });
    await userEvent.click(
      screen.getByRole('button', { name: 'End the exemption of Memory' }),
    );
    await waitFor(() =>
      expect(cost.last('removeIdleExemption')?.[0]).toBe(server.id),
    );
  });

  it('says that nothing lies idle', async () => {
    open([]);
    expect(
      await screen.findByRole('heading', { name: 'Nothing lies idle' }),
    ).toBeInTheDocument();
  });
});
