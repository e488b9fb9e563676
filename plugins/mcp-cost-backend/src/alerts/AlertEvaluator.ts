import type { LoggerService } from '@backstage/backend-plugin-api';

import { systemScope } from '../access';
import { stableId } from '../stableId';
import { noticeOfAlert, noticeOfEnd } from './alertNotices';
import type { AlertStore, KeptAlert } from './AlertStore';
import type { Finding } from './Finding';
import type { Rule } from './Rule';

const DAY_MS = 24 * 60 * 60_000;
/** How long alerts that are over are kept. */
const KEPT_DAYS = 400;

const scope = systemScope('alerts');

/**
 * Has all rules look, raises what is new, and ends what is over. Each event is
 * raised and told once, whichever replica sees it, and however often.
 */
export class AlertEvaluator {
  readonly #rules: readonly Rule[];
  readonly #store: AlertStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  /** Rules that failed the last time: it is logged once until they work again. */
  readonly #failing = new Set<string>();

  constructor(options: {
    rules: readonly Rule[];
    store: AlertStore;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#rules = options.rules;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** A rule that fails leaves its alerts as they are, and the others go on. */
  async run(): Promise<void> {
    for (const rule of this.#rules) {
      const now = this.#now();
      try {
        await this.#apply(rule, await rule.look(scope, now), now);
        this.#failing.delete(rule.name);
      } catch (error) {
        const level = this.#failing.has(rule.name) ? 'debug' : 'warn';
        this.#failing.add(rule.name);
        this.#logger[level](
          `The alert rule ${rule.name} could not look, and its alerts stay as they are: ${error}`,
        );
      }
    }
    const before = this.#now().getTime() - KEPT_DAYS * DAY_MS;
    await this.#store.prune(scope, new Date(before).toISOString());
  }

  async #apply(
    rule: Rule,
    findings: readonly Finding[],
    now: Date,
  ): Promise<void> {
    const open = new Map(
      (await this.#store.open(scope, rule.name)).map(alert => [
        alert.subject,
        alert,
      ]),
    );
    for (const finding of findings) {
      if (finding.endedAt) {
        await this.#tellLate(rule, finding, now);
        continue;
      }
      const alert = open.get(finding.subject);
      open.delete(finding.subject);
      await this.#follow(rule, finding, alert, now);
    }
    for (const alert of open.values()) {
      await this.#calm(rule, alert, now);
    }
  }

  async #follow(
    rule: Rule,
    finding: Finding,
    alert: KeptAlert | undefined,
    now: Date,
  ): Promise<void> {
    const isAnother = alert && alert.occasion !== (finding.occasion ?? '');
    if (alert && (finding.state === 'overtaken' || isAnother)) {
      await this.#store.resolve(scope, alert, now.toISOString());
    } else if (alert) {
      await this.#store.refresh(scope, {
        ...alert,
        ...describe(finding),
        lastSeenAt: now.toISOString(),
      });
      return;
    }
    if (finding.state === 'on') {
      await this.#raise(rule, finding, now);
    }
  }

  async #raise(rule: Rule, finding: Finding, now: Date): Promise<void> {
    const before = await this.#lastEnd(rule, finding);
    // A new event begins no earlier than the one before it ended.
    const startedAt =
      before && before > finding.startedAt ? before : finding.startedAt;
    const alert = toAlert(rule, { ...finding, startedAt }, now);
    await this.#store.raise(scope, alert, noticeOfAlert(alert));
  }

  /** What was over before anybody saw it is told once, as over. */
  async #tellLate(rule: Rule, finding: Finding, now: Date): Promise<void> {
    const known = await this.#store.since(
      scope,
      rule.name,
      finding.subject,
      finding.startedAt,
    );
    if (known.some(({ startedAt }) => startedAt <= finding.endedAt!)) {
      return;
    }
    const alert = {
      ...toAlert(rule, finding, now),
      resolvedAt: finding.endedAt!,
    };
    await this.#store.raise(scope, alert, noticeOfAlert(alert));
  }

  async #calm(rule: Rule, alert: KeptAlert, now: Date): Promise<void> {
    if (now.getTime() - Date.parse(alert.lastSeenAt) < rule.calmMs) {
      return;
    }
    const at = now.toISOString();
    await this.#store.resolve(
      scope,
      alert,
      at,
      noticeOfEnd({ ...alert, resolvedAt: at }),
    );
  }

  async #lastEnd(rule: Rule, finding: Finding): Promise<string | undefined> {
    const ended = await this.#store.since(
      scope,
      rule.name,
      finding.subject,
      finding.startedAt,
    );
    return ended
      .map(({ resolvedAt }) => resolvedAt)
      .filter(at => at !== undefined)
      .sort()
      .at(-1);
  }
}

/** What may change while an alert lasts. */
function describe({ title, message, advice, link, facts }: Finding) {
  return { title, message, advice, link, facts };
}

function toAlert(rule: Rule, finding: Finding, now: Date): KeptAlert {
  const { teamRef, serverRef, subject, level, startedAt } = finding;
  const occasion = finding.occasion ?? '';
  return {
    // The same event has the same id, on whichever replica it is seen.
    id: stableId(rule.name, subject, occasion, startedAt),
    rule: rule.name,
    tier: rule.tier,
    level,
    ...(teamRef && { teamRef }),
    ...(serverRef && { serverRef }),
    ...describe(finding),
    startedAt,
    subject,
    occasion,
    lastSeenAt: now.toISOString(),
  };
}
