import { createSnapshot } from '@mcp-portal/mcp-contract';
import { systemScope } from '@mcp-portal/plugin-mcp-registry-backend/src/access';
import { DatabaseAgentIndexStore } from '@mcp-portal/plugin-mcp-registry-backend/src/agents/DatabaseAgentIndexStore';
import { migrate } from '@mcp-portal/plugin-mcp-registry-backend/src/database/migrate';
import { DatabaseIntrospectionStore } from '@mcp-portal/plugin-mcp-registry-backend/src/introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from '@mcp-portal/plugin-mcp-registry-backend/src/servers/DatabaseServerIndexStore';
import { ServerSearchIndex } from '@mcp-portal/plugin-mcp-registry-backend/src/servers/ServerSearchIndex';
import { Knex } from 'knex';

import { GeneratedServer } from './generateServers';

const HEALTHS = [
  'good',
  'good',
  'good',
  'good',
  'attention',
  'problem',
] as const;
const TRUSTS = [
  'internal',
  'internal',
  'verified-third-party',
  'unverified',
] as const;
const LIFECYCLES = ['production', 'production', 'experimental', 'deprecated'];

export const teamRef = (team: number) => `group:default/team-${team}`;
export const serverRef = (server: GeneratedServer) =>
  `api:default/${server.name}`;

/**
 * Writes servers as the registry itself does, each asked once and with two
 * agents that use it; every fifth is for its own team only.
 */
export async function fillRegistry(
  knex: Knex,
  servers: GeneratedServer[],
): Promise<void> {
  await migrate(knex);
  const scope = systemScope();
  const searchIndex = new ServerSearchIndex({ knex });
  const index = new DatabaseServerIndexStore({ knex, searchIndex });
  const introspection = new DatabaseIntrospectionStore({ knex, searchIndex });
  const agents = new DatabaseAgentIndexStore({ knex });
  const now = new Date();
  const never = new Date('2100-01-01T00:00:00Z');

  for (const [i, server] of servers.entries()) {
    await index.put(
      scope,
      [
        {
          ref: serverRef(server),
          namespace: 'default',
          name: server.name,
          purpose: server.purpose,
          ownerRef: teamRef(server.team),
          ownerExists: true,
          ownerTitle: `Team ${server.team}`,
          lifecycle: LIFECYCLES[i % LIFECYCLES.length],
          trust: TRUSTS[i % TRUSTS.length],
          visibility: i % 5 === 0 ? 'team' : 'organisation',
          sample: false,
          declared: { remotes: [], packages: [], tags: [], links: [] },
        },
      ],
      now,
    );
    const level = HEALTHS[i % HEALTHS.length];
    await introspection.record(scope, serverRef(server), {
      startedAt: now,
      trigger: 'schedule',
      answer: {
        outcome: 'ok',
        latencyMs: 10,
        snapshot: createSnapshot({
          tools: server.tools.map(tool => ({
            ...tool,
            inputSchema: { type: 'object' },
          })),
          capabilities: {},
        }),
      },
      health: { level, reason: 'As generated.' },
      nextAttemptAt: never,
    });
    await agents.put(
      scope,
      [0, 1].map(n => ({
        ref: `component:default/agent-${i}-${n}`,
        kind: 'component',
        namespace: 'default',
        name: `agent-${i}-${n}`,
        ownerRef: teamRef((server.team + n) % 60),
        ownerExists: true,
        lifecycle: 'production',
        visibility: 'organisation' as const,
        sample: false,
        uses: [{ serverRef: serverRef(server), source: 'mcpServers' as const }],
      })),
    );
  }
}
