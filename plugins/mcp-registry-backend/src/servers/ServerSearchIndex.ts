import { Knex } from 'knex';

import { isSqlite } from '../database/dialect';
import { nameWords, searchWords } from '../search/searchWords';

/**
 * The searchable texts of one server, by field.
 */
export interface ServerTexts {
  name: string[];
  purpose: string[];
  owner: string[];
  tools: string[];
}

/**
 * The full-text index over names, purposes, owners and tools: FTS5 on SQLite,
 * a `tsvector` on PostgreSQL, over the same words.
 */
export class ServerSearchIndex {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Writes the texts of a server, in the transaction that changed them. */
  async write(tx: Knex, serverId: number, texts: ServerTexts): Promise<void> {
    const [name, purpose, owner, tools] = [
      texts.name,
      texts.purpose,
      texts.owner,
      texts.tools,
    ].map(words => words.join(' '));
    if (isSqlite(this.#knex)) {
      await tx('server_search').where('rowid', serverId).delete();
      await tx('server_search').insert({
        rowid: serverId,
        name,
        purpose,
        owner,
        tools,
      });
      return;
    }
    // Words are made by us, so the configuration must not stem or drop any.
    await tx.raw(
      `INSERT INTO server_search (server_id, document)
       VALUES (?, setweight(to_tsvector('simple', ?), 'A')
               || setweight(to_tsvector('simple', ?), 'B')
               || setweight(to_tsvector('simple', ?), 'C')
               || setweight(to_tsvector('simple', ?), 'D'))
       ON CONFLICT (server_id) DO UPDATE SET document = EXCLUDED.document`,
      [serverId, name, purpose, owner, tools],
    );
  }

  async remove(tx: Knex, serverIds: number[]): Promise<void> {
    await tx('server_search')
      .whereIn(isSqlite(this.#knex) ? 'rowid' : 'server_id', serverIds)
      .delete();
  }

  /**
   * Joins the index to a query over `servers`, keeping what has every term as
   * the beginning of a word. The relevance, smaller is better, can be ordered by
   * as {@link ServerSearchIndex.relevance}.
   */
  match(query: Knex.QueryBuilder, terms: string[]): void {
    if (isSqlite(this.#knex)) {
      query
        .join('server_search', 'server_search.rowid', 'servers.id')
        .whereRaw('server_search MATCH ?', [
          terms.map(term => `"${term}"*`).join(' AND '),
        ]);
      return;
    }
    query
      .join('server_search', 'server_search.server_id', 'servers.id')
      .whereRaw(`server_search.document @@ to_tsquery('simple', ?)`, [
        terms.map(term => `${term}:*`).join(' & '),
      ]);
  }

  /** The expression to order by, with its bindings. */
  relevance(terms: string[]): { sql: string; bindings: string[] } {
    if (isSqlite(this.#knex)) {
      return { sql: 'bm25(server_search, 12.0, 4.0, 3.0, 1.0)', bindings: [] };
    }
    return {
      sql: `-ts_rank(server_search.document, to_tsquery('simple', ?))`,
      bindings: [terms.map(term => `${term}:*`).join(' & ')],
    };
  }
}

/**
 * What a server is found by, apart from its tools.
 */
export function declaredTexts(server: {
  name: string;
  title?: string;
  purpose?: string;
  ownerRef: string;
  ownerTitle?: string;
}): Omit<ServerTexts, 'tools'> {
  return {
    name: [...nameWords(server.name), ...searchWords(server.title)],
    purpose: searchWords(server.purpose),
    owner: [
      ...searchWords(server.ownerRef.split('/').pop()),
      ...searchWords(server.ownerTitle),
    ],
  };
}
