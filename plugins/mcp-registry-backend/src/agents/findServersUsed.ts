import type {
  HealthLevel,
  ServerUse,
} from '@mcp-portal/plugin-mcp-registry-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { inBatches } from '@mcp-portal/plugin-mcp-node';
import { findMissingTools } from '../servers/findMissingTools';
import { readTools } from './readTools';

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
 * out, also when it is gone; one that the catalog does not know, or no longer
 * has, is shown as such.
 */
export async function findServersUsed(
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
      exists: server !== undefined && server.removed_at === null,
      name: server?.name ?? parseEntityRef(use.server_ref).name,
      title: server?.title ?? undefined,
      health: server?.removed_at === null ? server.health : undefined,
      versionRange: use.version_range ?? undefined,
      tools: readTools(use.tools),
      missingTools: missingTools[index],
    });
    byAgent.set(use.agent_id, list);
  });
  return byAgent;
}

/** Servers in scope, the removed ones too. */
async function findServers(
  knex: Knex,
  scope: Scope,
  refs: string[],
): Promise<Map<string, UsedServerRow>> {
  const rows = await inBatches(
    refs,
    (batch): PromiseLike<UsedServerRow[]> =>
      knex('servers')
        .modify(whereInExtent, scope.servers, 'servers')
        .whereIn('ref', batch)
        .select(
          'id',
          'ref',
          'name',
          'title',
          'health',
          'snapshot',
          'removed_at',
        ),
  );
  return new Map(rows.map(row => [row.ref, row]));
}

/**
 * Servers that are, or were, there but not for this caller. Whoever could not
 * see one shall not learn of it when it is gone.
 */
async function findHidden(
  knex: Knex,
  refs: string[],
  visible: Map<string, unknown>,
): Promise<Set<string>> {
  const unseen = refs.filter(ref => !visible.has(ref));
  const rows = await inBatches(
    unseen,
    (batch): PromiseLike<{ ref: string }[]> =>
      knex('servers').whereIn('ref', batch).select('ref'),
  );
  return new Set(rows.map(row => row.ref));
}
