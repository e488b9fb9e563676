import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  organisationAgents,
  organisationServers,
  versionAgents,
} from '../../../dev/organisation';
import { FakeRegistry, NOW } from '../../../dev/registry';
import { renderRegistryPage, shownAddress } from '../../../dev/testing';
import { ServersRouter } from '../../pages';

function renderAt(path: string, change?: (registry: FakeRegistry) => void) {
  const registry = new FakeRegistry({
    servers: organisationServers(NOW),
    agents: [...organisationAgents, ...versionAgents],
  });
  change?.(registry);
  renderRegistryPage(<ServersRouter />, {
    registry,
    address: `/mcp-servers/default/${path}`,
    mountPath: '/mcp-servers/*',
  });
  return registry;
}

const entry = (version: string) =>
  screen.findByRole('listitem', { name: `Version ${version}` });

describe('the versions of a server', () => {
  it('are answered at the top, and listed with what they changed and what became of them', async () => {
    renderAt('billing/versions');
    expect(
      await screen.findByText(
        '2.4.1 is the newest; the last change was cosmetic.',
      ),
    ).toBeInTheDocument();
    expect(await entry('2.4.1')).toHaveTextContent('Latest');
    const overruled = await entry('2.2.0');
    expect(overruled).toHaveTextContent('1 breaking');
    expect(overruled).toHaveTextContent('The gate was overruled.');
    expect(overruled).toHaveTextContent('Nobody has billed in Swiss francs');
    const deprecated = await entry('1.2.0');
    expect(deprecated).toHaveTextContent('Deprecated, ');
    expect(
      within(deprecated).getByRole('link', { name: '2.4.1' }),
    ).toHaveAttribute('href', '/mcp-servers/default/billing/versions/2.4.1');
    expect(await entry('1.0.0')).toHaveTextContent('Deleted.');
  });

  it('say who is still on an older line, and that calls are not known', async () => {
    renderAt('billing/versions');
    expect(
      await screen.findByText('3 agents of 6 have still to move.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/the portal does not learn of calls/),
    ).toBeInTheDocument();
    const old = screen.getByRole('region', { name: 'Agents on 1.x' });
    expect(
      within(old).getByRole('link', { name: 'Dunning bot' }),
    ).toBeInTheDocument();
    expect(old).toHaveTextContent('not known yet');
    expect(
      screen.getByRole('region', {
        name: 'Agents whose range no version meets',
      }),
    ).toHaveTextContent('Quote helper');
  });

  it('are paged by the address', async () => {
    const registry = renderAt('warehouse/versions?page=2');
    expect(await entry('13.34.0')).toBeInTheDocument();
    expect(
      registry.calls
        .filter(call => call.method === 'listVersions')
        .map(call => call.args[1]),
    ).toContainEqual({ limit: 25, offset: 25 });
  });

  it('say what would be there, and how to begin, when nothing is published', async () => {
    renderAt('memory/versions');
    expect(
      await screen.findByText('Nothing is published yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Publish what is live' }),
    ).toBeEnabled();
    expect(
      screen.getByLabelText('The command that publishes a version'),
    ).toHaveTextContent('mcp-portal publish');
  });

  it('do not offer to publish to those who may not', async () => {
    renderAt('warehouse/versions');
    expect(
      await screen.findByRole('button', { name: 'Publish what is live' }),
    ).toBeDisabled();
  });
});

describe('a version of a server', () => {
  it('shows its changes by class and tool, with the rule and its reason', async () => {
    renderAt('billing/versions/2.0.0');
    const what = await screen.findByRole('region', { name: /What changed/ });
    expect(what).toHaveTextContent('Breaking (7)');
    expect(what).toHaveTextContent('input-pattern-added');
    expect(
      screen.getByText(/It breaks 3 agents of 3 teams/),
    ).toBeInTheDocument();
    await userEvent.click(
      within(what).getAllByRole('button', { name: /^Why: / })[0],
    );
    expect(
      within(what).getByRole('button', { name: 'Hide why' }),
    ).toBeInTheDocument();
  });

  it('shows the tool before and after, marked, in the way that the address says', async () => {
    renderAt('billing/versions/2.0.0?view=unified');
    const diff = await screen.findByRole('region', {
      name: 'Before and after of create_invoice',
    });
    const marked = [...diff.querySelectorAll('[data-marked]')].map(
      cell => cell.textContent,
    );
    expect(marked).toContain('+"pattern": "^cus_[a-z0-9]{14}$"');
    await userEvent.click(
      within(diff).getAllByRole('button', { name: /unchanged lines/ })[0],
    );
    expect(diff).toHaveTextContent('"name": "create_invoice"');
    await userEvent.click(screen.getByRole('button', { name: 'Side by side' }));
    expect(shownAddress()).toContain('view=split');
  });

  it('opens the place of a change', async () => {
    renderAt('billing/versions/2.0.0');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show input /properties/reason/minLength before and after',
      }),
    );
    expect(shownAddress()).toContain('item=tool%3Avoid_invoice');
    expect(
      await screen.findByRole('region', {
        name: 'Before and after of void_invoice',
      }),
    ).toBeInTheDocument();
  });

  it('can be deprecated, with a reason', async () => {
    const registry = renderAt('billing/versions/2.0.0');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Deprecate' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Why/ }),
      'Too old.',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Deprecate' }),
    );
    expect(await screen.findByText(/Too old\./)).toBeInTheDocument();
    expect(
      registry.calls.find(call => call.method === 'deprecateVersion')?.args[2],
    ).toEqual({
      reason: 'Too old.',
      replacement: undefined,
      sunsetOn: undefined,
    });
  });

  it('names who depends on it before it is deleted, and asks why', async () => {
    renderAt('billing/versions/1.2.0');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete' }),
    );
    expect(
      await within(dialog).findByText(/3 agents of 3 teams still depend on it/),
    ).toBeInTheDocument();
    expect(dialog).toHaveTextContent('Ledger sync');
    const button = within(dialog).getByRole('button', {
      name: 'Delete it all the same',
    });
    expect(button).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Why/ }),
      'It leaks.',
    );
    await userEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByText(/It leaks\./)).toBeInTheDocument();
  });

  it('that was never published is said not to be there', async () => {
    renderAt('billing/versions/9.9.9');
    expect(await screen.findByText('No version 9.9.9')).toBeInTheDocument();
  });
});

describe('two versions of a server', () => {
  it('are compared as the address says, whichever they are', async () => {
    const registry = renderAt('billing/versions/compare?from=1.2.0&to=live');
    expect(
      await screen.findByText(
        'Moving from 1.2.0 to what is live may break what works.',
      ),
    ).toBeInTheDocument();
    expect(
      registry.calls.find(call => call.method === 'compareVersions')?.args[1],
    ).toEqual({ from: '1.2.0', to: 'live' });
    await userEvent.click(screen.getByRole('button', { name: 'Swap the two' }));
    expect(shownAddress()).toContain('from=live&to=1.2.0');
  });
});
