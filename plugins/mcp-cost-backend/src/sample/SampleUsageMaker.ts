import { setTimeout as pause } from 'node:timers/promises';

import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseDecimal } from '@mcp-portal/plugin-mcp-cost-common';

import { systemScope } from '../access';
import type { BudgetStore } from '../budgets/BudgetStore';
import type { CatalogDirectory } from '../catalog';
import { isCatalogKnown } from '../catalog/isCatalogKnown';
import type { IngestionService, ReportedUsage } from '../ingestion';
import { makeSampleDay } from './makeSampleDay';
import type { SampleProfile } from './SampleProfile';
import type { SampleState, SampleStateStore } from './SampleStateStore';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BATCH = 500;
/**
 * Of the time that a batch takes, how long the next one waits: SQLite does one
 * thing at a time, and somebody may want to see a page meanwhile.
 */
const REST = 1;
const SOFT_THRESHOLD = 0.8;
const SCOPE = systemScope('sample-usage');

/**
 * Makes the usage of the sample organisation: that of the last months at the
 * first start, and what has come since then at each run. It goes the way of all
 * usage, is kept as sample data, and what was made before is known again.
 */
export class SampleUsageMaker {
  readonly #profile: SampleProfile;
  readonly #directory: CatalogDirectory;
  readonly #ingestion: IngestionService;
  readonly #store: SampleStateStore;
  readonly #budgets: BudgetStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #onMade: (signal?: AbortSignal) => Promise<void>;

  constructor(options: {
    profile: SampleProfile;
    directory: CatalogDirectory;
    ingestion: IngestionService;
    store: SampleStateStore;
    budgetStore: BudgetStore;
    logger: LoggerService;
    now: () => Date;
    /** What has to follow once new usage is there. */
    onMade: (signal?: AbortSignal) => Promise<void>;
  }) {
    this.#profile = options.profile;
    this.#directory = options.directory;
    this.#ingestion = options.ingestion;
    this.#store = options.store;
    this.#budgets = options.budgetStore;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#onMade = options.onMade;
  }

  /** Whether all up to the last full hour is there now. */
  async run(signal?: AbortSignal): Promise<boolean> {
    if (!(await this.#isCatalogThere())) {
      return false;
    }
    const known = await this.#store.read(SCOPE);
    if (!known) {
      await this.#setBudgets();
    }
    const state = known ?? this.#firstState();
    const untilMs = Math.floor(this.#now().getTime() / HOUR_MS) * HOUR_MS;
    if (state.madeUntilMs >= untilMs) {
      return true;
    }
    const startedAt = this.#now().getTime();
    let events = 0;
    while (state.madeUntilMs < untilMs && !signal?.aborted) {
      const dayMs = Math.floor(state.madeUntilMs / DAY_MS) * DAY_MS;
      const toMs = Math.min(dayMs + DAY_MS, untilMs);
      events += await this.#make(state, dayMs, toMs);
      state.madeUntilMs = toMs;
      await this.#store.write(SCOPE, state);
    }
    const tookMs = this.#now().getTime() - startedAt;
    this.#logger.info(
      `Made ${events} events of sample usage in ${tookMs} ms, until ${new Date(
        state.madeUntilMs,
      ).toISOString()}`,
    );
    await this.#onMade(signal);
    return state.madeUntilMs >= untilMs;
  }

  /** Only where nobody has set one. */
  async #setBudgets(): Promise<void> {
    const set = new Set(
      (await this.#budgets.list(SCOPE)).map(({ teamRef }) => teamRef),
    );
    for (const { team, amount } of this.#profile.budgets) {
      const teamRef = teamRefOf(team);
      if (!set.has(teamRef)) {
        await this.#budgets.set(SCOPE, {
          teamRef,
          amountNanos: parseDecimal(amount),
          softThreshold: SOFT_THRESHOLD,
          blocks: true,
          setBy: SCOPE.actor,
          setAt: this.#now().toISOString(),
        });
      }
    }
  }

  #firstState(): SampleState {
    const startedAtMs = this.#now().getTime();
    const today = Math.floor(startedAtMs / DAY_MS) * DAY_MS;
    return {
      startedAtMs,
      madeUntilMs: today - (this.#profile.days - 1) * DAY_MS,
    };
  }

  /** At a first start the catalog takes a while to read the sample's files. */
  async #isCatalogThere(): Promise<boolean> {
    if (!(await isCatalogKnown(this.#directory))) {
      return false;
    }
    const { agents } = await this.#directory.current();
    const known = new Set([...agents.values()].map(({ name }) => name));
    return this.#profile.agents.every(({ agent }) => known.has(agent));
  }

  async #make(
    { startedAtMs, madeUntilMs }: SampleState,
    dayMs: number,
    toMs: number,
  ): Promise<number> {
    const profile = this.#profile;
    const byTeam = makeSampleDay({ profile, dayMs, startedAtMs });
    let events = 0;
    for (const [team, usage] of byTeam) {
      const due = usage.filter(
        ({ occurredAtMs }) =>
          occurredAtMs >= madeUntilMs && occurredAtMs < toMs,
      );
      for (let start = 0; start < due.length; start += BATCH) {
        const startedAt = performance.now();
        events += await this.#send(team, due.slice(start, start + BATCH));
        await pause(REST * (performance.now() - startedAt));
      }
    }
    return events;
  }

  async #send(
    team: string,
    usage: Omit<ReportedUsage, 'index'>[],
  ): Promise<number> {
    const reporter = {
      id: 'sample',
      teamRef: teamRefOf(team),
      reportsFor: [],
    };
    const receipt = await this.#ingestion.ingest(
      reporter,
      'sample',
      usage.map((record, index) => ({ ...record, index })),
    );
    if (receipt.refused > 0) {
      this.#logger.warn(
        `${receipt.refused} events of sample usage of ${team} were refused: ${receipt.refusals[0]?.message}`,
      );
    }
    return receipt.accepted;
  }
}

function teamRefOf(team: string): string {
  return `group:default/${team}`;
}
