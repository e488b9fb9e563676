import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type Admission,
  type BudgetStatus,
  formatMoney,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { AlertReader } from '../alerts';
import type { CatalogDirectory } from '../catalog';
import type { BudgetReader } from './BudgetReader';
import { budgetPath } from '../portalPaths';
import { monthOf } from './forecast';
import { requireTeam } from './requireTeam';

/** Says whether teams may start new work. */
export class AdmissionService {
  readonly #statuses: BudgetReader;
  readonly #alerts: AlertReader;
  readonly #directory: CatalogDirectory;
  readonly #logger: LoggerService;
  readonly #currency: string;
  readonly #now: () => Date;

  constructor(options: {
    statuses: BudgetReader;
    alerts: AlertReader;
    directory: CatalogDirectory;
    logger: LoggerService;
    currency: string;
    now: () => Date;
  }) {
    this.#statuses = options.statuses;
    this.#alerts = options.alerts;
    this.#directory = options.directory;
    this.#logger = options.logger;
    this.#currency = options.currency;
    this.#now = options.now;
  }

  /** @throws NotFoundError when the caller may not see the team, or nobody knows it */
  async admit(scope: CostScope, teamRef: string): Promise<Admission> {
    const { title } = requireTeam(
      await this.#directory.current(),
      scope,
      teamRef,
    );
    let status: BudgetStatus;
    try {
      [status] = await this.#statuses.statuses(scope, [teamRef]);
    } catch (error) {
      this.#logger.error(
        `What ${teamRef} spent could not be read, and who asked was told what was known last: ${error}`,
      );
      return this.#fromLastKnown(scope, teamRef, title);
    }
    return {
      teamRef,
      admitted: status.level !== 'problem' || !status.budget?.blocks,
      level: status.level,
      message: this.#explain(status, title),
      ...(status.limitNanos !== undefined && { limitNanos: status.limitNanos }),
      spentNanos: status.spentNanos,
      askAt: budgetPath(teamRef),
    };
  }

  /**
   * A portal that can't count must not stop everybody's work; but a team that
   * was known to be over its budget still is.
   */
  async #fromLastKnown(
    scope: CostScope,
    teamRef: string,
    title: string,
  ): Promise<Admission> {
    const { items } = await this.#alerts.list(scope, {
      team: [teamRef],
      rule: ['budget-hard'],
      state: 'open',
      limit: 1,
    });
    const [{ facts = {} } = {}] = items;
    const isOver =
      facts.month === monthOf(this.#now()).text && facts.blocks === 'yes';
    return {
      teamRef,
      admitted: !isOver,
      level: 'unknown',
      message: isOver
        ? `What ${title} spent can't be read right now; when it last could, its budget for this month was used up, so new work stays blocked.`
        : `What ${title} spent can't be read right now, so new work is let in. Have a look at its budget later.`,
      askAt: budgetPath(teamRef),
    };
  }

  #explain(status: BudgetStatus, title: string): string {
    const { budget, limitNanos, level } = status;
    if (!budget || limitNanos === undefined) {
      return `${title} has no budget, so nothing limits new work.`;
    }
    const spent = formatMoney(status.spentNanos, this.#currency);
    const limit = formatMoney(limitNanos, this.#currency);
    const numbers = `${title} has spent ${spent} of ${limit} this month`;
    if (level !== 'problem') {
      return level === 'attention'
        ? `${numbers}; new work is let in, but little is left.`
        : `${numbers}.`;
    }
    if (!budget.blocks) {
      return `${numbers}, which is all of it; its budget blocks nothing, so new work is let in.`;
    }
    return status.pendingIncrease
      ? `${numbers}, which is all of it, so new work is blocked until the increase that it asked for is granted.`
      : `${numbers}, which is all of it, so new work is blocked until next month or until an increase is granted.`;
  }
}
