import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  BudgetRequest,
  BudgetStatus,
  CostPage,
  CostPageQuery,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { CatalogDirectory } from '../catalog';
import type { UsageReader } from '../rollups';
import type { BudgetReader } from './BudgetReader';
import type { BudgetStore } from './BudgetStore';
import { grantedOf } from './describeIncrease';
import { monthOf } from './forecast';
import type { IncreaseStore, KeptIncrease } from './IncreaseStore';
import { orderTeams } from './orderTeams';
import { readAmount } from './readAmount';
import { readMonthSpends } from './readSpending';
import { requireTeam } from './requireTeam';
import { manages, mayRead } from './teamRights';
import { standingOf } from './toBudgetStatus';

const DEFAULT_SOFT_THRESHOLD = 0.8;
const DEFAULT_LIMIT = 25;

/** Teams' budgets: how they stand, and who sets them. */
export class BudgetService {
  readonly #budgets: BudgetStore;
  readonly #increases: IncreaseStore;
  readonly #statuses: BudgetReader;
  readonly #reader: UsageReader;
  readonly #directory: CatalogDirectory;
  readonly #currency: string;
  readonly #now: () => Date;

  constructor(options: {
    budgetStore: BudgetStore;
    increaseStore: IncreaseStore;
    statuses: BudgetReader;
    reader: UsageReader;
    directory: CatalogDirectory;
    currency: string;
    now: () => Date;
  }) {
    this.#budgets = options.budgetStore;
    this.#increases = options.increaseStore;
    this.#statuses = options.statuses;
    this.#reader = options.reader;
    this.#directory = options.directory;
    this.#currency = options.currency;
    this.#now = options.now;
  }

  /** Teams in view, with and without a budget; those nearest their limit first. */
  async list(
    scope: CostScope,
    query: CostPageQuery,
  ): Promise<CostPage<BudgetStatus>> {
    const now = this.#now();
    const catalog = await this.#directory.current();
    const budgets = await this.#budgets.list(scope);
    const refs = [
      ...new Set([
        ...budgets.map(({ teamRef }) => teamRef),
        ...[...catalog.teams.keys()].filter(ref => mayRead(scope, ref)),
      ]),
    ];
    const [spends, increases] = await Promise.all([
      readMonthSpends(this.#reader, scope, refs, now),
      this.#increases.ofMonth(scope, monthOf(now).text, refs),
    ]);
    const budgetOf = new Map(budgets.map(budget => [budget.teamRef, budget]));
    const increasesOf = new Map<string, KeptIncrease[]>();
    for (const increase of increases) {
      const others = increasesOf.get(increase.teamRef) ?? [];
      increasesOf.set(increase.teamRef, [...others, increase]);
    }
    const teams = refs.map(teamRef => {
      const spentNanos = spends.get(teamRef) ?? 0n;
      return {
        teamRef,
        title: catalog.teams.get(teamRef)?.title ?? teamRef,
        spentNanos,
        usedShare: standingOf({
          budget: budgetOf.get(teamRef),
          grantedNanos: grantedOf(increasesOf.get(teamRef) ?? []),
          spentNanos,
        }).usedShare,
      };
    });
    const found = orderTeams(teams, query.search);
    const offset = query.offset ?? 0;
    const page = found.slice(offset, offset + (query.limit ?? DEFAULT_LIMIT));
    return {
      items: await this.#statuses.statuses(
        scope,
        page.map(({ teamRef }) => teamRef),
      ),
      totalItems: found.length,
    };
  }

  /** @throws NotFoundError when the caller may not see the team, or nobody knows it */
  async get(scope: CostScope, teamRef: string): Promise<BudgetStatus> {
    requireTeam(await this.#directory.current(), scope, teamRef);
    const [status] = await this.#statuses.statuses(scope, [teamRef]);
    return status;
  }

  /**
   * @throws NotFoundError as `get`
   * @throws NotAllowedError when the caller does not manage the team
   * @throws InputError when the amount is none
   */
  async set(
    scope: CostScope,
    teamRef: string,
    request: BudgetRequest,
  ): Promise<BudgetStatus> {
    await this.#requireManaged(scope, teamRef);
    await this.#budgets.set(scope, {
      teamRef,
      amountNanos: readAmount(request.amount, {
        field: 'amount',
        currency: this.#currency,
      }),
      softThreshold: request.softThreshold ?? DEFAULT_SOFT_THRESHOLD,
      blocks: request.blocks ?? true,
      setBy: scope.actor,
      setAt: this.#now().toISOString(),
    });
    return this.get(scope, teamRef);
  }

  /** @throws NotFoundError when there is no budget; NotAllowedError as `set` */
  async remove(scope: CostScope, teamRef: string): Promise<BudgetStatus> {
    await this.#requireManaged(scope, teamRef);
    if (!(await this.#budgets.remove(scope, teamRef))) {
      throw new NotFoundError(`${teamRef} has no budget`);
    }
    return this.get(scope, teamRef);
  }

  async #requireManaged(scope: CostScope, teamRef: string): Promise<void> {
    const team = requireTeam(await this.#directory.current(), scope, teamRef);
    if (!manages(scope, teamRef)) {
      throw new NotAllowedError(
        `The budget of ${team.title} is set by members of a team above it, and by who may set all budgets; ask for an increase instead`,
      );
    }
  }
}
