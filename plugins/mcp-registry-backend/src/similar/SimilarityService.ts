import type {
  SimilarQuery,
  SimilarServer,
  SimilarTool,
} from '@mcp-portal/plugin-mcp-registry-common';
import { plainText } from '@mcp-portal/plugin-mcp-node';

import type { Scope } from '../access';
import type { IntrospectionStore } from '../introspection/IntrospectionStore';
import type { ServerStore } from '../servers/ServerStore';
import { purposeTerms } from './purposeTerms';
import { type RankedCandidate, rankCandidates } from './rankCandidates';
import type { SimilarityStore } from './SimilarityStore';

const DEFAULT_LIMIT = 5;
const MAX_DESCRIPTION_LENGTH = 300;
/** A contract that is larger is not read just to describe three tools. */
const MAX_CONTRACT_BYTES = 1_000_000;

/**
 * Finds what there is already for a purpose, before somebody makes it again.
 */
export class SimilarityService {
  readonly #similarity: SimilarityStore;
  readonly #servers: ServerStore;
  readonly #introspection: IntrospectionStore;

  constructor(options: {
    similarity: SimilarityStore;
    servers: ServerStore;
    introspection: IntrospectionStore;
  }) {
    this.#similarity = options.similarity;
    this.#servers = options.servers;
    this.#introspection = options.introspection;
  }

  async find(scope: Scope, query: SimilarQuery): Promise<SimilarServer[]> {
    const terms = purposeTerms(query.text);
    if (!terms.length) {
      return [];
    }
    const corpus = await this.#similarity.corpusOf(scope, terms);
    const ranked = rankCandidates(terms, corpus).slice(
      0,
      query.limit ?? DEFAULT_LIMIT,
    );
    const summaries = await this.#servers.summaries(
      scope,
      ranked.map(({ candidate }) => candidate.ref),
    );
    const similar = ranked.map(async one => {
      const server = summaries.find(({ ref }) => ref === one.candidate.ref);
      return server
        ? [
            {
              server,
              score: one.score,
              level: one.level,
              tools: await this.#describeTools(scope, one),
              because: one.because,
            },
          ]
        : [];
    });
    return (await Promise.all(similar)).flat();
  }

  async #describeTools(
    scope: Scope,
    { candidate, tools }: RankedCandidate,
  ): Promise<SimilarTool[]> {
    const contract = tools.length
      ? await this.#introspection.getCurrentContract(
          scope,
          candidate.ref,
          MAX_CONTRACT_BYTES,
        )
      : undefined;
    const known = contract?.tools ?? candidate.tools;
    return tools.map(({ name, score }) => {
      const tool = known.find(one => one.name === name);
      return {
        name,
        title: shortText(tool?.title),
        description: shortText(tool?.description),
        score,
      };
    });
  }
}

function shortText(text: string | undefined): string | undefined {
  return text && plainText(text, MAX_DESCRIPTION_LENGTH);
}
