import { ServiceUnavailableError } from '@backstage/errors';
import { FakeRegistry, fakeServer } from './registry';
import {
  billingContract,
  longTeam,
  memoryContract,
  organisationAgents,
  organisationServers,
  versionAgents,
} from './organisation';

const REMEMBERED_AS = 'mcp-registry-dev-variant';

/**
 * Which data the dev app shows: `?variant=full` (default), `empty`, `failing`,
 * `slow` or `many`. Remembered for the browser's tab.
 */
export function registryVariant(): FakeRegistry {
  const asked = new URLSearchParams(window.location.search).get('variant');
  if (asked) {
    window.sessionStorage.setItem(REMEMBERED_AS, asked);
  }
  const now = new Date();
  const full = () =>
    new FakeRegistry({
      servers: organisationServers(now),
      agents: [...organisationAgents, ...versionAgents],
      latencyMs: 150,
    });
  switch (asked ?? window.sessionStorage.getItem(REMEMBERED_AS)) {
    case 'empty':
      return new FakeRegistry({ latencyMs: 150 });
    case 'slow': {
      const registry = full();
      registry.latencyMs = 60_000;
      return registry;
    }
    case 'failing': {
      const registry = full();
      for (const method of [
        'listServers',
        'getServerFacets',
        'getServer',
        'getContract',
        'getDependents',
        'listAttempts',
        'listAgents',
        'getAgentFacets',
        'listVersions',
        'getVersion',
        'compareVersions',
        'getConsumers',
        'getDrift',
        'getConventions',
        'listScores',
        'listConventions',
        'listChanges',
        'listRemovals',
        'listDrifts',
      ] as const) {
        registry.failing.set(
          method,
          new ServiceUnavailableError(
            'The registry does not answer. Look at the log of its backend.',
          ),
        );
      }
      return registry;
    }
    case 'many':
      return new FakeRegistry({
        latencyMs: 150,
        agents: organisationAgents,
        servers: manyServers(now),
      });
    default:
      return full();
  }
}

function manyServers(now: Date) {
  return Array.from({ length: 10_000 }, (_, index) =>
    fakeServer({
      now,
      name: `server-${String(index).padStart(5, '0')}`,
      title: `Server ${index}`,
      purpose: `Purpose of server ${index}, one of very many.`,
      owner:
        index % 61 === 0
          ? longTeam
          : {
              ref: `group:default/team-${index % 60}`,
              exists: index % 60 !== 7,
              title: index % 60 === 7 ? undefined : `Team ${index % 60}`,
            },
      contract: index % 3 ? billingContract : memoryContract,
      version: `1.${index % 40}.0`,
      dependents: index % 97,
      sample: false,
    }),
  );
}
