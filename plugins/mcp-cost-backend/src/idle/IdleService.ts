import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  IdleExemption,
  IdleQuery,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import { DAY_MS, dayOf, dayText, parseDay } from '../time/days';
import type { IdlePage, IdleStore } from './IdleStore';

/** An exemption is looked at again at least once a year. */
const MAX_DAYS = 366;

/** What lies idle, and what is to stay so for a while. */
export class IdleService {
  readonly #store: IdleStore;
  readonly #now: () => Date;

  constructor(options: { store: IdleStore; now: () => Date }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  list(scope: CostScope, query: IdleQuery): Promise<IdlePage> {
    return this.#store.list(scope, query, this.#now());
  }

  /**
   * Keeps something from being reported, until a day.
   *
   * @throws NotFoundError when the caller may not see it
   * @throws NotAllowedError when the caller is not one of its owners
   * @throws InputError when the day is past, or more than a year away
   */
  async exempt(
    scope: CostScope,
    id: string,
    request: { reason: string; until: string },
  ): Promise<IdleExemption> {
    const now = this.#now();
    const today = dayOf(now.getTime());
    const until = parseDay(request.until, 'until');
    if (until < today || until > today + MAX_DAYS) {
      throw new InputError(
        `until is ${request.until}; choose a day from ${dayText(
          today,
        )} to ${new Date((today + MAX_DAYS) * DAY_MS)
          .toISOString()
          .slice(0, 10)}`,
      );
    }
    await this.#requireExemptible(scope, id, now);
    const exemption = {
      reason: request.reason.trim(),
      until: request.until,
      by: scope.actor,
      at: now.toISOString(),
    };
    await this.#store.exempt(scope, id, exemption, now);
    return exemption;
  }

  /** @throws NotFoundError, NotAllowedError as `exempt`; and when there is none */
  async endExemption(scope: CostScope, id: string): Promise<void> {
    const now = this.#now();
    await this.#requireExemptible(scope, id, now);
    if (!(await this.#store.endExemption(scope, id, now))) {
      throw new NotFoundError('It has no exemption');
    }
  }

  async #requireExemptible(
    scope: CostScope,
    id: string,
    now: Date,
  ): Promise<void> {
    const resource = await this.#store.get(scope, id, now);
    if (!resource) {
      throw new NotFoundError(
        `Nothing idle has the id ${id}; it may be in use again`,
      );
    }
    if (!resource.mayExempt) {
      throw new NotAllowedError(
        `Members of ${resource.ownerRef ?? 'its team'} exempt it`,
      );
    }
  }
}
