import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { organisationAgents } from '../../../dev/organisation';
import { FakeRegistry } from '../../../dev/registry';
import { renderRegistryPage, shownAddress } from '../../../dev/testing';
import { AgentsPage } from './AgentsPage';

const renderPage = (registry: FakeRegistry, address = '/mcp-agents') =>
  renderRegistryPage(<AgentsPage />, { registry, address });

const organisation = () => new FakeRegistry({ agents: organisationAgents });

async function rowOf(name: string): Promise<HTMLElement> {
  const link = await screen.findByRole('link', { name });
  return link.closest('[role="row"]') as HTMLElement;
}

describe('AgentsPage', () => {
  it('shows which servers an agent uses, with versions and what is missing', async () => {
    renderPage(organisation());
    expect(await screen.findByText('5 agents')).toBeInTheDocument();
    expect(await rowOf('Invoice clerk')).toHaveTextContent(
      'Billing^2.3.0, 1 missing tool',
    );
    expect(await rowOf('Support copilot')).toHaveTextContent(
      'knowledge, not in the catalog',
    );
    expect(await rowOf('Release notes writer')).toHaveTextContent(
      'None declared',
    );
    expect(await rowOf('growth-hacker')).toHaveTextContent(
      'No such teamgrowth-experiments',
    );
  });

  it('keeps search and filters in the address', async () => {
    const registry = organisation();
    renderPage(registry, '/mcp-agents?server=api:default/billing');
    expect(await screen.findByText('2 agents match')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('searchbox'), 'invoice');
    await waitFor(() =>
      expect(shownAddress()).toBe(
        '/mcp-agents?server=api%3Adefault%2Fbilling&search=invoice',
      ),
    );
    expect(await screen.findByText('1 agent matches')).toBeInTheDocument();
  });

  it('keeps the rows when a newer answer fails', async () => {
    const registry = organisation();
    renderPage(registry);
    await rowOf('Invoice clerk');
    registry.failing.set('listAgents', new Error('The database is away'));
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    expect(
      await screen.findByText('The agents could not be loaded'),
    ).toBeInTheDocument();
    expect(await rowOf('Invoice clerk')).toBeInTheDocument();
  });

  it('says how to add an agent when there are none', async () => {
    renderPage(new FakeRegistry());
    expect(await screen.findByText('No agents yet')).toBeInTheDocument();
  });
});
