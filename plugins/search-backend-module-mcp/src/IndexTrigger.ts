import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** So that servers that change together are indexed together. */
const FIRST_WAIT_MS = 500;
/** Between two runs, and twice as long after each while changes go on. */
const MIN_GAP_MS = 2_000;
const MAX_GAP_MS = 120_000;
/** How soon one is tried again that is running just now. */
const RUNNING_WAIT_MS = 1_000;

/**
 * Has the index of servers made anew when servers change: soon after the first
 * change, and ever more seldom while they go on, since each run reads them all.
 */
export class IndexTrigger {
  readonly #scheduler: SchedulerService;
  readonly #logger: LoggerService;
  #taskId?: string;
  #timer?: ReturnType<typeof setTimeout>;
  #triggeredAtMs = -Infinity;
  #gapMs = MIN_GAP_MS;
  #isStopped = false;

  constructor(options: { scheduler: SchedulerService; logger: LoggerService }) {
    this.#scheduler = options.scheduler;
    this.#logger = options.logger;
  }

  /** The same runner, of whose task this learns what it is called. */
  watch(runner: SchedulerServiceTaskRunner): SchedulerServiceTaskRunner {
    return {
      run: async task => {
        await runner.run(task);
        this.#taskId = task.id;
      },
    };
  }

  /** Something is not as it was indexed. */
  notice(): void {
    if (this.#timer || this.#isStopped) {
      return;
    }
    const sinceMs = Date.now() - this.#triggeredAtMs;
    if (sinceMs > MAX_GAP_MS) {
      this.#gapMs = MIN_GAP_MS;
    }
    this.#wait(Math.max(FIRST_WAIT_MS, this.#gapMs - sinceMs));
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => this.#trigger(), ms);
    this.#timer.unref();
  }

  async #trigger(): Promise<void> {
    // What changes from here on may be too late for the run.
    this.#timer = undefined;
    if (!this.#taskId) {
      // The first run is still to come, and reads everything.
      return;
    }
    try {
      await this.#scheduler.triggerTask(this.#taskId);
      this.#triggeredAtMs = Date.now();
      this.#gapMs = Math.min(2 * this.#gapMs, MAX_GAP_MS);
    } catch (error) {
      if (isError(error) && error.name === 'ConflictError') {
        // It may have read already what changed: once more, afterwards.
        if (!this.#timer && !this.#isStopped) {
          this.#wait(RUNNING_WAIT_MS);
        }
      } else {
        this.#logger.warn(
          `MCP servers changed, and the search learns of it at its next round only: ${error}`,
        );
      }
    }
  }
}
