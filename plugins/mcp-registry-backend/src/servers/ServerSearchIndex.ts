import { Knex } from 'knex';

import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import { likeDocument, nameWords, searchWords } from '../search/searchWords';

/**
 * In characters. A `tsvector` holds 1 MB, its own bookkeeping included; what is
 * cut are words of the last tools of the very largest servers.
 */
const MAX_TEXT_LENGTH = 200_000;

/**
 * Which server has which word, in its name, purpose, owner or tools: FTS5 on
 * SQLite, a `tsvector` on PostgreSQL, over the same words.
 */
export class ServerSearchIndex {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Writes the words of a server, in the transaction that changed them. */
  async write(tx: Knex, serverId: number, words: string[]): Promise<void> {
    const text = [...new Set(words)].join(' ').slice(0, MAX_TEXT_LENGTH);
    if (isSqlite(this.#knex)) {
      await tx('server_search').where('rowid', serverId).delete();
      await tx('server_search').insert({ rowid: serverId, words: text });
      return;
    }
    // The words are ours: the configuration must not stem or drop any.
    await tx.raw(
      `INSERT INTO server_search (server_id, document)
       VALUES (?, to_tsvector('simple', ?))
       ON CONFLICT (server_id) DO UPDATE SET document = EXCLUDED.document`,
      [serverId, text],
    );
  }

  async remove(tx: Knex, serverIds: number[]): Promise<void> {
    await tx('server_search')
      .whereIn(isSqlite(this.#knex) ? 'rowid' : 'server_id', serverIds)
      .delete();
  }

  /**
   * Runs a query that {@link ServerSearchIndex.match} narrowed.
   *
   * PostgreSQL does not count what it costs to unpack a long `tsvector`, and
   * reads all of them for a frequent word, ten times slower than its own index.
   */
  async run<T>(build: (knex: Knex) => Knex.QueryBuilder): Promise<T> {
    if (isSqlite(this.#knex)) {
      return build(this.#knex) as Promise<T>;
    }
    return this.#knex.transaction(async tx => {
      await tx.raw('SET LOCAL enable_seqscan = off');
      return build(tx) as Promise<T>;
    });
  }

  /**
   * Narrows a query over `servers` to what has every term as the beginning of a
   * word. Terms hold letters and digits only, so nothing in them has a meaning
   * to a database.
   */
  match(query: Knex.QueryBuilder, terms: string[]): void {
    this.#match(
      query,
      isSqlite(this.#knex)
        ? terms.map(term => `"${term}"*`).join(' AND ')
        : terms.map(term => `${term}:*`).join(' & '),
    );
  }

  /** Narrows a query over `servers` to what has any; the same holds for terms. */
  matchAny(query: Knex.QueryBuilder, { words, prefixes }: AnyOf): void {
    this.#match(
      query,
      isSqlite(this.#knex)
        ? [
            ...words.map(word => `"${word}"`),
            ...prefixes.map(prefix => `"${prefix}"*`),
          ].join(' OR ')
        : [...words, ...prefixes.map(prefix => `${prefix}:*`)].join(' | '),
    );
  }

  #match(query: Knex.QueryBuilder, expression: string): void {
    if (isSqlite(this.#knex)) {
      query
        .join('server_search', 'server_search.rowid', 'servers.id')
        .whereRaw('server_search MATCH ?', [expression]);
      return;
    }
    query
      .join('server_search', 'server_search.server_id', 'servers.id')
      .whereRaw(`server_search.document @@ to_tsquery('simple', ?)`, [
        expression,
      ]);
  }
}

/** Whatever has one of some words, or a word that begins in one of some ways. */
export interface AnyOf {
  words: string[];
  prefixes: string[];
}

/** What a server is found by, apart from its tools. */
export function declaredWords(server: {
  name: string;
  title?: string;
  purpose?: string;
  ownerRef: string;
  ownerTitle?: string;
}): { nameWords: string; aboutWords: string } {
  return {
    nameWords: likeDocument([
      ...nameWords(server.name),
      ...searchWords(server.title),
    ]),
    aboutWords: likeDocument([
      ...searchWords(server.purpose),
      ...searchWords(server.ownerRef.split('/').pop()),
      ...searchWords(server.ownerTitle),
    ]),
  };
}
