import type { Knex } from 'knex';

import type { CostScope } from '../access';
import type { Notice } from './Notice';

/** A notice that this process is to send now. */
export interface ClaimedNotice extends Notice {
  revision: number;
  attempts: number;
  changedAtMs: number;
}

/**
 * Keeps what people are to be told until they were. Only the plugin's own tasks
 * read it.
 */
export interface NoticeStore {
  /** In the transaction that makes true what it says. */
  put(tx: Knex, notice: Notice, now: Date): Promise<void>;
  /** Takes one that is due, so that nobody else sends it before `untilMs`. */
  claim(
    scope: CostScope,
    now: Date,
    untilMs: number,
  ): Promise<ClaimedNotice | undefined>;
  /** Was sent, or is given up. What changed in the meantime stays due. */
  settle(scope: CostScope, notice: ClaimedNotice): Promise<void>;
  /** Is to be tried again. */
  postpone(
    scope: CostScope,
    notice: ClaimedNotice,
    dueAtMs: number,
  ): Promise<void>;
  /** Forgets what was settled before. */
  prune(scope: CostScope, before: Date): Promise<void>;
}
