import type { Contract } from '@mcp-portal/mcp-contract';
import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { toolWords } from '../introspection/toolWords';
import { documentWords } from '../search/searchWords';
import type { Candidate, CandidateTool } from './SimilarityStore';

/** Of one server. */
const MAX_TOOLS = 300;
/** Servers whose published contract is read because none was seen. */
const MAX_UNSEEN = 10;
/** A contract that is larger is not read to compare a few words. */
const MAX_CONTRACT_BYTES = 500_000;

interface CandidateRow {
  id: number;
  ref: string;
  name: string;
  title: string | null;
  purpose: string | null;
  snapshot: string | null;
  published_version: string | null;
}

/**
 * Reads what servers are compared by: what they declare, and the tools that they
 * were last seen to offer; of those that never answered, the published ones.
 *
 * @param ids - the most promising first
 */
export async function readCandidates(
  knex: Knex,
  scope: Scope,
  ids: number[],
): Promise<Candidate[]> {
  const rows: CandidateRow[] = await knex('servers')
    .modify(whereInExtent, scope.servers, 'servers')
    .whereNull('servers.removed_at')
    .whereIn('servers.id', ids)
    .select(
      'id',
      'ref',
      'name',
      'title',
      'purpose',
      'snapshot',
      'published_version',
    );
  const unseen = rows
    .filter(row => row.snapshot === null && row.published_version !== null)
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .slice(0, MAX_UNSEEN);
  const tools = new Map([
    ...(await readSeenTools(knex, rows)),
    ...(await readPublishedTools(knex, unseen)),
  ]);
  return rows.map(row => ({
    ref: row.ref,
    name: row.name,
    title: row.title ?? undefined,
    purpose: row.purpose ?? undefined,
    tools: tools.get(row.id) ?? [],
  }));
}

async function readSeenTools(
  knex: Knex,
  servers: CandidateRow[],
): Promise<Map<number, CandidateTool[]>> {
  const rows: { server_id: number; name: string; words: string }[] = await knex(
    'server_tools',
  )
    .whereIn(
      'server_id',
      servers.map(row => row.id),
    )
    .where('position', '<', MAX_TOOLS)
    .orderBy(['server_id', 'position'])
    .select('server_id', 'name', 'words');
  const tools = new Map<number, CandidateTool[]>();
  for (const { server_id: id, name, words } of rows) {
    const known = tools.get(id) ?? [];
    known.push({ name, words: documentWords(words) });
    tools.set(id, known);
  }
  return tools;
}

async function readPublishedTools(
  knex: Knex,
  servers: CandidateRow[],
): Promise<Map<number, CandidateTool[]>> {
  const rows: { id: number; contract: string }[] = await knex('servers')
    .join('versions', on =>
      on
        .on('versions.server_id', 'servers.id')
        .andOn('versions.version', 'servers.published_version'),
    )
    .join('snapshots', 'snapshots.sha256', 'versions.sha256')
    .whereIn(
      'servers.id',
      servers.map(row => row.id),
    )
    .where('snapshots.size_bytes', '<=', MAX_CONTRACT_BYTES)
    .select('servers.id', 'snapshots.contract');
  return new Map(
    rows.map(row => {
      const { tools }: Contract = JSON.parse(row.contract);
      return [
        row.id,
        tools.slice(0, MAX_TOOLS).map(tool => ({
          name: tool.name,
          title: tool.title,
          description: tool.description,
          words: toolWords(tool),
        })),
      ];
    }),
  );
}
