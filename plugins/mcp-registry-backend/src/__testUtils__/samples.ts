import { createSnapshot, Snapshot } from '@mcp-portal/mcp-contract';

import type { Extent, Scope } from '../access';
import type { IndexedAgent } from '../agents/AgentIndexStore';
import type { Answer } from '../introspection/asking/ContractAsker';
import type { AttemptRecord } from '../introspection/IntrospectionStore';
import type { IndexedServer } from '../servers/ServerIndexStore';

export const NOW = new Date('2026-01-21T10:00:00.000Z');

/** The scope of someone whose only team is `team`. */
export function memberScope(team: string): Scope {
  const own: Extent = {
    kind: 'some',
    criteria: { field: 'ownerRef', values: [team] },
  };
  const visible: Extent = {
    kind: 'some',
    criteria: {
      anyOf: [
        { field: 'visibility', values: ['organisation'] },
        { field: 'ownerRef', values: [team] },
      ],
    },
  };
  return {
    servers: visible,
    agents: visible,
    introspection: own,
    publication: own,
    override: { kind: 'none' },
  };
}

export function aServer(
  name: string,
  changes: Partial<IndexedServer> = {},
): IndexedServer {
  return {
    ref: `api:default/${name}`,
    namespace: 'default',
    name,
    ownerRef: 'group:default/payments',
    ownerExists: true,
    lifecycle: 'production',
    trust: 'internal',
    visibility: 'organisation',
    sample: false,
    declared: { remotes: [], packages: [], tags: [], links: [] },
    ...changes,
  };
}

export function anAgent(
  name: string,
  changes: Partial<IndexedAgent> = {},
): IndexedAgent {
  return {
    ref: `component:default/${name}`,
    kind: 'component',
    namespace: 'default',
    name,
    ownerRef: 'group:default/payments',
    ownerExists: true,
    lifecycle: 'production',
    visibility: 'organisation',
    sample: false,
    uses: [],
    ...changes,
  };
}

/** An agent's use of a server. */
export function aUse(
  server: string,
  tools?: string[],
): IndexedAgent['uses'][number] {
  return { serverRef: `api:default/${server}`, tools, source: 'mcpServers' };
}

/** A snapshot with tools, given as name and description. */
export function aSnapshot(tools: Record<string, string>): Snapshot {
  return createSnapshot({
    tools: Object.entries(tools).map(([name, description]) => ({
      name,
      description,
      inputSchema: { type: 'object' },
    })),
    capabilities: {},
  });
}

/** An attempt that went well, with a snapshot of these tools. */
export function aGoodAttempt(
  tools: Record<string, string>,
  changes: Partial<Omit<AttemptRecord, 'answer'>> & {
    answer?: Partial<Answer>;
  } = {},
): AttemptRecord {
  return {
    startedAt: NOW,
    trigger: 'schedule',
    health: { level: 'good', reason: 'Answered in 12 ms.' },
    nextAttemptAt: new Date(NOW.getTime() + 600_000),
    ...changes,
    answer: {
      outcome: 'ok',
      latencyMs: 12,
      transport: 'streamable-http',
      endpoint: 'https://mcp.example.com/mcp',
      snapshot: aSnapshot(tools),
      serverInfo: { name: 'stub', version: '1.2.3' },
      protocolVersion: '2026-07-28',
      ...changes.answer,
    },
  };
}

export function aFailedAttempt(
  changes: Partial<AttemptRecord> = {},
): AttemptRecord {
  return {
    startedAt: NOW,
    trigger: 'schedule',
    answer: {
      outcome: 'timeout',
      latencyMs: 20_000,
      error: 'No answer within 20 s.',
    },
    health: { level: 'attention', reason: 'No answer within 20 s.' },
    nextAttemptAt: new Date(NOW.getTime() + 30_000),
    ...changes,
  };
}
