import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  BudgetIncrease,
  BudgetStatus,
} from '@mcp-portal/plugin-mcp-cost-common';
import { FakeCost, fakeBudget, fakeIncrease } from '../../../dev/cost';
import { renderCostPage, shownAddress } from '../../../dev/testing';
import { BudgetsPage } from './BudgetsPage';

const over = fakeBudget({
  teamRef: 'group:default/logistics',
  title: 'Logistics',
  level: 'problem',
  usedShare: 1.2,
  spentNanos: '120000000000',
  runsOutOn: '2026-11-18',
  may: { set: true, ask: true, decide: true },
});
const withoutBudget = fakeBudget({
  teamRef: 'group:default/new-team',
  title: undefined,
  budget: undefined,
  limitNanos: undefined,
  usedShare: undefined,
  level: 'unknown',
});

function open(
  budgets: BudgetStatus[],
  increases: BudgetIncrease[] = [],
  address = '/mcp-costs/budgets',
  failure?: Error,
) {
  const cost = new FakeCost({
    listBudgets: async () => ({ items: budgets, totalItems: budgets.length }),
    listIncreases: async () => ({
      items: increases,
      totalItems: increases.length,
    }),
  });
  if (failure) {
    cost.failing.set('listBudgets', failure);
  }
  renderCostPage(<BudgetsPage />, { cost, address });
  return cost;
}

const rowOf = async (name: string) =>
  (await screen.findByRole('link', { name })).closest('tr')!;

describe('BudgetsPage', () => {
  it('says whose money is gone, and when it runs out', async () => {
    open([over, fakeBudget(), withoutBudget]);
    expect(
      await screen.findByText('1 team has used up the budget'),
    ).toBeInTheDocument();
    const row = await rowOf('Logistics');
    expect(row).toHaveTextContent('Used up, new work is blocked');
    expect(row).toHaveTextContent('18 Nov');
    expect(
      within(row).getByRole('progressbar', { name: 'Budget of Logistics' }),
    ).toHaveAttribute('aria-valuetext', '120 % used');
    expect(await rowOf('Payments')).toHaveTextContent('Lasts');
  });

  it('tells a team without a budget from one that spent nothing', async () => {
    open([withoutBudget, fakeBudget({ spentNanos: '0', usedShare: 0 })]);
    expect(await rowOf('new-team')).toHaveTextContent('No budget');
    expect(await rowOf('new-team')).toHaveTextContent('None');
    expect(await rowOf('Payments')).toHaveTextContent('$0.00');
  });

  it('lets those set a budget who may, and no one else', async () => {
    const cost = open([over, fakeBudget()]);
    await rowOf('Payments');
    expect(
      screen.queryByRole('button', { name: 'Change the budget of Payments' }),
    ).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Change the budget of Logistics' }),
    );
    const dialog = await screen.findByRole('dialog');
    const amount = within(dialog).getByRole('textbox', { name: /Each month/ });
    expect(amount).toHaveValue('100');
    await userEvent.clear(amount);
    await userEvent.type(amount, '1,500');
    const change = within(dialog).getByRole('button', { name: 'Change it' });
    expect(change).toBeDisabled();
    await userEvent.clear(amount);
    await userEvent.type(amount, '1500.50');
    cost.answer({ setBudget: async () => over });
    await userEvent.click(change);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(cost.last('setBudget')?.slice(0, 2)).toEqual([
      'group:default/logistics',
      { amount: '1500.50', softThreshold: 0.8, blocks: true },
    ]);
  });

  it('puts on top what waits for the reader, and decides it in place', async () => {
    const cost = open(
      [over],
      [
        fakeIncrease({ mayDecide: true }),
        fakeIncrease({ id: 'increase-2', title: 'Identity' }),
      ],
    );
    const mine = await screen.findByRole('list', {
      name: 'Increases that wait for your decision',
    });
    expect(mine).toHaveTextContent('$25.00 more');
    expect(mine).toHaveTextContent('The year-end run');
    expect(
      screen.getByRole('list', { name: 'Increases that wait for others' }),
    ).toHaveTextContent('Identity');
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Decline the increase for Payments',
      }),
    );
    const decline = await screen.findByRole('button', { name: 'Decline it' });
    expect(decline).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why not/ }),
      'Not this year',
    );
    cost.answer({ decideIncrease: async () => fakeIncrease() });
    await userEvent.click(decline);
    await waitFor(() =>
      expect(cost.last('decideIncrease')?.slice(0, 2)).toEqual([
        'increase-1',
        { decision: 'declined', reason: 'Not this year' },
      ]),
    );
  });

  it('keeps what was typed when a decision fails', async () => {
    const cost = open([over], [fakeIncrease({ mayDecide: true })]);
    cost.failing.set('decideIncrease', new Error('The database is away'));
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Grant the increase for Payments',
      }),
    );
    const word = await screen.findByRole('textbox', { name: /A word/ });
    await userEvent.type(word, 'Fine');
    await userEvent.click(screen.getByRole('button', { name: 'Grant it' }));
    expect(
      await screen.findByText('It was not decided: The database is away'),
    ).toBeInTheDocument();
    expect(word).toHaveValue('Fine');
  });

  it('searches in the address, and says that nothing matches', async () => {
    const cost = open([], [], '/mcp-costs/budgets?search=xyz');
    expect(await screen.findByText('No team matches')).toBeInTheDocument();
    expect(cost.last('listBudgets')?.[0]).toMatchObject({ search: 'xyz' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all teams' }),
    );
    await waitFor(() => expect(shownAddress()).toBe('/mcp-costs/budgets'));
  });

  it('says what failed and tries again', async () => {
    const cost = open(
      [fakeBudget()],
      [],
      undefined,
      new Error('The database is away'),
    );
    expect(
      await screen.findByText('The budgets could not be loaded'),
    ).toBeInTheDocument();
    cost.failing.clear();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowOf('Payments')).toBeInTheDocument();
  });
});
