import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { documentWords } from '../search/searchWords';
import { fingerprint } from '../database/fingerprint';
import { sortName } from '../database/sortName';
import { IndexedServer, ServerIndexStore } from './ServerIndexStore';
import { declaredWords, ServerSearchIndex } from './ServerSearchIndex';

/**
 * Keeps the index in the registry's database.
 */
export class DatabaseServerIndexStore implements ServerIndexStore {
  readonly #knex: Knex;
  readonly #searchIndex: ServerSearchIndex;

  constructor(options: { knex: Knex; searchIndex: ServerSearchIndex }) {
    this.#knex = options.knex;
    this.#searchIndex = options.searchIndex;
  }

  async fingerprints(scope: Scope): Promise<Map<string, string>> {
    const rows: { ref: string; fingerprint: string }[] = await this.#knex(
      'servers',
    )
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('removed_at')
      .select('ref', 'fingerprint');
    return new Map(rows.map(row => [row.ref, row.fingerprint]));
  }

  async put(scope: Scope, servers: IndexedServer[], now: Date): Promise<void> {
    for (const server of servers) {
      // One transaction for each: a replica that reads meanwhile sees either
      // the old server or the new one, with its search words.
      await this.#knex.transaction(tx => this.#putOne(tx, scope, server, now));
    }
  }

  async remove(scope: Scope, refs: string[], now: Date): Promise<void> {
    for (const ref of refs) {
      await this.#knex.transaction(async tx => {
        const row = await tx('servers')
          .modify(whereInExtent, scope.servers, 'servers')
          .where({ ref })
          .first('id');
        if (row) {
          await tx('servers')
            .where('id', row.id)
            .update({ removed_at: now.toISOString() });
          await this.#searchIndex.remove(tx, [row.id]);
        }
      });
    }
  }

  async purge(scope: Scope, removedBefore: Date): Promise<number> {
    return this.#knex.transaction(async tx => {
      const purged = await tx('servers')
        .modify(whereInExtent, scope.servers, 'servers')
        .where('removed_at', '<', removedBefore.toISOString())
        // What was published does not go by itself.
        .whereNotIn('id', tx('versions').select('server_id'))
        .delete();
      if (purged) {
        await tx('snapshots')
          .whereNotIn('sha256', tx('server_snapshots').select('sha256'))
          .whereNotIn('sha256', tx('versions').select('sha256'))
          .delete();
      }
      return purged;
    });
  }

  async #putOne(
    tx: Knex,
    scope: Scope,
    server: IndexedServer,
    now: Date,
  ): Promise<void> {
    const declared = JSON.stringify(server.declared);
    const { nameWords, aboutWords } = declaredWords(server);
    const row = {
      fingerprint: fingerprint(server),
      namespace: server.namespace,
      name: server.name,
      title: server.title ?? null,
      sort_name: sortName(server),
      name_words: nameWords,
      about_words: aboutWords,
      purpose: server.purpose ?? null,
      owner_ref: server.ownerRef,
      owner_exists: server.ownerExists,
      owner_title: server.ownerTitle ?? null,
      lifecycle: server.lifecycle,
      system_ref: server.systemRef ?? null,
      trust: server.trust,
      visibility: server.visibility,
      data_sensitivity: server.dataSensitivity ?? null,
      sample: server.sample,
      declared,
      removed_at: null,
    };
    const known = await tx('servers')
      .modify(whereInExtent, scope.servers, 'servers')
      .where('ref', server.ref)
      // An answer of the server is written to the same words.
      .forUpdate()
      .first('id', 'declared', 'removed_at');
    const serverId = known
      ? known.id
      : await this.#insert(tx, server.ref, row, now);
    if (known) {
      const moved = known.removed_at || known.declared !== declared;
      await tx('servers')
        .where('id', known.id)
        .update({
          ...row,
          // What it is reached by may have changed: its next answer is news.
          ...(moved && { next_attempt_at: now.toISOString() }),
        });
    }
    const tools: { words: string }[] = await tx('server_tools')
      .where('server_id', serverId)
      .orderBy('position')
      .select('words');
    await this.#searchIndex.write(
      tx,
      serverId,
      [nameWords, aboutWords, ...tools.map(tool => tool.words)].flatMap(
        documentWords,
      ),
    );
  }

  async #insert(
    tx: Knex,
    ref: string,
    row: Record<string, unknown>,
    now: Date,
  ): Promise<number> {
    const [{ id }] = await tx('servers')
      .insert({
        ...row,
        ref,
        health: 'unknown',
        health_reason: 'Not asked yet.',
        next_attempt_at: now.toISOString(),
      })
      .returning('id');
    return id;
  }
}
