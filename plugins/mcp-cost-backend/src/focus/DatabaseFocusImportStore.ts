import { NotAllowedError } from '@backstage/errors';
import type { CostPage, FocusImport } from '@mcp-portal/plugin-mcp-cost-common';
import { inBatches, isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import { deleteImport } from '../imports/replaceImport';
import { keptFrom } from '../prices/changePrices';
import type { RollupWriter } from '../rollups';
import type { ReadBill } from './ChargeBatcher';
import { FocusBillRow, FocusImportRow, toFocusImport } from './focusImportRow';
import type {
  FocusImportStore,
  FocusProgress,
  NewFocusImport,
} from './FocusImportStore';
import { replaceBills } from './replaceBills';

/** Who works on an import says so every few seconds. */
const ABANDONED_AFTER_MS = 60_000;
const UNFINISHED: FocusImport['state'][] = ['reading', 'replacing'];

export class DatabaseFocusImportStore implements FocusImportStore {
  readonly #knex: Knex;
  readonly #rollupWriter: RollupWriter;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    rollupWriter: RollupWriter;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#rollupWriter = options.rollupWriter;
    this.#now = options.now;
  }

  async create(scope: CostScope, request: NewFocusImport): Promise<void> {
    const nowMs = this.#now().getTime();
    await this.#imports(scope).insert({
      id: request.id,
      file_name: request.fileName ?? null,
      state: 'reading',
      bytes_read: 0,
      bytes_total: request.bytesTotal,
      rows_read: 0,
      rows_accepted: 0,
      rows_refused: 0,
      refusals: '[]',
      cost: '0',
      unattributed: '0',
      created_by: scope.actor,
      started_at: nowMs,
      seen_at: nowMs,
    });
  }

  async get(scope: CostScope, id: string): Promise<FocusImport | undefined> {
    const rows: FocusImportRow[] = await this.#imports(scope).where('id', id);
    const [found] = await this.#withBills(rows);
    return found;
  }

  async list(
    scope: CostScope,
    query: { limit: number; offset: number; search?: string },
  ): Promise<CostPage<FocusImport>> {
    const matching = () => {
      const imports = this.#imports(scope);
      if (query.search) {
        imports.whereRaw("LOWER(file_name) LIKE ? ESCAPE '\\'", [
          `%${query.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`,
        ]);
      }
      return imports;
    };
    const count = await matching().count({ n: '*' }).first();
    const rows: FocusImportRow[] = await matching()
      .orderBy([{ column: 'started_at', order: 'desc' }, 'id'])
      .limit(query.limit)
      .offset(query.offset);
    return { items: await this.#withBills(rows), totalItems: Number(count?.n) };
  }

  async keptFrom(_scope: CostScope): Promise<number | undefined> {
    return keptFrom(this.#knex);
  }

  async addBill(
    scope: CostScope,
    importId: string,
    bill: ReadBill,
  ): Promise<void> {
    requirePricer(scope);
    await this.#knex('focus_bills').insert({
      id: bill.id,
      focus_import_id: importId,
      issuer: bill.issuer,
      account: bill.account,
      period_start: bill.periodStartMs,
      period_end: bill.periodEndMs,
      state: 'staged',
      did_replace: false,
    });
  }

  async progress(
    scope: CostScope,
    importId: string,
    progress: FocusProgress,
  ): Promise<void> {
    await this.#imports(scope)
      .where('id', importId)
      .update({
        version: progress.version ?? null,
        bytes_read: progress.bytesRead,
        rows_read: progress.rowsRead,
        rows_accepted: progress.rowsAccepted,
        rows_refused: progress.rowsRefused,
        refusals: JSON.stringify(progress.refusals),
        cost: progress.costNanos.toString(),
        unattributed: progress.unattributedNanos.toString(),
        seen_at: this.#now().getTime(),
      });
  }

  async seen(scope: CostScope, importId: string): Promise<void> {
    await this.#imports(scope)
      .where('id', importId)
      .update({ seen_at: this.#now().getTime() });
  }

  async takeEffect(
    scope: CostScope,
    importId: string,
    bills: readonly ReadBill[],
  ): Promise<void> {
    await this.#imports(scope)
      .where({ id: importId, state: 'reading' })
      .update({ state: 'replacing' });
    await replaceBills({
      rollupWriter: this.#rollupWriter,
      importId,
      bills,
      nowMs: this.#now().getTime(),
    });
  }

  async fail(
    scope: CostScope,
    importId: string,
    message: string,
  ): Promise<void> {
    const failed = await this.#imports(scope)
      .where('id', importId)
      .whereIn('state', UNFINISHED)
      .update({
        state: 'failed',
        error: message,
        finished_at: this.#now().getTime(),
      });
    if (failed > 0) {
      const bills: { id: string }[] = await this.#knex('focus_bills')
        .where({ focus_import_id: importId, state: 'staged' })
        .select('id');
      for (const { id } of bills) {
        await this.#knex.transaction(tx => deleteImport(tx, id));
      }
      await this.#knex('focus_bills')
        .where({ focus_import_id: importId, state: 'staged' })
        .update({ state: 'failed' });
    }
  }

  async failAbandoned(
    scope: CostScope,
    options: { isStart: boolean },
  ): Promise<void> {
    const abandoned = this.#imports(scope)
      .whereIn('state', UNFINISHED)
      .select('id');
    // SQLite has one process: at its start nobody else works on anything.
    if (!options.isStart || !isSqlite(this.#knex)) {
      abandoned.where(
        'seen_at',
        '<',
        this.#now().getTime() - ABANDONED_AFTER_MS,
      );
    }
    const imports: { id: string }[] = await abandoned;
    for (const { id } of imports) {
      await this.fail(
        scope,
        id,
        'The portal ended while it was reading the bill. What was there before counts; import it again.',
      );
    }
  }

  /** A bill tells of everybody's costs. */
  #imports(scope: CostScope): Knex.QueryBuilder {
    requirePricer(scope);
    return this.#knex('focus_imports');
  }

  async #withBills(rows: FocusImportRow[]): Promise<FocusImport[]> {
    const bills = await inBatches(
      rows.map(({ id }) => id),
      (batch): PromiseLike<FocusBillRow[]> =>
        this.#knex('focus_bills')
          .whereIn('focus_import_id', batch)
          .orderBy(['period_start', 'issuer', 'account']),
    );
    return rows.map(row =>
      toFocusImport(
        row,
        bills.filter(bill => bill.focus_import_id === row.id),
      ),
    );
  }
}

function requirePricer(scope: CostScope): void {
  if (!scope.mayPrice) {
    throw new NotAllowedError(
      'You may not import bills, nor see them; ask the platform team, or whoever has the permission mcp.cost.price.',
    );
  }
}
