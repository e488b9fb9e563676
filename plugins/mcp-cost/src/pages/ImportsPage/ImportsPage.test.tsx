import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FocusImport } from '@mcp-portal/plugin-mcp-cost-common';
import { FakeCost } from '../../../dev/cost';
import { renderCostPage } from '../../../dev/testing';
import { ImportsPage } from './ImportsPage';

const done: FocusImport = {
  id: '1',
  fileName: 'october.csv',
  state: 'done',
  version: '1.2',
  bytesRead: 4000,
  bytesTotal: 4000,
  rowsRead: 12,
  rowsAccepted: 10,
  rowsRefused: 2,
  refusals: [
    { line: 4, message: 'BilledCost is "x", which is no number.' },
    { line: 9, message: 'ChargePeriodStart is missing.' },
  ],
  periods: [
    {
      provider: 'Example Cloud',
      start: '2026-10-01T00:00:00Z',
      end: '2026-11-01T00:00:00Z',
      replaced: true,
    },
  ],
  costNanos: '123000000000',
  unattributedNanos: '0',
  by: 'user:default/amara',
  startedAt: '2026-11-20T00:00:00Z',
  finishedAt: '2026-11-20T00:02:00Z',
};

function open(imports: FocusImport[]) {
  const cost = new FakeCost({
    listFocusImports: async () => ({
      items: imports,
      totalItems: imports.length,
    }),
  });
  renderCostPage(<ImportsPage />, { cost, address: '/mcp-costs/imports' });
  return cost;
}

describe('ImportsPage', () => {
  it('says what was taken, what it replaced, and why lines were refused', async () => {
    open([done]);
    expect(await screen.findByText('october.csv')).toBeInTheDocument();
    expect(screen.getByText('$123.00')).toBeInTheDocument();
    expect(
      screen.getByText(/it took the place of an earlier import/),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Why 2 lines were refused' }),
    );
    expect(
      screen.getByText('ChargePeriodStart is missing.'),
    ).toBeInTheDocument();
  });

  it('shows how far one is, and goes on looking until it is done', async () => {
    jest.useFakeTimers();
    try {
      const cost = open([
        {
          ...done,
          state: 'reading',
          bytesRead: 1000,
          finishedAt: undefined,
          refusals: [],
        },
      ]);
      expect(
        await screen.findByRole('progressbar', {
          name: 'Reading october.csv',
        }),
      ).toHaveAttribute('aria-valuenow', '25');
      cost.answer({
        listFocusImports: async () => ({ items: [done], totalItems: 1 }),
      });
      await jest.advanceTimersByTimeAsync(2500);
      expect(await screen.findByText('Done')).toBeInTheDocument();
      const { length } = cost.asked;
      await jest.advanceTimersByTimeAsync(10_000);
      expect(cost.asked).toHaveLength(length);
    } finally {
      jest.useRealTimers();
    }
  });

  it('sends a file that was chosen, and says why it was not taken', async () => {
    const cost = open([]);
    cost.failing.set('importFocus', new Error('It has no column BilledCost'));
    const file = new File(['a,b'], 'november.csv', { type: 'text/csv' });
    await userEvent.upload(await screen.findByLabelText('Choose a bill'), file);
    expect(
      await screen.findByText(
        'The bill was not taken: It has no column BilledCost',
      ),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(cost.last('importFocus')?.slice(0, 2)).toEqual([
        file,
        { fileName: 'november.csv' },
      ]),
    );
  });

  it('says that a failed one changed nothing', async () => {
    open([{ ...done, state: 'failed', error: 'The file ends in a quote' }]);
    expect(
      await screen.findByText(/what was there before stays: The file ends/),
    ).toBeInTheDocument();
  });
});
