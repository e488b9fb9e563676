import type { Contract, Snapshot } from '@mcp-portal/mcp-contract';
import { Knex } from 'knex';

import { documentWords, likeDocument } from '../search/searchWords';
import type { ServerRow } from '../servers/serverRow';
import type { ServerSearchIndex } from '../servers/ServerSearchIndex';
import type { AttemptRecord } from './IntrospectionStore';
import { toolWords } from './toolWords';

/** SQLite takes no more terms in one insert. */
const ROWS_PER_INSERT = 100;

/**
 * Keeps a snapshot, once however often it was seen, and that this server
 * offered it. When it is not the one from before, its tools become what the
 * server is found by.
 */
export async function writeSnapshot(
  tx: Knex,
  searchIndex: ServerSearchIndex,
  server: ServerRow,
  seen: AttemptRecord & { snapshot: Snapshot },
): Promise<void> {
  const { snapshot, answer } = seen;
  await keepSnapshot(tx, snapshot);

  const lastSeen = {
    last_seen_at: seen.startedAt.toISOString(),
    protocol_version: answer.protocolVersion ?? null,
    server_info: answer.serverInfo ? JSON.stringify(answer.serverInfo) : null,
  };
  await tx('server_snapshots')
    .insert({
      server_id: server.id,
      sha256: snapshot.sha256,
      credential: answer.credential ?? '',
      first_seen_at: lastSeen.last_seen_at,
      ...lastSeen,
    })
    .onConflict(['server_id', 'sha256', 'credential'])
    .merge(lastSeen);

  if (server.snapshot !== snapshot.sha256) {
    await writeTools(tx, searchIndex, server, snapshot.contract);
  }
}

/** Keeps a snapshot, if it is not kept yet. */
export async function keepSnapshot(
  tx: Knex,
  snapshot: Snapshot,
): Promise<void> {
  await tx('snapshots')
    .insert({
      sha256: snapshot.sha256,
      contract: snapshot.canonicalJson,
      size_bytes: snapshot.sizeBytes,
      ...countContract(snapshot.contract),
    })
    .onConflict('sha256')
    .ignore();
}

/** The counts of a contract, by column. */
export function countContract(contract: Contract) {
  return {
    tools: contract.tools.length,
    prompts: contract.prompts.length,
    resources: contract.resources.length,
    resource_templates: contract.resourceTemplates.length,
  };
}

async function writeTools(
  tx: Knex,
  searchIndex: ServerSearchIndex,
  server: ServerRow,
  contract: Contract,
): Promise<void> {
  const tools = contract.tools.map(tool => ({
    name: tool.name,
    words: toolWords(tool),
  }));
  await tx('server_tools').where('server_id', server.id).delete();
  await tx.batchInsert(
    'server_tools',
    tools.map(({ name, words }, position) => ({
      server_id: server.id,
      position,
      name,
      words: likeDocument(words),
    })),
    ROWS_PER_INSERT,
  );
  await searchIndex.write(tx, server.id, [
    ...documentWords(server.name_words),
    ...documentWords(server.about_words),
    ...tools.flatMap(tool => tool.words),
  ]);
}
