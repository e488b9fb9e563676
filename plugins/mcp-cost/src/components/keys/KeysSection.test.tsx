import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import type { ServiceKey } from '@mcp-portal/plugin-mcp-cost-common';
import { FakeCost, fakeKey } from '../../../dev/cost';
import { renderCostPage } from '../../../dev/testing';
import { KeysSection } from './KeysSection';

const TEAM = 'group:default/payments';
const SECRET = 'mcpk_1_secret-of-the-key';

function open(keys: ServiceKey[], failure?: Error) {
  const cost = new FakeCost({ listKeys: async () => keys });
  if (failure) {
    cost.failing.set('listKeys', failure);
  }
  renderCostPage(<KeysSection teamRef={TEAM} title="Payments" />, { cost });
  return cost;
}

describe('KeysSection', () => {
  it('shows each key with its state; those of the past on demand', async () => {
    open([
      fakeKey(),
      fakeKey({ id: '2', name: 'Pipeline', state: 'expiring' }),
      fakeKey({
        id: '3',
        name: 'Old',
        state: 'revoked',
        revokedAt: '2026-10-01T00:00:00Z',
      }),
    ]);
    const table = await screen.findByRole('region', {
      name: 'Service keys of Payments',
    });
    expect(table).toHaveTextContent('Ends soon');
    expect(table).not.toHaveTextContent('Old');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 1 key of the past' }),
    );
    expect(
      screen.getByRole('region', { name: 'Past service keys of Payments' }),
    ).toHaveTextContent('Revoked');
  });

  it('makes a key, and shows its secret exactly once', async () => {
    const cost = open([]);
    cost.answer({
      createKey: async () => ({ key: fakeKey(), secret: SECRET }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Make a key' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'Invoice clerk',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Make it' }));
    expect(
      await screen.findByRole('region', { name: 'Secret' }),
    ).toHaveTextContent(SECRET);
    expect(cost.last('createKey')?.slice(0, 2)).toEqual([
      TEAM,
      { name: 'Invoice clerk', scopes: ['ingest'], validDays: 90 },
    ]);
    expect(
      await screen.findByRole('region', { name: /OpenTelemetry/ }),
    ).toHaveTextContent('/v1/traces');

    // Neither Escape nor a hasty click may lose it.
    await userEvent.keyboard('{Escape}');
    const done = screen.getByRole('button', { name: 'Done' });
    expect(done).toBeDisabled();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'I have put it away' }),
    );
    await userEvent.click(done);
    await waitFor(() => expect(screen.queryByText(SECRET)).toBeNull());
  });

  it('refuses to make one that is valid for too long', async () => {
    open([]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Make a key' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'x',
    );
    const days = screen.getByRole('textbox', { name: /Valid for/ });
    await userEvent.clear(days);
    await userEvent.type(days, '91');
    expect(
      screen.getByText('A whole number from 1 to 90.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Make it' })).toBeDisabled();
  });

  it('revokes only after asking', async () => {
    const cost = open([fakeKey()]);
    cost.answer({ revokeKey: async () => fakeKey({ state: 'revoked' }) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for Invoice clerk' }),
    );
    await userEvent.click(screen.getByRole('menuitem', { name: 'Revoke…' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('It was never used.');
    expect(cost.last('revokeKey')).toBeUndefined();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Revoke it' }),
    );
    await waitFor(() => expect(cost.last('revokeKey')?.[0]).toBe('key-1'));
  });

  it('rotates with an overlap', async () => {
    const cost = open([fakeKey()]);
    cost.answer({
      rotateKey: async () => ({ key: fakeKey({ id: '2' }), secret: SECRET }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for Invoice clerk' }),
    );
    await userEvent.click(screen.getByRole('menuitem', { name: 'Rotate…' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Rotate it' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Secret' }),
    ).toHaveTextContent(SECRET);
    expect(cost.last('rotateKey')?.slice(0, 2)).toEqual([
      'key-1',
      { overlapDays: 7 },
    ]);
  });

  it('offers nothing for a key from the configuration', async () => {
    open([fakeKey({ createdBy: 'config', mayManage: false })]);
    expect(await screen.findByText('Configuration')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Actions for/ })).toBeNull();
  });

  it('is not there for those who may not see the team’s keys', async () => {
    const cost = open([], new NotAllowedError('Not yours'));
    await waitFor(() => expect(cost.asked).not.toEqual([]));
    await waitFor(() => expect(screen.queryByText('Service keys')).toBeNull());
  });
});
