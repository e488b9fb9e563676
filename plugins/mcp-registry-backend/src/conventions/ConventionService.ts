import { type Convention, settleConventions } from '@mcp-portal/mcp-contract';
import type {
  ScorePage,
  ScoreQuery,
  ServerConventions,
} from '@mcp-portal/plugin-mcp-registry-common';
import { InputError } from '@backstage/errors';

import type { Scope } from '../access';
import { requireServer } from '../servers/requireServer';
import type { ServerStore } from '../servers/ServerStore';
import type { ConventionStore } from './ConventionStore';
import type { ConventionsConfig } from './readConventionsConfig';
import type { ScoreStore } from './ScoreStore';

const DAY_MS = 24 * 60 * 60 * 1000;
const TREND_DAYS = 90;
/** With how long ago a score is compared. */
const BEFORE_DAYS = 30;

/**
 * The conventions, and how far servers keep them.
 */
export class ConventionService {
  readonly #servers: ServerStore;
  readonly #store: ConventionStore;
  readonly #scores: ScoreStore;
  readonly #conventions: Convention[];
  readonly #now: () => Date;

  constructor(options: {
    servers: ServerStore;
    store: ConventionStore;
    scores: ScoreStore;
    config: ConventionsConfig;
    now?: () => Date;
  }) {
    this.#servers = options.servers;
    this.#store = options.store;
    this.#scores = options.scores;
    this.#conventions = settleConventions(options.config.settings);
    this.#now = options.now ?? (() => new Date());
  }

  /** All of them, as the platform team has set them; those that are off too. */
  list(): Convention[] {
    return this.#conventions;
  }

  /**
   * Undefined until the server was checked.
   *
   * @throws NotFoundError when the scope has no such server
   */
  async get(scope: Scope, ref: string): Promise<ServerConventions | undefined> {
    await requireServer(this.#servers, scope, ref);
    return this.#store.get(scope, ref, this.#daysAgo(TREND_DAYS - 1));
  }

  /** @throws InputError when there is no such convention */
  async scores(scope: Scope, query: ScoreQuery): Promise<ScorePage> {
    const titles = new Map(
      this.#conventions.map(({ id, title }) => [id, title]),
    );
    const { convention } = query;
    if (convention !== undefined && !titles.has(convention)) {
      throw new InputError(
        `convention is ${JSON.stringify(convention)}; it must be one of ${[
          ...titles.keys(),
        ].join(', ')}.`,
      );
    }
    const found = await this.#scores.scores(scope, query, {
      today: this.#now(),
      trendFrom: this.#daysAgo(TREND_DAYS - 1),
      before: this.#daysAgo(BEFORE_DAYS),
    });
    return {
      ...found,
      broken: found.broken
        .flatMap(entry => {
          const title = titles.get(entry.convention);
          // One of an earlier release is in no report that is made from now on.
          return title === undefined ? [] : [{ ...entry, title }];
        })
        .sort(
          (a, b) => b.servers - a.servers || a.title.localeCompare(b.title),
        ),
    };
  }

  #daysAgo(days: number): Date {
    return new Date(this.#now().getTime() - days * DAY_MS);
  }
}
