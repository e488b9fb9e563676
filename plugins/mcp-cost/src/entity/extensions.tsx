import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { AGENT_ENTITIES, SERVER_ENTITIES, TEAM_ENTITIES } from './filters';

const COST_TAB = { path: '/mcp-cost', title: 'Cost' };

const serverContent = EntityContentBlueprint.make({
  name: 'server-cost',
  params: {
    ...COST_TAB,
    filter: SERVER_ENTITIES,
    loader: () => import('./contents').then(m => <m.EntityServerCost />),
  },
});

const agentContent = EntityContentBlueprint.make({
  name: 'agent-cost',
  params: {
    ...COST_TAB,
    filter: AGENT_ENTITIES,
    loader: () => import('./contents').then(m => <m.EntityAgentCost />),
  },
});

const teamContent = EntityContentBlueprint.make({
  name: 'team-cost',
  params: {
    ...COST_TAB,
    filter: TEAM_ENTITIES,
    loader: () => import('./contents').then(m => <m.EntityTeamCost />),
  },
});

const serverCard = EntityCardBlueprint.make({
  name: 'server-cost',
  params: {
    filter: SERVER_ENTITIES,
    loader: () => import('./cards').then(m => <m.ServerCostCard />),
  },
});

const agentCard = EntityCardBlueprint.make({
  name: 'agent-cost',
  params: {
    filter: AGENT_ENTITIES,
    loader: () => import('./cards').then(m => <m.AgentCostCard />),
  },
});

const teamCard = EntityCardBlueprint.make({
  name: 'team-cost',
  params: {
    filter: TEAM_ENTITIES,
    loader: () => import('./cards').then(m => <m.TeamCostCard />),
  },
});

/** What Backstage's own entity pages show of usage and cost. */
export const entityExtensions: ExtensionDefinition[] = [
  serverContent,
  agentContent,
  teamContent,
  serverCard,
  agentCard,
  teamCard,
];
