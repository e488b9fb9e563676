import type {
  Attempt,
  IntrospectionReceipt,
} from '@mcp-portal/plugin-mcp-registry-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';

import type { Scope } from '../access';
import type { ServerStore } from '../servers/ServerStore';
import type { ContractAsker } from './asking/ContractAsker';
import { healthAfter } from './healthAfter';
import type { ClaimedServer, IntrospectionStore } from './IntrospectionStore';
import { nextAttempt } from './nextAttempt';

/** Added to the deadline, for what is left to do once a server has answered. */
const CLAIM_MARGIN_MS = 60_000;

/**
 * Asks servers for their contracts, and keeps what they answer.
 */
export class IntrospectionService {
  readonly #asker: ContractAsker;
  readonly #store: IntrospectionStore;
  readonly #servers: ServerStore;
  readonly #logger: LoggerService;
  readonly #concurrency: number;
  readonly #intervalMs: number;
  readonly #claimMs: number;

  constructor(options: {
    asker: ContractAsker;
    store: IntrospectionStore;
    servers: ServerStore;
    logger: LoggerService;
    /** How many servers are asked at once. */
    concurrency: number;
    /** How often each server is asked. */
    intervalMs: number;
    /** How long one server may take. */
    deadlineMs: number;
  }) {
    this.#asker = options.asker;
    this.#store = options.store;
    this.#servers = options.servers;
    this.#logger = options.logger;
    this.#concurrency = options.concurrency;
    this.#intervalMs = options.intervalMs;
    this.#claimMs = options.deadlineMs + CLAIM_MARGIN_MS;
  }

  /**
   * Asks every server in scope that is due, some at once, until none is.
   */
  async askDue(scope: Scope, signal?: AbortSignal): Promise<void> {
    const askUntilNoneIsDue = async () => {
      while (!signal?.aborted) {
        const now = new Date();
        const server = await this.#store.claimDue(
          scope,
          now,
          new Date(now.getTime() + this.#claimMs),
        );
        if (!server) {
          return;
        }
        await this.#ask(scope, server, 'schedule', signal);
      }
    };
    await Promise.all(
      Array.from({ length: this.#concurrency }, askUntilNoneIsDue),
    );
  }

  /**
   * Starts asking one server, whether it is due or not, and answers at once.
   *
   * @throws NotFoundError when there is no such server in scope
   * @throws NotAllowedError when the caller may see but not ask it
   */
  async askNow(scope: Scope, ref: string): Promise<IntrospectionReceipt> {
    const stored = await this.#servers.get(scope, ref);
    if (!stored) {
      throw new NotFoundError(
        `No server '${ref}'. Look at the list of servers for its exact name.`,
      );
    }
    if (!stored.mayIntrospect) {
      throw new NotAllowedError(
        `Only the owner of '${ref}' (${stored.owner.ref}) and platform admins may have it asked now.`,
      );
    }
    const now = new Date();
    const server = await this.#store.claim(
      scope,
      ref,
      now,
      new Date(now.getTime() + this.#claimMs),
    );
    if (!server) {
      return { state: 'running' };
    }
    this.#ask(scope, server, 'manual').catch(error =>
      this.#logger.error(`Asking ${ref} could not be recorded`, error),
    );
    return { state: 'started' };
  }

  async #ask(
    scope: Scope,
    server: ClaimedServer,
    trigger: Attempt['trigger'],
    signal?: AbortSignal,
  ): Promise<void> {
    const startedAt = new Date();
    const answer = await this.#asker.ask(server, { signal });
    if (signal?.aborted) {
      // We stopped, not the server: its claim runs out, and it is asked again.
      return;
    }
    const now = new Date();
    const failures = answer.outcome === 'ok' ? 0 : server.failures + 1;
    await this.#store.record(scope, server.ref, {
      startedAt,
      trigger,
      answer,
      health: healthAfter(answer, now, server.lastGoodAt),
      nextAttemptAt: nextAttempt({
        answer,
        failures,
        intervalMs: this.#intervalMs,
        now,
      }),
    });
    this.#logger.debug(`Asked ${server.ref}: ${answer.outcome}`);
  }
}
