import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { isAsKnown, type KnownEntities } from '../catalog/KnownEntities';
import { documentWords } from '../search/searchWords';
import { fingerprint } from '../database/fingerprint';
import { sortName } from '../database/sortName';
import { IndexedServer, ServerIndexStore } from './ServerIndexStore';
import { declaredWords, ServerSearchIndex } from './ServerSearchIndex';

interface KnownRow {
  id: number;
  declared: string;
  removed_at: string | null;
  fingerprint: string;
}

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

  async fingerprints(
    scope: Scope,
    refs?: string[],
  ): Promise<Map<string, string>> {
    const rows: { ref: string; fingerprint: string }[] = await this.#knex(
      'servers',
    )
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('removed_at')
      .modify(query => refs && query.whereIn('ref', refs))
      .select('ref', 'fingerprint');
    return new Map(rows.map(row => [row.ref, row.fingerprint]));
  }

  async put(
    scope: Scope,
    servers: IndexedServer[],
    now: Date,
    known?: KnownEntities,
  ): Promise<string[]> {
    const written: string[] = [];
    for (const server of servers) {
      // One transaction for each: a replica that reads meanwhile sees either
      // the old server or the new one, with its search words.
      const wasWritten = await this.#knex.transaction(tx =>
        this.#putOne(tx, scope, server, now, known),
      );
      if (wasWritten) {
        written.push(server.ref);
      }
    }
    return written;
  }

  async remove(
    scope: Scope,
    refs: string[],
    now: Date,
    known?: KnownEntities,
  ): Promise<string[]> {
    const removed: string[] = [];
    for (const ref of refs) {
      await this.#knex.transaction(async tx => {
        const row = await this.#find(tx, scope, ref);
        if (row && !row.removed_at && isAsKnown(known, ref, row.fingerprint)) {
          await tx('servers')
            .where('id', row.id)
            .update({ removed_at: now.toISOString() });
          await this.#searchIndex.remove(tx, [row.id]);
          removed.push(ref);
        }
      });
    }
    return removed;
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
    before: KnownEntities | undefined,
  ): Promise<boolean> {
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
    const found = await this.#find(tx, scope, server.ref);
    const inserted = found
      ? undefined
      : await this.#insert(tx, server.ref, row, now);
    // Where another replica was first to insert it, there is one after all.
    const known =
      found ??
      (inserted === undefined
        ? await this.#find(tx, scope, server.ref)
        : undefined);
    if (known) {
      const current = known.removed_at ? undefined : known.fingerprint;
      if (!isAsKnown(before, server.ref, current)) {
        return false;
      }
      const moved = known.removed_at || known.declared !== declared;
      await tx('servers')
        .where('id', known.id)
        .update({
          ...row,
          // What it is reached by may have changed: its next answer is news.
          ...(moved && { next_attempt_at: now.toISOString() }),
        });
    }
    const serverId = known ? known.id : inserted;
    if (serverId === undefined) {
      // Outside of this scope, or purged in this very moment.
      return false;
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
    return true;
  }

  #find(tx: Knex, scope: Scope, ref: string): Promise<KnownRow | undefined> {
    return (
      tx('servers')
        .modify(whereInExtent, scope.servers, 'servers')
        .where({ ref })
        // An answer of the server is written to the same words.
        .forUpdate()
        .first('id', 'declared', 'removed_at', 'fingerprint')
    );
  }

  /** Undefined when there is one already. */
  async #insert(
    tx: Knex,
    ref: string,
    row: Record<string, unknown>,
    now: Date,
  ): Promise<number | undefined> {
    const [entry] = await tx('servers')
      .insert({
        ...row,
        ref,
        health: 'unknown',
        health_reason: 'Not asked yet.',
        next_attempt_at: now.toISOString(),
      })
      .onConflict('ref')
      .ignore()
      .returning('id');
    return entry?.id;
  }
}
