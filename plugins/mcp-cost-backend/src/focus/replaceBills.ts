import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';

import { replaceImport } from '../imports/replaceImport';
import { keptFrom } from '../prices/changePrices';
import type { RollupWriter } from '../rollups';
import { dayText } from '../time/days';
import type { ReadBill } from './ChargeBatcher';
import type { FocusBillRow } from './focusImportRow';

/**
 * Lets the bills of an import count instead of earlier ones of the same periods:
 * in one transaction, so that nobody ever sees a part of it.
 *
 * @throws ConflictError when charges of an earlier one are no longer kept, when
 *   corrections alone would replace it, or the import was given up meanwhile
 */
export async function replaceBills(options: {
  rollupWriter: RollupWriter;
  importId: string;
  bills: readonly ReadBill[];
  nowMs: number;
}): Promise<void> {
  const { rollupWriter, importId, bills, nowMs } = options;
  await rollupWriter.inTurn(async tx => {
    const finished = await tx('focus_imports')
      .where({ id: importId, state: 'replacing' })
      .update({ state: 'done', finished_at: nowMs });
    if (finished === 0) {
      throw new ConflictError('The import was given up; start it again.');
    }
    const kept = await keptFrom(tx);
    for (const bill of bills) {
      const old = await takeOut(tx, bill, kept);
      await replaceImport(tx, {
        rollupWriter,
        oldId: old?.id,
        newId: bill.id,
        nowMs,
      });
      await tx('focus_bills')
        .where('id', bill.id)
        .update({
          state: 'current',
          did_replace: old !== undefined,
          first_day: bill.firstDay,
          only_corrections: bill.onlyCorrections,
        });
    }
  });
}

async function takeOut(
  tx: Knex.Transaction,
  bill: ReadBill,
  kept: number | undefined,
): Promise<FocusBillRow | undefined> {
  const old: FocusBillRow | undefined = await tx('focus_bills')
    .where({
      issuer: bill.issuer,
      account: bill.account,
      period_start: bill.periodStartMs,
      period_end: bill.periodEndMs,
      state: 'current',
    })
    .first();
  if (!old) {
    return undefined;
  }
  if (kept !== undefined && old.first_day !== null && old.first_day < kept) {
    throw new ConflictError(
      `The bill of ${bill.issuer} that is there has charges of ${dayText(
        old.first_day,
      )}, and single charges are kept from ${dayText(
        kept,
      )} only: it can't be replaced any more.`,
    );
  }
  if (bill.onlyCorrections && !old.only_corrections) {
    throw new ConflictError(
      `For ${bill.account} of ${bill.issuer} the file has only corrections, and a whole bill of that billing period is there, which it would take the place of. Import the whole period, with its corrections.`,
    );
  }
  await tx('focus_bills').where('id', old.id).update({ state: 'replaced' });
  return old;
}
