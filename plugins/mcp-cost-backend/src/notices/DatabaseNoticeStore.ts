import { NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import type { Notice } from './Notice';
import type { ClaimedNotice, NoticeStore } from './NoticeStore';

interface NoticeRow {
  scope: string;
  revision: number;
  recipients: string;
  payload: string;
  changed_at: number | string;
  due_at: number | string;
  attempts: number;
}

/** Keeps notices in the plugin's database. */
export class DatabaseNoticeStore implements NoticeStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async put(tx: Knex, notice: Notice, now: Date): Promise<void> {
    const content = {
      recipients: JSON.stringify(notice.recipients),
      payload: JSON.stringify(notice.payload),
      changed_at: now.getTime(),
      due_at: now.getTime(),
      attempts: 0,
    };
    await tx('notices')
      .insert({ scope: notice.scope, revision: 1, ...content })
      .onConflict('scope')
      .merge({ ...content, revision: tx.raw('notices.revision + 1') });
  }

  async claim(
    scope: CostScope,
    now: Date,
    untilMs: number,
  ): Promise<ClaimedNotice | undefined> {
    const due: NoticeRow[] = await this.#notices(scope)
      .where('due_at', '<=', now.getTime())
      .orderBy('due_at')
      .limit(20);
    for (const row of due) {
      // One statement decides who sends it, whatever other replicas do.
      const won = await this.#notices(scope)
        .where({
          scope: row.scope,
          revision: row.revision,
          due_at: row.due_at,
        })
        .update({ due_at: untilMs, attempts: row.attempts + 1 });
      if (won > 0) {
        return {
          scope: row.scope,
          revision: row.revision,
          recipients: JSON.parse(row.recipients),
          payload: JSON.parse(row.payload),
          attempts: row.attempts + 1,
          changedAtMs: Number(row.changed_at),
        };
      }
    }
    return undefined;
  }

  async settle(scope: CostScope, notice: ClaimedNotice): Promise<void> {
    await this.#notices(scope)
      .where({ scope: notice.scope, revision: notice.revision })
      .update({ due_at: null, sent_revision: notice.revision });
  }

  async postpone(
    scope: CostScope,
    notice: ClaimedNotice,
    dueAtMs: number,
  ): Promise<void> {
    await this.#notices(scope)
      .where({ scope: notice.scope, revision: notice.revision })
      .update({ due_at: dueAtMs });
  }

  async prune(scope: CostScope, before: Date): Promise<void> {
    await this.#notices(scope)
      .whereNull('due_at')
      .where('changed_at', '<', before.getTime())
      .delete();
  }

  #notices({ teams, manages, actor }: CostScope): Knex.QueryBuilder {
    if (teams !== 'all' || manages !== 'all') {
      throw new NotAllowedError(
        `${actor} may not see what others are told; only the plugin's own tasks do`,
      );
    }
    return this.#knex('notices');
  }
}
