import { screen } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  AgentColumnBlueprint,
  ServerTabBlueprint,
} from '@mcp-portal/plugin-mcp-react/extensions';
import {
  organisationAgents,
  organisationEntities,
  organisationServers,
} from '../dev/organisation';
import { FakeRegistry, NOW } from '../dev/registry';
import plugin, { mcpRegistryApiRef } from '.';

/** What another plugin puts on these pages. */
const otherPlugin = createFrontendModule({
  pluginId: 'mcp-registry',
  extensions: [
    ServerTabBlueprint.make({
      name: 'weather',
      params: {
        path: 'weather',
        title: 'Weather',
        loader: async () => server =>
          (
            <p>
              Rain over {server.serverRef}, said {server.ownerRef}
            </p>
          ),
      },
    }),
    AgentColumnBlueprint.make({
      name: 'weather',
      params: {
        title: 'Weather',
        width: 100,
        loader: async () => ({
          Cell: ({ agentRef }) => <>Rain over {agentRef}</>,
          Provider: ({ agentRefs, children }) => (
            <section aria-label={`Weather of ${agentRefs.length}`}>
              {children}
            </section>
          ),
        }),
      },
    }),
  ],
});

function renderApp(address: string, more: Entity[] = []) {
  const registry = new FakeRegistry({
    servers: organisationServers(NOW),
    agents: organisationAgents,
  });
  return renderTestApp({
    features: [catalogPlugin, plugin, otherPlugin],
    apis: [
      [mcpRegistryApiRef, registry],
      catalogApiMock({
        entities: [...organisationEntities(registry), ...more],
      }),
    ],
    initialRouteEntries: [address],
  });
}

describe('the plugin in an app', () => {
  it('mounts its pages and their entries in the navigation', async () => {
    renderApp('/mcp-servers');
    expect(
      await screen.findByRole('searchbox', { name: /Search servers/ }),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('link', { name: 'MCP agents' })[0],
    ).toHaveAttribute('href', '/mcp-agents');
  });

  it('puts contract, versions, dependents and history on the entity page of a server', async () => {
    renderApp('/catalog/default/api/billing');
    for (const name of ['Contract', 'Versions', 'Dependents', 'History']) {
      expect(await screen.findByRole('link', { name })).toBeInTheDocument();
    }
    expect(await screen.findByText('MCP server')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'All conventions' }),
    ).toHaveAttribute('href', '/mcp-servers/default/billing/conventions');
    expect(
      await screen.findByRole('link', { name: 'create_invoice' }),
    ).toBeInTheDocument();
    // It is the first to load the code of each tab and card.
  }, 20_000);

  it('leaves the entity page of another API alone', async () => {
    renderApp('/catalog/default/api/petstore', [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'API',
        metadata: { name: 'petstore', namespace: 'default' },
        spec: { type: 'openapi', lifecycle: 'production', owner: 'a' },
      },
    ]);
    expect((await screen.findAllByText('petstore'))[0]).toBeInTheDocument();
    expect(screen.queryByText('MCP server')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Dependents' })).toBeNull();
  });

  it('shows on an agent the servers that it uses', async () => {
    renderApp('/catalog/default/component/invoice-clerk');
    expect(await screen.findByText('MCP servers used')).toBeInTheDocument();
    expect(
      await screen.findByText(/It calls send_invoice/),
    ).toBeInTheDocument();
  });

  it('shows on a team the servers that it owns', async () => {
    renderApp('/catalog/default/group/payments');
    expect(await screen.findByText('MCP servers owned')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Billing' }),
    ).toHaveAttribute('href', '/mcp-servers/default/billing');
  });

  it('shows the tabs that other plugins put on a server', async () => {
    renderApp('/mcp-servers/default/billing/weather');
    expect(
      await screen.findByText(/Rain over api:default\/billing, said group:/),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Weather' })).toHaveAttribute(
      'href',
      '/mcp-servers/default/billing/weather',
    );
  });

  it('shows the columns that other plugins put into the list of agents', async () => {
    renderApp('/mcp-agents');
    expect(
      await screen.findByText('Rain over component:default/invoice-clerk'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', {
        name: `Weather of ${organisationAgents.length}`,
      }),
    ).toBeInTheDocument();
  });
});
