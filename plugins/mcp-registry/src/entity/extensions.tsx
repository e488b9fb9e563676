import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { AGENT_ENTITIES, SERVER_ENTITIES } from './filters';

const contractContent = EntityContentBlueprint.make({
  name: 'contract',
  params: {
    path: '/mcp-contract',
    title: 'Contract',
    filter: SERVER_ENTITIES,
    loader: () => import('./contents').then(m => <m.EntityContract />),
  },
});

const versionsContent = EntityContentBlueprint.make({
  name: 'versions',
  params: {
    path: '/mcp-versions',
    title: 'Versions',
    filter: SERVER_ENTITIES,
    loader: () => import('./contents').then(m => <m.EntityVersions />),
  },
});

const dependentsContent = EntityContentBlueprint.make({
  name: 'dependents',
  params: {
    path: '/mcp-dependents',
    title: 'Dependents',
    filter: SERVER_ENTITIES,
    loader: () => import('./contents').then(m => <m.EntityDependents />),
  },
});

const historyContent = EntityContentBlueprint.make({
  name: 'history',
  params: {
    path: '/mcp-history',
    title: 'History',
    filter: SERVER_ENTITIES,
    loader: () => import('./contents').then(m => <m.EntityHistory />),
  },
});

const serverCard = EntityCardBlueprint.make({
  name: 'server',
  params: {
    type: 'info',
    filter: SERVER_ENTITIES,
    loader: () => import('./ServerCard').then(m => <m.ServerCard />),
  },
});

const contractCard = EntityCardBlueprint.make({
  name: 'contract',
  params: {
    type: 'content',
    filter: SERVER_ENTITIES,
    loader: () => import('./ContractCard').then(m => <m.ContractCard />),
  },
});

const conventionsCard = EntityCardBlueprint.make({
  name: 'conventions',
  params: {
    type: 'content',
    filter: SERVER_ENTITIES,
    loader: () => import('./ConventionsCard').then(m => <m.ConventionsCard />),
  },
});

const serversUsedCard = EntityCardBlueprint.make({
  name: 'servers-used',
  params: {
    filter: AGENT_ENTITIES,
    loader: () => import('./ServersUsedCard').then(m => <m.ServersUsedCard />),
  },
});

const serversOwnedCard = EntityCardBlueprint.make({
  name: 'servers-owned',
  params: {
    filter: { kind: 'group' },
    loader: () =>
      import('./ServersOwnedCard').then(m => <m.ServersOwnedCard />),
  },
});

/** What Backstage's own entity pages show of servers and agents. */
export const entityExtensions = [
  contractContent,
  versionsContent,
  dependentsContent,
  historyContent,
  serverCard,
  contractCard,
  conventionsCard,
  serversUsedCard,
  serversOwnedCard,
];
