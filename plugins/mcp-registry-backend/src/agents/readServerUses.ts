import type {
  HealthLevel,
  ServerUse,
} from '@mcp-portal/plugin-mcp-registry-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { findMissingTools } from '../dependents/findMissingTools';

interface UseRow {
  agent_id: number;
  server_ref: string;
  version_range: string | null;
  tools: string | null;
}

interface UsedServerRow {
  id: number;
  ref: string;
  name: string;
  title: string | null;
  health: HealthLevel;
  snapshot: string | null;
  removed_at: string | null;
}

/**
 * The servers that agents use, by agent. A server outside the scope is left
 * out; one that the catalog does not know is shown as such.
 */
export async function readServerUses(
  knex: Knex,
  scope: Scope,
  agentIds: number[],
): Promise<Map<number, ServerUse[]>> {
  const uses: UseRow[] = await knex('server_uses')
    .whereIn('agent_id', agentIds)
    .orderBy(['agent_id', 'server_ref'])
    .select('agent_id', 'server_ref', 'version_range', 'tools');
  const refs = [...new Set(uses.map(use => use.server_ref))];
  const visible = await findServers(knex, scope, refs);
  const hidden = await findHidden(knex, refs, visible);

  const shown = uses.filter(use => !hidden.has(use.server_ref));
  const missingTools = await findMissingTools(
    knex,
    shown.map(use => ({
      serverId: visible.get(use.server_ref)?.id,
      hasContract: visible.get(use.server_ref)?.snapshot !== null,
      tools: readTools(use.tools),
    })),
  );
  const byAgent = new Map<number, ServerUse[]>();
  shown.forEach((use, index) => {
    const server = visible.get(use.server_ref);
    const list = byAgent.get(use.agent_id) ?? [];
    list.push({
      serverRef: use.server_ref,
      exists: server !== undefined,
      name: server?.name ?? parseEntityRef(use.server_ref).name,
      title: server?.title ?? undefined,
      health: server?.health,
      versionRange: use.version_range ?? undefined,
      tools: readTools(use.tools),
      missingTools: missingTools[index],
    });
    byAgent.set(use.agent_id, list);
  });
  return byAgent;
}

export function readTools(tools: string | null): string[] | undefined {
  return tools === null ? undefined : JSON.parse(tools);
}

async function findServers(
  knex: Knex,
  scope: Scope,
  refs: string[],
): Promise<Map<string, UsedServerRow>> {
  const rows: UsedServerRow[] = await knex('servers')
    .modify(whereInExtent, scope.servers, 'servers')
    .whereNull('removed_at')
    .whereIn('ref', refs)
    .select('id', 'ref', 'name', 'title', 'health', 'snapshot', 'removed_at');
  return new Map(rows.map(row => [row.ref, row]));
}

/** Servers that exist, but not for this caller. */
async function findHidden(
  knex: Knex,
  refs: string[],
  visible: Map<string, unknown>,
): Promise<Set<string>> {
  const unseen = refs.filter(ref => !visible.has(ref));
  // Removed ones count as hidden too: whoever could not see one while it was
  // there shall not learn of it afterwards.
  const rows: { ref: string }[] = await knex('servers')
    .whereIn('ref', unseen)
    .select('ref', 'removed_at');
  return new Set(rows.map(row => row.ref));
}
