import type { ContractDiff } from '@mcp-portal/mcp-contract';
import { LoggerService } from '@backstage/backend-plugin-api';

import type { Scope } from '../access';
import type {
  AnswerListener,
  GoodAnswer,
} from '../introspection/AnswerListener';
import type { DriftJudge } from './DriftJudge';
import type { DriftNotifier } from './DriftNotifier';
import type { DriftStore, KeptDrift } from './DriftStore';

/** How long telling an owner may take before another replica may try. */
const CLAIM_MS = 2 * 60_000;

/**
 * Looks at each answer for drift, and has the owner told of each distinct one
 * once. A message that could not be sent is tried again with the next answer.
 */
export class DriftWatcher implements AnswerListener {
  readonly #store: DriftStore;
  readonly #judge: DriftJudge;
  readonly #notifier: DriftNotifier;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    store: DriftStore;
    judge: DriftJudge;
    notifier: DriftNotifier;
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#store = options.store;
    this.#judge = options.judge;
    this.#notifier = options.notifier;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  async answered(scope: Scope, ref: string, _answer: GoodAnswer) {
    const now = this.#now();
    const drift = await this.#store.observe(scope, ref, now);
    if (!drift) {
      return;
    }
    const isJudged = this.#judge.recall(drift) !== undefined;
    // An owner that the catalog does not know can't be told; one to come will be.
    const wantsTelling =
      !drift.notifiedAt && !drift.acknowledgement && drift.server.owner.exists;
    if (isJudged && !wantsTelling) {
      return;
    }
    const contracts = await this.#store.contracts(scope, drift);
    if (!contracts) {
      return;
    }
    const diff = this.#judge.diff(contracts);
    if (!isJudged) {
      await this.#store.judge(scope, drift, this.#judge.judge(diff));
    }
    const claimedUntil = new Date(now.getTime() + CLAIM_MS);
    if (
      wantsTelling &&
      diff.verdict !== 'none' &&
      (await this.#store.claimNotice(scope, drift, now, claimedUntil))
    ) {
      await this.#tell(scope, drift, diff);
    }
  }

  async #tell(scope: Scope, drift: KeptDrift, diff: ContractDiff) {
    let told = false;
    try {
      told = await this.#notifier.tell(drift, diff);
    } catch (error) {
      this.#logger.warn(
        `The owner of ${drift.ref} could not be told that it drifts, and will be when it answers next: ${error}`,
      );
    }
    await this.#store.endNotice(scope, drift, told ? this.#now() : undefined);
  }
}
