import type { LoggerService } from '@backstage/backend-plugin-api';
import type { McpIdleAction } from '@mcp-portal/plugin-mcp-cost-node';

import { systemScope } from '../access';
import type { IdleSource } from './IdleSource';
import type { IdleStore } from './IdleStore';

/** How long an action may take; what it was told of it is told of again. */
const ACTION_MS = 60_000;

const scope = systemScope('idle');

/**
 * Looks for what lies idle, and tells the operator's actions of what is new.
 * Nothing that fails stops the rest.
 */
export class IdleScanner {
  readonly #sources: readonly IdleSource[];
  readonly #actions: readonly McpIdleAction[];
  readonly #store: IdleStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #actionMs: number;

  constructor(options: {
    sources: readonly IdleSource[];
    actions: readonly McpIdleAction[];
    store: IdleStore;
    logger: LoggerService;
    now: () => Date;
    actionMs?: number;
  }) {
    this.#sources = options.sources;
    this.#actions = options.actions;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#actionMs = options.actionMs ?? ACTION_MS;
  }

  async run(): Promise<void> {
    let failures = 0;
    for (const source of this.#sources) {
      const now = this.#now();
      try {
        const found = await source.find(scope, now);
        await this.#store.replace(scope, source.kind, found, now);
      } catch (error) {
        failures += 1;
        this.#logger.warn(
          `Idle ${source.kind} resources could not be looked for, and those found before stay: ${error}`,
        );
      }
    }
    if (failures === 0) {
      await this.#store.markScanned(scope, this.#now());
    }
    for (const action of this.#actions) {
      await this.#tell(action);
    }
  }

  /** What an action fails at it is told of again after the next scan. */
  async #tell(action: McpIdleAction): Promise<void> {
    try {
      const found = await this.#store.untold(scope, action.name, this.#now());
      if (found.length > 0) {
        await inTime(action.onIdle(found), this.#actionMs);
        await this.#store.markTold(scope, action.name, found);
      }
    } catch (error) {
      this.#logger.warn(
        `The idle action ${action.name} failed, and is told again after the next scan: ${error}`,
      );
    }
  }
}

async function inTime(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`it took longer than ${ms / 1_000} seconds`)),
      ms,
    );
  });
  try {
    await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
