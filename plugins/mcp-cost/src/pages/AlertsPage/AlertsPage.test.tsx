import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Alert } from '@mcp-portal/plugin-mcp-cost-common';
import { NotAllowedError } from '@backstage/errors';
import { FakeCost } from '../../../dev/cost';
import { renderCostPage, shownAddress } from '../../../dev/testing';
import { AlertsPage } from './AlertsPage';

const anomaly: Alert = {
  id: '1',
  rule: 'cost-anomaly',
  tier: 'business',
  level: 'attention',
  teamRef: 'group:default/payments',
  title: 'Payments spends three times as much as usual',
  message: '$300.00 in 24 hours; 30 days average $100.00 a day.',
  advice: 'Look which agent it is.',
  link: '/mcp-costs/breakdown?team=group:default/payments',
  startedAt: '2026-11-20T08:00:00Z',
  facts: { spentNanos: '300000000000', factor: 2 },
};
const errors: Alert = {
  ...anomaly,
  id: '2',
  rule: 'error-rate',
  tier: 'infrastructure',
  level: 'problem',
  serverRef: 'api:default/billing',
  title: 'Billing fails',
  startedAt: '2026-11-20T05:00:00Z',
};

function open(alerts: Alert[], address = '/mcp-costs/alerts', failure?: Error) {
  const cost = new FakeCost({
    listAlerts: async () => ({ items: alerts, totalItems: alerts.length }),
  });
  if (failure) {
    cost.failing.set('listAlerts', failure);
  }
  renderCostPage(<AlertsPage />, { cost, address });
  return cost;
}

describe('AlertsPage', () => {
  it('shows by tier what is open, what to do, and the evidence', async () => {
    const cost = open([anomaly, errors]);
    expect(await screen.findByText('2 alerts open')).toBeInTheDocument();
    expect(cost.last('listAlerts')?.[0]).toMatchObject({ state: 'open' });
    expect(
      screen.getByRole('list', { name: 'Infrastructure alerts' }),
    ).toHaveTextContent('Billing fails');
    const business = screen.getByRole('list', { name: 'Business alerts' });
    expect(business).toHaveTextContent('What to do: Look which agent it is.');
    expect(
      screen.getByRole('link', {
        name: 'Evidence of: Payments spends three times as much as usual',
      }),
    ).toHaveAttribute('href', anomaly.link);
  });

  it('tells what was compared when somebody asks', async () => {
    open([anomaly]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'What was compared' }),
    );
    expect(screen.getByText('Spent')).toBeInTheDocument();
    expect(screen.getByText('$300.00')).toBeInTheDocument();
  });

  it('says how long one lasted that is over, and no longer what to do', async () => {
    open(
      [{ ...errors, resolvedAt: '2026-11-20T08:00:00Z' }],
      '/mcp-costs/alerts?state=resolved',
    );
    expect(await screen.findByText(/it lasted 3 hours/)).toBeInTheDocument();
    expect(screen.queryByText(/What to do/)).toBeNull();
  });

  it('keeps its filters in the address', async () => {
    const cost = open(
      [errors],
      '/mcp-costs/alerts?team=group:default/payments&rule=error-rate&rule=nonsense',
    );
    await screen.findByText('1 alert open');
    expect(cost.last('listAlerts')?.[0]).toMatchObject({
      team: ['group:default/payments'],
      rule: ['error-rate'],
      state: 'open',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Over' }));
    await waitFor(() => expect(shownAddress()).toContain('state=resolved'));
  });

  it('narrows to a tier by its rules, and lets go of a rule of the other', async () => {
    const cost = open(
      [anomaly],
      '/mcp-costs/alerts?tier=business&rule=error-rate',
    );
    await screen.findByText('1 alert open');
    expect(cost.last('listAlerts')?.[0]?.rule).toEqual([
      'budget-soft',
      'budget-hard',
      'cost-anomaly',
      'key-expiring',
      'idle',
    ]);
    expect(cost.last('listAlerts')?.[0]).not.toHaveProperty('tier');
  });

  it('is glad when nothing wants anybody to act', async () => {
    open([]);
    expect(
      await screen.findByText('Nothing wants you to act'),
    ).toBeInTheDocument();
  });

  it('tells what one may not see from what failed', async () => {
    open([], undefined, new NotAllowedError('Not yours'));
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.queryByText(/could not be loaded/)).toBeNull();
  });
});
