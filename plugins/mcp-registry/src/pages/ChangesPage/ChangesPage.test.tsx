import type { McpRegistryApi } from '@mcp-portal/plugin-mcp-registry-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  organisationAgents,
  organisationServers,
  versionAgents,
} from '../../../dev/organisation';
import { FakeRegistry, minutesAgo } from '../../../dev/registry';
import { renderRegistryPage, shownAddress } from '../../../dev/testing';
import { ChangesRouter } from './ChangesRouter';
import { changesByDay } from './days';

const now = new Date();

function renderAt(address: string, failing?: { method: keyof McpRegistryApi }) {
  const registry = new FakeRegistry({
    servers: organisationServers(now),
    agents: [...organisationAgents, ...versionAgents],
  });
  if (failing) {
    registry.failing.set(failing.method, new Error('The database is away'));
  }
  renderRegistryPage(<ChangesRouter />, {
    registry,
    address,
    mountPath: '/mcp-changes/*',
  });
  return registry;
}

describe('ChangesPage', () => {
  it('answers what changed this week, and leads to what it counts', async () => {
    renderAt('/mcp-changes');
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
        '4 versions in the last 7 days, 1 breaking; 2 about to be removed; 2 servers drift',
      ),
    );
    expect(
      screen.getByRole('link', { name: '2 about to be removed' }),
    ).toHaveAttribute('href', '/mcp-changes/removals');
    expect(await screen.findByRole('link', { name: '2.4.1' })).toHaveAttribute(
      'href',
      '/mcp-servers/default/billing/versions/2.4.1',
    );
  });

  it('takes class, owner, search and period from the address', async () => {
    const registry = renderAt(
      '/mcp-changes?class=breaking&owner=group:default/payments&search=bill&period=90',
    );
    expect(
      await screen.findByText(/The gate was overruled/),
    ).toBeInTheDocument();
    const asked = registry.calls.filter(call => call.method === 'listChanges');
    expect(asked.map(call => call.args[0])).toContainEqual(
      expect.objectContaining({
        class: ['breaking'],
        owner: ['group:default/payments'],
        search: 'bill',
        from: expect.stringMatching(/T00:00:00\.000Z$/),
      }),
    );
  });

  it('says of each version what became of it', async () => {
    renderAt('/mcp-changes?period=all&search=bill');
    const reason = await screen.findByText(/It kept card numbers in its log/);
    expect(reason).toHaveTextContent(/^Deleted\./);
    expect(
      within(reason.closest('li') as HTMLElement).getByRole('link', {
        name: '1.0.0',
      }),
    ).toBeInTheDocument();
  });

  it('says when this week can’t be counted, and counts it again', async () => {
    const registry = renderAt('/mcp-changes/removals', {
      method: 'listChanges',
    });
    expect(
      await screen.findByText('This week’s changes could not be loaded'),
    ).toBeInTheDocument();
    registry.failing.clear();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText(/4 versions in the last 7 days/),
    ).toBeInTheDocument();
  });

  it('offers to look further back when nothing matches', async () => {
    renderAt('/mcp-changes?search=no-such-server');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Clear the search and filters',
      }),
    );
    expect(shownAddress()).toBe('/mcp-changes');
  });

  it('says what is about to be removed, when, and who is still on it', async () => {
    renderAt('/mcp-changes/removals');
    const table = await screen.findByRole('region', {
      name: 'About to be removed',
    });
    const row = within(table)
      .getByRole('link', { name: '1.2.0' })
      .closest('tr') as HTMLElement;
    expect(row).toHaveTextContent('in 24 days');
    expect(row).toHaveTextContent('Data Platform 1');
    expect(row).toHaveTextContent('Use 2.4.1');
  });

  it('lists the servers that drift, the acknowledged ones too', async () => {
    renderAt('/mcp-changes/drift');
    const table = await screen.findByRole('region', { name: 'Drift' });
    expect(
      within(table).getByText('Filesystem').closest('tr'),
    ).toHaveTextContent('Open');
    expect(
      within(table).getByText('Feature store').closest('tr'),
    ).toHaveTextContent('Acknowledged');
  });

  it('says what failed and tries again', async () => {
    const registry = renderAt('/mcp-changes/drift');
    await screen.findByRole('region', { name: 'Drift' });
    registry.failing.set('listChanges', new Error('The database is away'));
    await userEvent.click(screen.getByRole('tab', { name: 'Published' }));
    expect(
      await screen.findByText('The changes could not be loaded'),
    ).toBeInTheDocument();
    registry.failing.clear();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: '2.4.1' }),
    ).toBeInTheDocument();
  });
});

describe('changesByDay', () => {
  it('puts changes under the day on which they were published', () => {
    const at = new Date('2026-11-21T12:00:00');
    const change = (hours: number) =>
      ({ publishedAt: minutesAgo(hours * 60, at) } as Parameters<
        typeof changesByDay
      >[0][number]);
    expect(
      changesByDay([change(1), change(2), change(24), change(72)], at).map(
        ({ title, changes }) => [title, changes.length],
      ),
    ).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
      ['Wednesday, 18 November 2026', 1],
    ]);
  });
});
