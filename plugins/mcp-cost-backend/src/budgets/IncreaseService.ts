import { randomUUID } from 'node:crypto';

import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  BudgetIncrease,
  CostPage,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { CatalogDirectory, DirectoryTeam } from '../catalog';
import type { NoticeSender } from '../notices';
import type { BudgetStore } from './BudgetStore';
import { describeIncrease } from './describeIncrease';
import { monthOf } from './forecast';
import { noticeOfAsking, noticeOfDecision } from './increaseNotices';
import type { IncreaseStore, KeptIncrease } from './IncreaseStore';
import { readAmount } from './readAmount';
import { requireTeam } from './requireTeam';
import { isMember, manages } from './teamRights';

/** What teams ask for beyond their budget, and who decides. */
export class IncreaseService {
  readonly #budgets: BudgetStore;
  readonly #increases: IncreaseStore;
  readonly #directory: CatalogDirectory;
  readonly #sender: NoticeSender;
  readonly #currency: string;
  readonly #now: () => Date;

  constructor(options: {
    budgetStore: BudgetStore;
    increaseStore: IncreaseStore;
    directory: CatalogDirectory;
    sender: NoticeSender;
    currency: string;
    now: () => Date;
  }) {
    this.#budgets = options.budgetStore;
    this.#increases = options.increaseStore;
    this.#directory = options.directory;
    this.#sender = options.sender;
    this.#currency = options.currency;
    this.#now = options.now;
  }

  /**
   * Asks for more in this month.
   *
   * @throws NotAllowedError when the caller is not in the team
   * @throws ConflictError without a budget, or when one request waits already
   */
  async ask(
    scope: CostScope,
    teamRef: string,
    request: { amount: string; reason: string },
  ): Promise<BudgetIncrease> {
    const { title } = requireTeam(
      await this.#directory.current(),
      scope,
      teamRef,
    );
    if (!isMember(scope, teamRef)) {
      throw new NotAllowedError(
        `Members of ${title} ask for it; you are not one of them`,
      );
    }
    const amountNanos = readAmount(request.amount, {
      field: 'amount',
      currency: this.#currency,
      least: 1n,
    });
    const [budget] = await this.#budgets.list(scope, [teamRef]);
    if (!budget) {
      throw new ConflictError(
        `${title} has no budget, so there is nothing to increase`,
      );
    }
    const now = this.#now();
    const increase: KeptIncrease = {
      id: randomUUID(),
      teamRef,
      month: monthOf(now).text,
      amountNanos: String(amountNanos),
      reason: request.reason.trim(),
      askedBy: scope.actor,
      askedAt: now.toISOString(),
      state: 'pending',
    };
    await this.#increases.ask(
      scope,
      increase,
      noticeOfAsking(increase, { title, currency: this.#currency }),
    );
    await this.#sender.flush();
    return describeIncrease(scope, increase, title);
  }

  async list(
    scope: CostScope,
    query: {
      team?: string[];
      state?: BudgetIncrease['state'][];
      /** Narrows to teams with this text in their title or ref. */
      search?: string;
      limit: number;
      offset: number;
    },
  ): Promise<CostPage<BudgetIncrease>> {
    const { teams } = await this.#directory.current();
    const { items, totalItems } = await this.#increases.list(scope, {
      teams: namedTeams([...teams.values()], query),
      states: query.state,
      limit: query.limit,
      offset: query.offset,
    });
    return {
      items: items.map(increase =>
        describeIncrease(scope, increase, teams.get(increase.teamRef)?.title),
      ),
      totalItems,
    };
  }

  /**
   * Grants or declines; the first who decides does.
   *
   * @throws NotAllowedError when the caller does not manage the team, or asked
   * @throws ConflictError when it was decided already, or its month is over
   */
  async decide(
    scope: CostScope,
    id: string,
    request: { decision: 'granted' | 'declined'; reason?: string },
  ): Promise<BudgetIncrease> {
    const increase = await this.#require(scope, id);
    const title = await this.#titleOf(increase);
    if (!manages(scope, increase.teamRef)) {
      throw new NotAllowedError(
        `Members of a team above ${title} decide on this, and who may set all budgets`,
      );
    }
    if (increase.askedBy === scope.actor) {
      throw new NotAllowedError(
        'You asked for this yourself; somebody else has to decide, or set the budget anew',
      );
    }
    const now = this.#now();
    const decision = {
      state: request.decision,
      by: scope.actor,
      at: now.toISOString(),
      month: monthOf(now).text,
      reason: request.reason?.trim() || undefined,
    };
    const decided = await this.#increases.decide(
      scope,
      id,
      decision,
      noticeOfDecision(increase, decision, {
        title,
        currency: this.#currency,
      }),
    );
    const after = await this.#require(scope, id);
    if (!decided) {
      throw new ConflictError(whyNotOpen(after));
    }
    await this.#sender.flush();
    return describeIncrease(scope, after, title);
  }

  /**
   * Takes back what the caller asked for.
   *
   * @throws NotAllowedError when somebody else asked
   * @throws ConflictError when it was decided already
   */
  async withdraw(scope: CostScope, id: string): Promise<BudgetIncrease> {
    const increase = await this.#require(scope, id);
    if (increase.askedBy !== scope.actor) {
      throw new NotAllowedError(
        'Who asked for it can withdraw it, nobody else',
      );
    }
    const withdrawn = await this.#increases.withdraw(
      scope,
      id,
      this.#now().toISOString(),
    );
    const after = await this.#require(scope, id);
    if (!withdrawn) {
      throw new ConflictError(whyNotOpen(after));
    }
    return describeIncrease(scope, after, await this.#titleOf(after));
  }

  async #require(scope: CostScope, id: string): Promise<KeptIncrease> {
    const increase = await this.#increases.get(scope, id);
    if (!increase) {
      throw new NotFoundError(`No request for more budget has the id ${id}`);
    }
    return increase;
  }

  async #titleOf({ teamRef }: KeptIncrease): Promise<string> {
    const { teams } = await this.#directory.current();
    return teams.get(teamRef)?.title ?? teamRef;
  }
}

function namedTeams(
  teams: readonly DirectoryTeam[],
  { team, search }: { team?: string[]; search?: string },
): string[] | undefined {
  const words = search?.trim().toLocaleLowerCase('en-US');
  if (!words) {
    return team;
  }
  return teams
    .filter(({ ref, title }) =>
      `${title}\n${ref}`.toLocaleLowerCase('en-US').includes(words),
    )
    .map(({ ref }) => ref)
    .filter(ref => !team || team.includes(ref));
}

function whyNotOpen(increase: KeptIncrease): string {
  if (increase.state === 'pending') {
    return `It was asked for ${increase.month}, which is over; ask anew`;
  }
  const by = increase.decidedBy ? ` by ${increase.decidedBy}` : '';
  return `It was ${increase.state} already${by}`;
}
