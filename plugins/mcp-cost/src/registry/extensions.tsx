import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  AgentColumnBlueprint,
  ServerTabBlueprint,
} from '@mcp-portal/plugin-mcp-react/extensions';

const serverTab = ServerTabBlueprint.make({
  name: 'cost',
  params: {
    path: 'cost',
    title: 'Cost',
    loader: () => import('../entity/ServerCost').then(m => m.ServerCost),
  },
});

const agentColumn = AgentColumnBlueprint.make({
  name: 'cost',
  params: {
    title: 'Cost this month',
    width: 132,
    loader: () =>
      import('./AgentCosts').then(m => ({
        Cell: m.AgentCostCell,
        Provider: m.AgentCostsProvider,
      })),
  },
});

/** What the registry's pages show of usage and cost. */
export const registryExtensions: ExtensionDefinition[] = [
  serverTab,
  agentColumn,
];
