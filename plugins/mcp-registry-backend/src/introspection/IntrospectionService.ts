import type {
  Attempt,
  IntrospectionReceipt,
} from '@mcp-portal/plugin-mcp-registry-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import limitConcurrency from 'p-limit';

import type { Scope } from '../access';
import { requireServer } from '../servers/requireServer';
import type { ServerAnnouncer } from '../servers/ServerAnnouncer';
import type { ServerStore } from '../servers/ServerStore';
import type { AnswerListener, GoodAnswer } from './AnswerListener';
import type {
  Answer,
  ContractAsker,
  TrialOptions,
} from './asking/ContractAsker';
import { healthAfter } from './healthAfter';
import type { ClaimedServer, IntrospectionStore } from './IntrospectionStore';
import { nextAttempt } from './nextAttempt';

/** Added to the deadline, for what is left to do once a server has answered. */
const CLAIM_MARGIN_MS = 60_000;

/** Says what is tried of a server beside reading its contract. */
export interface TrialPlan {
  trialOf(scope: Scope, ref: string): Promise<TrialOptions>;
}

/**
 * Asks servers for their contracts, and keeps what they answer.
 */
export class IntrospectionService {
  readonly #asker: ContractAsker;
  readonly #store: IntrospectionStore;
  readonly #servers: ServerStore;
  readonly #listeners: AnswerListener[];
  readonly #trials?: TrialPlan;
  readonly #announcer?: ServerAnnouncer;
  readonly #logger: LoggerService;
  readonly #concurrency: number;
  /** One bound for the schedule and for those who ask now. */
  readonly #limit: ReturnType<typeof limitConcurrency>;
  /** Servers that wait here to be asked now. */
  readonly #waiting = new Set<string>();
  readonly #intervalMs: number;
  readonly #claimMs: number;

  constructor(options: {
    asker: ContractAsker;
    store: IntrospectionStore;
    servers: ServerStore;
    /** Told of each good answer, one after another. */
    listeners?: AnswerListener[];
    /** Nothing is tried without it. */
    trials?: TrialPlan;
    /** Nobody is told of new contracts without it. */
    announcer?: ServerAnnouncer;
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
    this.#listeners = options.listeners ?? [];
    this.#trials = options.trials;
    this.#announcer = options.announcer;
    this.#logger = options.logger;
    this.#concurrency = options.concurrency;
    this.#limit = limitConcurrency(options.concurrency);
    this.#intervalMs = options.intervalMs;
    this.#claimMs = options.deadlineMs + CLAIM_MARGIN_MS;
  }

  /**
   * Asks every server in scope that is due, some at once, until none is.
   */
  async askDue(scope: Scope, signal?: AbortSignal): Promise<void> {
    const askUntilNoneIsDue = async () => {
      while (!signal?.aborted) {
        const asked = await this.#limit(() => this.#askNext(scope, signal));
        if (!asked) {
          return;
        }
      }
    };
    await Promise.all(
      Array.from({ length: this.#concurrency }, askUntilNoneIsDue),
    );
  }

  /** Starts asking what is due, instead of waiting until the schedule looks. */
  hurry(scope: Scope): void {
    this.askDue(scope).catch(error =>
      this.#logger.warn(
        `What is due could not be asked at once; the schedule will: ${error}`,
      ),
    );
  }

  /**
   * Starts asking one server, whether it is due or not, and answers at once.
   *
   * @throws NotFoundError when there is no such server in scope
   * @throws NotAllowedError when the caller may see but not ask it
   */
  async askNow(scope: Scope, ref: string): Promise<IntrospectionReceipt> {
    const stored = await requireServer(this.#servers, scope, ref);
    if (!stored.mayIntrospect) {
      throw new NotAllowedError(
        `Only the owner of '${ref}' (${stored.owner.ref}) and platform admins may have it asked now.`,
      );
    }
    if (stored.health.running || this.#waiting.has(ref)) {
      return { state: 'running' };
    }
    this.#waiting.add(ref);
    this.#limit(() => this.#askOne(scope, ref)).finally(() =>
      this.#waiting.delete(ref),
    );
    return { state: 'started' };
  }

  /** False when no server is due. */
  async #askNext(scope: Scope, signal?: AbortSignal): Promise<boolean> {
    const now = new Date();
    const server = await this.#store.claimDue(
      scope,
      now,
      new Date(now.getTime() + this.#claimMs),
    );
    if (server) {
      await this.#askAndLog(scope, server, 'schedule', signal);
    }
    return server !== undefined;
  }

  async #askOne(scope: Scope, ref: string): Promise<void> {
    const now = new Date();
    const server = await this.#store.claim(
      scope,
      ref,
      now,
      new Date(now.getTime() + this.#claimMs),
    );
    if (server) {
      await this.#askAndLog(scope, server, 'manual');
    }
  }

  /** Lets an answer that can't be kept cost only itself. */
  async #askAndLog(
    scope: Scope,
    server: ClaimedServer,
    trigger: Attempt['trigger'],
    signal?: AbortSignal,
  ): Promise<void> {
    try {
      await this.#ask(scope, server, trigger, signal);
    } catch (error) {
      this.#logger.error(
        `What ${server.ref} answered could not be kept: ${error}`,
      );
    }
  }

  async #ask(
    scope: Scope,
    server: ClaimedServer,
    trigger: Attempt['trigger'],
    signal?: AbortSignal,
  ): Promise<void> {
    const startedAt = new Date();
    const trial = await this.#trials?.trialOf(scope, server.ref);
    const answer = await this.#asker.ask(server, { signal, trial });
    if (signal?.aborted) {
      // We stopped, not the server: its claim runs out, and it is asked again.
      return;
    }
    const now = new Date();
    const failures = answer.outcome === 'ok' ? 0 : server.failures + 1;
    const concludes = isGood(answer);
    const { newContract } = await this.#store.record(scope, server.ref, {
      startedAt,
      trigger,
      answer,
      health: healthAfter(answer, now, server),
      nextAttemptAt: nextAttempt({
        answer,
        failures,
        intervalMs: this.#intervalMs,
        now,
      }),
      keepsClaim: concludes,
    });
    this.#logger.debug(`Asked ${server.ref}: ${answer.outcome}`);
    if (concludes) {
      await this.#conclude(scope, server.ref, answer);
      // Only now: who waits for the answer reads what follows from it, too.
      await this.#store.release(scope, server.ref);
    }
    if (newContract) {
      await this.#announcer?.announce({ changed: [server.ref] });
    }
  }

  /** Lets a conclusion that fails cost only itself. */
  async #conclude(
    scope: Scope,
    ref: string,
    answer: GoodAnswer,
  ): Promise<void> {
    for (const listener of this.#listeners) {
      try {
        await listener.answered(scope, ref, answer);
      } catch (error) {
        this.#logger.error(
          `What ${ref} answered is kept, but not all that follows: ${error}`,
        );
      }
    }
  }
}

function isGood(answer: Answer): answer is GoodAnswer {
  return answer.outcome === 'ok' && answer.snapshot !== undefined;
}
