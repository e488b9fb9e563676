import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  BILLING,
  FakeCost,
  measures,
  PAYMENTS,
  row,
  units,
} from '../../../dev/cost';
import { renderCostPage, shownAddress } from '../../../dev/testing';
import { BreakdownPage } from './BreakdownPage';

const AT = '/mcp-costs/breakdown';

function fake() {
  return new FakeCost({
    getBreakdown: async query => ({
      items: [
        row(query.by.length === 2 ? [PAYMENTS, BILLING] : [PAYMENTS], {
          measures: measures({ errors: 5, unpricedEvents: 3 }),
        }),
      ],
      totalItems: 60,
      total: measures({ costNanos: units(50) }),
      previousTotal: measures({ costNanos: units(100) }),
      sample: true,
    }),
    exportUsage: async () =>
      ({ blob: async () => new Blob(['a']) } as Response),
  });
}

const renderPage = (cost: FakeCost, query = '') =>
  renderCostPage(<BreakdownPage />, { cost, address: `${AT}${query}` });

describe('BreakdownPage', () => {
  it('shows each row with its share, its change, and the calls behind it', async () => {
    renderPage(fake());
    const found = (
      await screen.findByRole('link', { name: 'Payments' })
    ).closest('[role="row"]') as HTMLElement;
    expect(found).toHaveTextContent('Billing');
    expect(found).toHaveTextContent('$12.50+ 3 unpriced');
    expect(found).toHaveTextContent('25 %');
    expect(found).toHaveTextContent('up 25 %');
    expect(within(found).getByRole('link', { name: '5' })).toHaveAttribute(
      'href',
      '/mcp-costs/calls?team=group%3Adefault%2Fpayments&server=api%3Adefault%2Fbilling&outcome=error',
    );
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      '$50.00, this monthdown 50 % on as many days before60 rows',
    );
    expect(screen.getByText('Sample data')).toBeVisible();
  });

  it('takes all of its view from the address', async () => {
    const cost = fake();
    renderPage(
      cost,
      '?by=model&by=kind&by=tool&search=opus&sort=errorRate&order=asc&page=2&pageSize=50&environment=production',
    );
    await waitFor(() => expect(cost.last('getBreakdown')).toBeDefined());
    expect(cost.last('getBreakdown')?.[0]).toMatchObject({
      by: ['model', 'kind'],
      search: 'opus',
      sort: 'errorRate',
      order: 'asc',
      limit: 50,
      offset: 50,
      environment: ['production'],
      compare: true,
    });
  });

  it('begins at the first page of another question', async () => {
    renderPage(fake(), '?page=2');
    await screen.findByRole('link', { name: 'Payments' });
    await userEvent.type(screen.getByRole('searchbox'), 'pay');
    await waitFor(() => expect(shownAddress()).toBe(`${AT}?search=pay`));
  });

  it('turns pages and sorts on the server', async () => {
    renderPage(fake());
    await screen.findByRole('link', { name: 'Payments' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Go to next page' }),
    );
    expect(shownAddress()).toBe(`${AT}?page=2`);
    await userEvent.click(screen.getByRole('columnheader', { name: 'Calls' }));
    expect(shownAddress()).toBe(`${AT}?sort=calls`);
  });

  it('divides by one dimension or two, and swaps them', async () => {
    renderPage(fake());
    await screen.findByRole('link', { name: 'Payments' });
    await userEvent.click(screen.getByRole('button', { name: 'Swap the two' }));
    expect(shownAddress()).toBe(`${AT}?by=server&by=team`);
    await userEvent.click(screen.getByLabelText('and by'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Nothing else' }),
    );
    expect(shownAddress()).toBe(`${AT}?by=server`);
  });

  it('exports what is on screen', async () => {
    const cost = fake();
    URL.createObjectURL = jest.fn(() => 'blob:a');
    URL.revokeObjectURL = jest.fn();
    renderPage(cost, '?by=team&sort=calls');
    await screen.findByRole('link', { name: 'Payments' });
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /FOCUS/ }),
    );
    await waitFor(() =>
      expect(cost.last('exportUsage')).toEqual([
        'focus',
        expect.objectContaining({ by: ['team'], sort: 'calls' }),
      ]),
    );
    cost.failing.set('exportUsage', new Error('Too large'));
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^CSV/ }),
    );
    expect(
      await screen.findByText(/Nothing was exported: Too large/),
    ).toBeVisible();
  });

  it('keeps the rows when a newer answer fails', async () => {
    const cost = fake();
    renderPage(cost);
    await screen.findByRole('link', { name: 'Payments' });
    cost.failing.set('getBreakdown', new Error('The database is away'));
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    expect(
      await screen.findByText('The breakdown could not be loaded'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Payments' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      'in the last good answer',
    );
  });

  it('offers to take search and filters away where nothing matches', async () => {
    const cost = fake();
    cost.answer({
      getBreakdown: async () => ({
        items: [],
        totalItems: 0,
        total: measures({ events: 0, calls: 0, costNanos: '0' }),
        sample: false,
      }),
    });
    renderPage(cost, '?search=x&team=group:default/a&by=tool');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Clear the search and filters',
      }),
    );
    expect(shownAddress()).toBe(`${AT}?by=tool`);
  });
});
