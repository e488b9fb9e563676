import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  organisationAgents,
  organisationServers,
} from '../../../dev/organisation';
import { FakeRegistry, NOW } from '../../../dev/registry';
import { renderRegistryPage, shownAddress } from '../../../dev/testing';
import { ServersRouter } from '../ServersRouter';

const organisation = () =>
  new FakeRegistry({
    servers: organisationServers(NOW),
    agents: organisationAgents,
  });

const renderPage = (registry: FakeRegistry, path: string) =>
  renderRegistryPage(<ServersRouter />, {
    registry,
    address: `/mcp-servers/default/${path}`,
    mountPath: '/mcp-servers/*',
  });

describe('ServerPage', () => {
  it('says what the server is for, whose it is and how it is', async () => {
    renderPage(organisation(), 'billing');
    expect(
      await screen.findByRole('heading', { name: 'Billing' }),
    ).toBeInTheDocument();
    const fact = (name: string) =>
      screen.getAllByText(name, { selector: 'dt' })[0].parentElement;
    expect(fact('Owner')).toHaveTextContent('Payments');
    expect(fact('Latest version')).toHaveTextContent('2.4.1');
    expect(fact('Trust')).toHaveTextContent('Internal');
    expect(fact('Data')).toHaveTextContent('Confidential data');
    expect(
      screen.getByRole('link', { name: /Who is on call/ }),
    ).toHaveAttribute('href', 'https://oncall.example.com/payments');
    expect(screen.getByText('Sample data')).toBeInTheDocument();
    expect(screen.getByText('Good.')).toBeInTheDocument();
    await waitFor(() => expect(document.title).toMatch(/^Billing \|/));
  });

  it('says why it was made and from what, where that is known', async () => {
    const registry = organisation();
    const [billing] = registry.servers;
    billing.detail = {
      ...billing.detail,
      whyNew: 'Ledger has no <b>export</b>.',
      createdFrom: 'mcp-server-typescript@1',
    };
    renderPage(registry, 'billing');
    expect(
      await screen.findByText('Ledger has no <b>export</b>.'),
    ).toHaveTextContent(/^Why it was made, although others come close: Ledger/);
    expect(screen.getByText('mcp-server-typescript@1')).toBeInTheDocument();
  });

  it('says nothing of it elsewhere', async () => {
    renderPage(organisation(), 'billing');
    await screen.findByRole('heading', { name: 'Billing' });
    expect(screen.queryByText(/Why it was made/)).not.toBeInTheDocument();
    expect(screen.queryByText('Made from')).not.toBeInTheDocument();
  });

  it('flags an owner that does not exist', async () => {
    renderPage(organisation(), 'growth-experiments');
    expect(
      await screen.findByText('No such team: growth-experiments'),
    ).toBeInTheDocument();
  });

  it('says of when the contract is, and why, when the newest attempt failed', async () => {
    renderPage(organisation(), 'incidents');
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent(/^The contract shown here is from/);
    expect(note).toHaveTextContent('the server wants a credential');
    expect(within(note).getByTitle(/2026/)).toBeInTheDocument();
  });

  it('keeps the tab in the address', async () => {
    renderPage(organisation(), 'billing');
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Contract (5 tools)' }),
    );
    expect(shownAddress()).toBe('/mcp-servers/default/billing/contract');
    expect(
      await screen.findByRole('article', { name: 'Tool create_invoice' }),
    ).toBeInTheDocument();
  });

  it('shows who uses it, with versions, tools and what is missing', async () => {
    renderPage(organisation(), 'billing/dependents');
    expect(
      await screen.findByText('2 agents of 2 teams use it.'),
    ).toBeInTheDocument();
    const row = screen
      .getByRole('link', { name: 'Invoice clerk' })
      .closest('tr') as HTMLElement;
    expect(row).toHaveTextContent('Declared in the catalog');
    expect(row).toHaveTextContent('^2.3.0');
    expect(row).toHaveTextContent('One of them does not exist');
    expect(
      within(row).getByRole('link', { name: 'create_invoice' }),
    ).toHaveAttribute(
      'href',
      '/mcp-servers/default/billing/contract?tool=create_invoice',
    );
    expect(
      within(row).queryByRole('link', { name: 'send_invoice' }),
    ).toBeNull();
    expect(
      screen.getByRole('link', { name: 'Show in the catalog graph' }),
    ).toHaveAttribute(
      'href',
      '/catalog-graph?rootEntityRefs%5B%5D=api%3Adefault%2Fbilling',
    );
  });

  it('shows the attempts with outcome, latency and error', async () => {
    renderPage(organisation(), 'crm/history');
    const table = await screen.findByRole('region', { name: 'Attempts' });
    expect(table).toHaveTextContent('Unreachable');
    expect(table).toHaveTextContent('10.0 s');
    expect(table).toHaveTextContent('mcp.crm.example.com does not resolve');
    expect(
      screen.getByText(/has never answered with its whole contract/),
    ).toBeInTheDocument();
  });

  it('has the server asked now, and shows the attempt when it is there', async () => {
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    try {
      const registry = organisation();
      renderPage(registry, 'billing');
      await user.click(await screen.findByRole('button', { name: 'Ask now' }));
      expect(await screen.findByText('Asking…')).toBeInTheDocument();
      await jest.advanceTimersByTimeAsync(2000);
      expect(
        await screen.findByRole('button', { name: 'Ask now' }),
      ).toBeEnabled();
      expect(registry.calls.map(call => call.method)).toContain('introspect');
      await waitFor(() =>
        expect(
          within(screen.getByRole('region', { name: 'Attempts' })).getAllByRole(
            'row',
          )[1],
        ).toHaveTextContent('just now, by hand'),
      );
    } finally {
      jest.useRealTimers();
    }
  });

  it('says why the server could not be asked', async () => {
    const registry = organisation();
    registry.failing.set('introspect', new Error('The rules do not allow it'));
    renderPage(registry, 'billing');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask now' }),
    );
    expect(
      await screen.findByText(/could not be asked: The rules do not allow it/),
    ).toBeInTheDocument();
  });

  it('does not offer to ask to those who may not', async () => {
    const registry = organisation();
    registry.servers[0].detail.mayIntrospect = false;
    renderPage(registry, 'billing');
    expect(
      await screen.findByRole('button', { name: 'Ask now' }),
    ).toBeDisabled();
  });

  it('gives the text for a client', async () => {
    renderPage(organisation(), 'billing');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Connect' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('tab', { name: 'Codex' }));
    expect(
      within(dialog).getByLabelText('Text for .codex/config.toml of Codex')
        .textContent,
    ).toBe('[mcp_servers.billing]\nurl = "https://mcp.example.com/billing"\n');
    expect(dialog).toHaveTextContent('You need one of your own');
  });

  it('says the same of what does not exist and what one may not see', async () => {
    renderPage(organisation(), 'no-such-server');
    expect(
      await screen.findByText('No MCP server “no-such-server”'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All MCP servers' }),
    ).toHaveAttribute('href', '/mcp-servers');
  });

  it('says what failed and tries again', async () => {
    const registry = organisation();
    registry.failing.set('getServer', new Error('The database is away'));
    renderPage(registry, 'billing');
    expect(
      await screen.findByText('The server could not be loaded'),
    ).toBeInTheDocument();
    registry.failing.clear();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: 'Billing' }),
    ).toBeInTheDocument();
  });
});
