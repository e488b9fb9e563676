import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Reuse } from '@mcp-portal/plugin-mcp-cost-common';
import { BILLING, FakeCost, PAYMENTS, units } from '../../../dev/cost';
import { renderCostPage } from '../../../dev/testing';
import { ReuseSection } from './ReuseSection';

const OURS = { buildCost: '30000', runCostPerMonth: '500', months: 36 };

const reuse = (options: Partial<Reuse> = {}): Reuse => ({
  serverRef: BILLING.value,
  consumers: [
    {
      teamRef: PAYMENTS.value,
      title: 'Payments',
      calls: 1200,
      costNanos: units(30),
    },
    { teamRef: 'group:default/growth', calls: 3, costNanos: '0' },
  ],
  assumptions: OURS,
  tried: false,
  savedPerConsumerNanos: units(1333),
  savedNanos: units(1303),
  ...options,
});

const fake = (options: Partial<Reuse> = {}) =>
  new FakeCost({
    getReuse: async (_ref, { assumptions }) =>
      reuse({
        ...options,
        ...(assumptions ? { assumptions, tried: true } : {}),
      }),
  });

const renderSection = (cost: FakeCost) =>
  renderCostPage(
    <ReuseSection
      serverRef={BILLING.value}
      from="2026-11-01"
      to="2026-12-01"
    />,
    { cost },
  );

describe('ReuseSection', () => {
  it('says what sharing saves, who shares, and what it stands on', async () => {
    renderSection(fake());
    expect(await screen.findByText('$1,303')).toBeVisible();
    expect(screen.getByText('$1,333')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Payments' })).toBeVisible();
    expect(screen.getByLabelText(/To build it/)).toHaveValue('30000');
    expect(screen.getByText(/as the organisation assumes/)).toBeVisible();
  });

  it('tries other assumptions, and goes back', async () => {
    const cost = fake();
    renderSection(cost);
    const field = await screen.findByLabelText(/To build it/);
    await userEvent.clear(field);
    await userEvent.type(field, '1e9');
    expect(screen.getByRole('button', { name: 'Try' })).toBeDisabled();
    await userEvent.clear(field);
    await userEvent.type(field, '12000.50');
    await userEvent.click(screen.getByRole('button', { name: 'Try' }));
    expect(await screen.findByText(/what you try/)).toBeVisible();
    expect(cost.last('getReuse')?.[1]).toEqual({
      from: '2026-11-01',
      to: '2026-12-01',
      assumptions: { ...OURS, buildCost: '12000.50' },
    });
    await userEvent.click(screen.getByRole('button', { name: /Back to/ }));
    await waitFor(() =>
      expect(screen.getByLabelText(/To build it/)).toHaveValue('30000'),
    );
  });

  it('says so when nobody used it', async () => {
    renderSection(fake({ consumers: [] }));
    expect(
      await screen.findByText('No team used it in these days'),
    ).toBeVisible();
  });
});
