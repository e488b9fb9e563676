import type {
  ServerContract,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';

/** A server as the registry lists it, with that many tools. */
export function aServer(
  name: string,
  changes: Partial<ServerSummary> & { tools?: number } = {},
): ServerSummary {
  const { tools = 0, ...others } = changes;
  return {
    ref: `api:default/${name}`,
    namespace: 'default',
    name,
    owner: { ref: 'group:default/payments', exists: true },
    lifecycle: 'production',
    trust: 'internal',
    visibility: 'organisation',
    sample: false,
    health: { level: 'good', reason: '', stale: false, running: false },
    counts: { tools, prompts: 0, resources: 0, resourceTemplates: 0 },
    dependents: 0,
    ...others,
  };
}

/** A contract of tools, given as name and description. */
export function aContract(
  tools: Record<string, string | undefined>,
): ServerContract {
  const list = Object.entries(tools);
  return {
    snapshot: 'a'.repeat(64),
    firstSeenAt: '2026-01-21T10:00:00.000Z',
    lastSeenAt: '2026-01-21T10:00:00.000Z',
    sizeBytes: 100,
    counts: {
      tools: list.length,
      prompts: 0,
      resources: 0,
      resourceTemplates: 0,
    },
    current: true,
    stale: false,
    contract: {
      tools: list.map(([name, description]) => ({
        name,
        description,
        inputSchema: { type: 'object' },
      })),
      prompts: [],
      resources: [],
      resourceTemplates: [],
      capabilities: {},
    },
  };
}
