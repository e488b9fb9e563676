import type {
  AgentSummary,
  ChangedServer,
  ChangePage,
  ChangeQuery,
  DriftingServer,
  PublishedChange,
  Removal,
  RemovalQuery,
} from '@mcp-portal/plugin-mcp-registry-common';
import { consumersOf } from './fakeConsumers';
import { pageOf } from './fakeQueries';
import type { FakeServer } from './FakeServer';
import { FakeVersions } from './FakeVersions';

function named({ detail }: FakeServer): ChangedServer {
  const { ref, name, namespace, title, owner } = detail;
  return { ref, name, namespace, title, owner };
}

function matches(
  { name, title, owner }: ChangedServer,
  query: { search?: string; owner?: string[] },
): boolean {
  const text = `${name} ${title} ${owner.title}`.toLowerCase();
  return (
    (query.search ?? '')
      .toLowerCase()
      .split(/\s+/)
      .every(word => text.includes(word)) &&
    (!query.owner?.length || query.owner.includes(owner.ref))
  );
}

export function changesOf(
  servers: FakeServer[],
  query: ChangeQuery,
): ChangePage {
  const all = servers
    .flatMap(server =>
      server.versions.map((version): PublishedChange => {
        const { contract, baseContract, changes, ...rest } = version;
        return { ...rest, server: named(server) };
      }),
    )
    .filter(
      change =>
        matches(change.server, query) &&
        (!query.from || change.publishedAt >= query.from),
    )
    .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  const counts = { breaking: 0, additive: 0, behavioural: 0, cosmetic: 0 };
  for (const { verdict } of all) {
    if (verdict !== 'none') {
      counts[verdict] += 1;
    }
  }
  const wanted = all.filter(
    ({ verdict }) =>
      !query.class?.length || query.class.some(name => name === verdict),
  );
  return { ...pageOf(wanted, query), counts };
}

export function removalsOf(
  servers: FakeServer[],
  agents: AgentSummary[],
  query: RemovalQuery,
): Removal[] {
  return servers
    .flatMap(server =>
      server.versions.flatMap(({ version, status, deprecation }) => {
        if (status !== 'deprecated' || !deprecation) {
          return [];
        }
        const on = consumersOf(
          server.detail.ref,
          agents,
          server.versions,
        ).filter(one => one.version === version);
        const teams = new Map<string, Removal['teams'][number]>();
        for (const { owner } of on) {
          const count = (teams.get(owner.ref)?.count ?? 0) + 1;
          teams.set(owner.ref, { owner, count });
        }
        return [
          {
            server: named(server),
            version,
            status,
            sunsetOn: deprecation.sunsetOn,
            reason: deprecation.reason,
            replacement: deprecation.replacement,
            consumers: on.length,
            teams: [...teams.values()],
          },
        ];
      }),
    )
    .filter(removal => matches(removal.server, query))
    .sort((a, b) => (a.sunsetOn ?? '9').localeCompare(b.sunsetOn ?? '9'));
}

export function driftsOf(servers: FakeServer[]): DriftingServer[] {
  return servers.flatMap(server => {
    const drift = new FakeVersions(server, []).drift();
    return drift && drift.diff.verdict !== 'none'
      ? [
          {
            server: named(server),
            version: drift.version,
            firstSeenAt: drift.firstSeenAt,
            class: drift.diff.verdict,
            acknowledged: Boolean(drift.acknowledgement),
          },
        ]
      : [];
  });
}
