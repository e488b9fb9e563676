import {
  HEALTH_LEVELS,
  TRUST_LEVELS,
  type FacetValue,
  type Page,
  type PageQuery,
  type ServerFacets,
  type ServerFilter,
  type ServerQuery,
  type ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import type { FakeServer } from './FakeServer';

export function pageOf<T>(items: T[], query: PageQuery): Page<T> {
  const { offset = 0, limit = 25 } = query;
  return {
    items: items.slice(offset, offset + limit),
    totalItems: items.length,
  };
}

export function filterServers(
  servers: FakeServer[],
  filter: ServerFilter,
): ServerSummary[] {
  const words = (filter.search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
  return servers.flatMap(({ detail, contract }) => {
    const own =
      `${detail.name} ${detail.title} ${detail.purpose} ${detail.owner.title}`.toLowerCase();
    const tools = (contract?.tools ?? []).filter(tool =>
      words.some(word =>
        `${tool.name} ${tool.description}`.toLowerCase().includes(word),
      ),
    );
    const found =
      words.every(word => own.includes(word)) ||
      (words.length > 0 && tools.length > 0);
    const wanted =
      found &&
      includes(filter.owner, detail.owner.ref) &&
      includes(filter.lifecycle, detail.lifecycle) &&
      includes(filter.health, detail.health.level) &&
      includes(filter.trust, detail.trust) &&
      (filter.ownerExists === undefined ||
        filter.ownerExists === detail.owner.exists);
    return wanted
      ? [
          words.length > 0
            ? {
                ...detail,
                matchedTools: tools.slice(0, 5).map(tool => tool.name),
              }
            : detail,
        ]
      : [];
  });
}

export function sortServers(
  servers: ServerSummary[],
  query: ServerQuery,
): ServerSummary[] {
  const sign = query.order === 'desc' ? -1 : 1;
  const by = (server: ServerSummary): string | number => {
    switch (query.sort) {
      case 'owner':
        return server.owner.title ?? server.owner.ref;
      case 'health':
        return HEALTH_LEVELS.indexOf(server.health.level);
      case 'trust':
        return TRUST_LEVELS.indexOf(server.trust);
      case 'tools':
        return server.counts?.tools ?? -1;
      case 'dependents':
        return server.dependents;
      case 'lifecycle':
        return server.lifecycle;
      default:
        return (server.title ?? server.name).toLowerCase();
    }
  };
  return [...servers].sort((a, b) => {
    const [left, right] = [by(a), by(b)];
    return (
      sign *
      (typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right)))
    );
  });
}

export function facetsOf(
  servers: FakeServer[],
  filter: ServerFilter,
): ServerFacets {
  const without = (field: keyof ServerFilter) =>
    filterServers(servers, { ...filter, [field]: undefined });
  return {
    owner: count(without('owner'), server => ({
      value: server.owner.ref,
      label: server.owner.title,
    })),
    lifecycle: count(without('lifecycle'), server => ({
      value: server.lifecycle,
    })),
    health: count(without('health'), server => ({
      value: server.health.level,
    })),
    trust: count(without('trust'), server => ({ value: server.trust })),
    withoutOwner: without('ownerExists').filter(server => !server.owner.exists)
      .length,
  };
}

function count(
  servers: ServerSummary[],
  valueOf: (server: ServerSummary) => Omit<FacetValue, 'count'>,
): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const server of servers) {
    const facet = valueOf(server);
    const known = values.get(facet.value);
    values.set(facet.value, { ...facet, count: (known?.count ?? 0) + 1 });
  }
  return [...values.values()].sort((a, b) => b.count - a.count);
}

function includes(wanted: string[] | undefined, value: string): boolean {
  return !wanted?.length || wanted.includes(value);
}
