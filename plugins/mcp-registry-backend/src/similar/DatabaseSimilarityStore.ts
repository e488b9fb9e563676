import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import type { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { lookUpsOf, type PurposeTerm } from './purposeTerms';
import { readCandidates } from './readCandidates';
import type { Corpus, SimilarityStore } from './SimilarityStore';
import { weighTerms } from './weighTerms';

/** Counted to here, a term is frequent. */
const MAX_FREQUENCY = 1_000;
/** Servers that are compared word by word. */
const MAX_CANDIDATES = 50;

/**
 * Finds candidates by the registry's full-text index, and reads their words.
 */
export class DatabaseSimilarityStore implements SimilarityStore {
  readonly #knex: Knex;
  readonly #searchIndex: ServerSearchIndex;

  constructor(options: { knex: Knex; searchIndex: ServerSearchIndex }) {
    this.#knex = options.knex;
    this.#searchIndex = options.searchIndex;
  }

  async corpusOf(scope: Scope, terms: PurposeTerm[]): Promise<Corpus> {
    const servers = await this.#count(scope);
    const idsOfTerms = await this.#findByTerms(scope, terms);
    const frequencies = idsOfTerms.map(ids => ids.length);
    return {
      servers,
      frequencies,
      candidates: await readCandidates(
        this.#knex,
        scope,
        bestOf(idsOfTerms, weighTerms(terms, { servers, frequencies })),
      ),
    };
  }

  async #count(scope: Scope): Promise<number> {
    const [{ total }] = await this.#knex('servers')
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('servers.removed_at')
      .count({ total: '*' });
    return Number(total);
  }

  /** The ids of servers in scope that have each term, the lowest first. */
  async #findByTerms(scope: Scope, terms: PurposeTerm[]): Promise<number[][]> {
    const found: number[][] = terms.map(() => []);
    if (!terms.length) {
      return found;
    }
    const rows = await this.#searchIndex.run<{ term: number; id: number }[]>(
      knex => {
        const ofTerm = (term: PurposeTerm, index: number) =>
          knex.select(knex.raw(`${index} as term`), 'found.id').from(
            knex('servers')
              .modify(whereInExtent, scope.servers, 'servers')
              .whereNull('servers.removed_at')
              .modify(query =>
                this.#searchIndex.matchAny(query, lookUpsOf(term)),
              )
              .orderBy('servers.id')
              .limit(MAX_FREQUENCY)
              .select('servers.id')
              .as('found'),
          );
        const [first, ...others] = terms.map(ofTerm);
        return first.unionAll(others);
      },
    );
    for (const { term, id } of rows) {
      found[Number(term)].push(id);
    }
    return found;
  }
}

/** Those whose terms weigh the most together. */
function bestOf(idsOfTerms: number[][], weights: number[]): number[] {
  const sums = new Map<number, number>();
  idsOfTerms.forEach((ids, term) =>
    ids.forEach(id => sums.set(id, (sums.get(id) ?? 0) + weights[term])),
  );
  return [...sums]
    .sort(([idA, a], [idB, b]) => b - a || idA - idB)
    .slice(0, MAX_CANDIDATES)
    .map(([id]) => id);
}
