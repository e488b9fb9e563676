import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { organisationServers } from '../../../dev/organisation';
import { FakeRegistry, fakeServer, NOW } from '../../../dev/registry';
import { renderRegistryPage, shownAddress } from '../../../dev/testing';
import { ServersPage } from './ServersPage';

const organisation = () =>
  new FakeRegistry({ servers: organisationServers(NOW) });

const renderPage = (registry: FakeRegistry, address = '/mcp-servers') =>
  renderRegistryPage(<ServersPage />, { registry, address });

const answer = () =>
  screen.getByRole('heading', { level: 2, name: /server/ }).textContent;

describe('ServersPage', () => {
  it('answers at the top how many servers there are and which want somebody', async () => {
    renderPage(organisation());
    await waitFor(() =>
      expect(answer()).toBe(
        '8 servers, 1 with a problem, 2 need attention, 1 without an owner',
      ),
    );
  });

  it('shows a server with owner, version, health, tools and dependents', async () => {
    renderPage(organisation());
    const row = await rowOf('Billing');
    expect(row).toHaveTextContent('Payments');
    expect(row).toHaveTextContent('2.4.1');
    expect(row).toHaveTextContent('Good');
    expect(within(row).getByRole('link', { name: 'Billing' })).toHaveAttribute(
      'href',
      '/mcp-servers/default/billing',
    );
  });

  it('flags an owner that the catalog does not know, and sample data', async () => {
    renderPage(organisation());
    const flagged = await rowOf('Growth experiments');
    expect(flagged).toHaveTextContent('No such teamgrowth-experiments');
    expect(flagged).not.toHaveTextContent('Sample');
    expect(await rowOf('Billing')).toHaveTextContent('Sample');
  });

  it('does not pretend to know the tools of a server that never answered', async () => {
    renderPage(organisation());
    expect(await rowOf('Growth experiments')).toHaveTextContent('unknown');
  });

  it('puts the search into the address and shows the tools that matched', async () => {
    const registry = organisation();
    renderPage(registry);
    await rowOf('Billing');
    await userEvent.type(screen.getByRole('searchbox'), 'dunning_status');
    await waitFor(() =>
      expect(shownAddress()).toBe('/mcp-servers?search=dunning_status'),
    );
    expect(
      await screen.findByRole('link', { name: 'get_dunning_status' }),
    ).toHaveAttribute(
      'href',
      '/mcp-servers/default/billing/contract?tool=get_dunning_status',
    );
    expect(await screen.findByText('1 server matches')).toBeInTheDocument();
    // One request for the words, not one for each letter.
    const searches = registry.calls.filter(
      ({ method, args }) =>
        method === 'listServers' && (args[0] as { search?: string }).search,
    );
    expect(searches).toHaveLength(1);
  });

  it('takes search, filters, sorting and page from the address', async () => {
    const registry = organisation();
    renderPage(
      registry,
      '/mcp-servers?search=b&health=good&health=nonsense&owner=group:default/payments&sort=tools&order=desc&page=2&pageSize=50',
    );
    await waitFor(() =>
      expect(registry.calls.map(call => call.method)).toContain('listServers'),
    );
    expect(
      registry.calls.find(call => call.method === 'listServers')?.args[0],
    ).toEqual({
      search: 'b',
      health: ['good'],
      owner: ['group:default/payments'],
      sort: 'tools',
      order: 'desc',
      limit: 50,
      offset: 50,
    });
  });

  it('filters by what the sentence at the top says', async () => {
    renderPage(organisation());
    await userEvent.click(
      await screen.findByRole('button', { name: '1 without an owner' }),
    );
    expect(shownAddress()).toBe('/mcp-servers?ownerExists=false');
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'Billing' })).toBeNull(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(shownAddress()).toBe('/mcp-servers');
  });

  it('offers each filter with counts', async () => {
    renderPage(organisation());
    await rowOf('Billing');
    await userEvent.click(screen.getByRole('button', { name: 'Health' }));
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Needs attention, 2' }),
    );
    expect(shownAddress()).toBe('/mcp-servers?health=attention');
  });

  it('keeps the rows when a newer answer fails, and can be retried', async () => {
    const registry = organisation();
    renderPage(registry);
    await rowOf('Billing');
    registry.failing.set('listServers', new Error('The database is away'));
    await userEvent.type(screen.getByRole('searchbox'), 'crm');
    expect(
      await screen.findByText('The servers could not be loaded'),
    ).toBeInTheDocument();
    expect(screen.getByText(/The database is away/)).toBeInTheDocument();
    expect(await rowOf('Billing')).toBeInTheDocument();
    expect(answer()).toBe('8 servers in the last good answer');

    registry.failing.clear();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(answer()).toBe('1 server matches, 1 with a problem'),
    );
    expect(screen.queryByText(/could not be loaded/)).toBeNull();
  });

  it('says how to add a server when there are none', async () => {
    renderPage(new FakeRegistry());
    expect(await screen.findByText('No MCP servers yet')).toBeInTheDocument();
    expect(
      screen.getByLabelText("An example of a server's entity"),
    ).toHaveTextContent('type: mcp-server');
    for (const link of screen.getAllByRole('link', {
      name: 'Create a server',
    })) {
      expect(link).toHaveAttribute('href', '/create');
    }
  });

  it('offers to clear the filters when nothing matches', async () => {
    renderPage(organisation(), '/mcp-servers?search=nothing-like-it');
    expect(await screen.findByText('No server matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the search and filters' }),
    );
    expect(shownAddress()).toBe('/mcp-servers');
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(await rowOf('Billing')).toBeInTheDocument();
  });

  it('opens a server from the keyboard', async () => {
    renderPage(organisation());
    const row = await rowOf('Billing');
    act(() => within(row).getAllByRole('gridcell')[2].focus());
    await userEvent.keyboard('{Enter}');
    expect(shownAddress()).toBe('/mcp-servers/default/billing');
  });

  it('asks for one page of many servers only', async () => {
    const registry = new FakeRegistry({
      servers: Array.from({ length: 300 }, (_, index) =>
        fakeServer({ name: `server-${index}` }),
      ),
    });
    renderPage(registry);
    expect(await screen.findByText('300 servers')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Go to next page' }),
    );
    expect(shownAddress()).toBe('/mcp-servers?page=2');
    await waitFor(() =>
      expect(registry.calls.at(-1)?.args[0]).toMatchObject({
        limit: 25,
        offset: 25,
      }),
    );
  });
});

async function rowOf(name: string): Promise<HTMLElement> {
  const link = await screen.findByRole('link', { name });
  return link.closest('[role="row"]') as HTMLElement;
}
