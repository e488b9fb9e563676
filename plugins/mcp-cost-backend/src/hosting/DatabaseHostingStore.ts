import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import { deleteImport, replaceImport } from '../imports/replaceImport';
import { keptFrom } from '../prices/changePrices';
import type { RollupWriter } from '../rollups';
import { addMonths } from '../time/months';
import type { HostingStore, KeptShares, ServerUse } from './HostingStore';

interface UseRow {
  server_ref: string;
  team_ref: string;
  agent: string;
  environment: string;
  calls: string | number;
}

interface SharesRow {
  server_ref: string;
  month: number;
  fingerprint: string;
  import_id: string;
  events: number;
  cost: string;
}

export class DatabaseHostingStore implements HostingStore {
  readonly #knex: Knex;
  readonly #rollupWriter: RollupWriter;

  constructor(options: { knex: Knex; rollupWriter: RollupWriter }) {
    this.#knex = options.knex;
    this.#rollupWriter = options.rollupWriter;
  }

  async use(
    _scope: CostScope,
    month: number,
    serverRefs: readonly string[],
  ): Promise<Map<string, ServerUse[]>> {
    const rows = await inBatches(
      [...serverRefs],
      (batch): PromiseLike<UseRow[]> =>
        this.#knex('usage_consumer_days as d')
          .join('usage_consumers as c', 'c.id', 'd.consumer_id')
          .where('c.kind', 'tool-call')
          .whereIn('c.server_ref', batch)
          .where('d.day', '>=', month)
          .where('d.day', '<', addMonths(month, 1))
          .groupBy('c.server_ref', 'c.team_ref', 'c.agent', 'c.environment')
          .having(this.#knex.raw('SUM(d.calls)'), '>', 0)
          .select(
            'c.server_ref',
            'c.team_ref',
            'c.agent',
            'c.environment',
            this.#knex.raw('SUM(d.calls) AS calls'),
          ),
    );
    const uses = new Map<string, ServerUse[]>();
    for (const row of rows) {
      const use = uses.get(row.server_ref) ?? [];
      use.push({
        payer: {
          teamRef: row.team_ref,
          agent: row.agent,
          environment: row.environment,
        },
        calls: BigInt(row.calls),
      });
      uses.set(row.server_ref, use);
    }
    return uses;
  }

  async shares(_scope: CostScope, fromMonth: number): Promise<KeptShares[]> {
    const rows: SharesRow[] = await this.#knex('hosting_shares').where(
      'month',
      '>=',
      fromMonth,
    );
    return rows.map(row => ({
      serverRef: row.server_ref,
      month: row.month,
      fingerprint: row.fingerprint,
      importId: row.import_id,
      events: row.events,
      costNanos: BigInt(row.cost),
    }));
  }

  async keptFrom(_scope: CostScope): Promise<number | undefined> {
    return keptFrom(this.#knex);
  }

  async replace(
    _scope: CostScope,
    change: Parameters<HostingStore['replace']>[1],
  ): Promise<boolean> {
    const { serverRef, month, old, nowMs } = change;
    return this.#rollupWriter.inTurn(async tx => {
      const key = { server_ref: serverRef, month };
      const current: SharesRow | undefined = await tx('hosting_shares')
        .where(key)
        .first();
      if (current?.import_id !== old?.importId) {
        return false;
      }
      await replaceImport(tx, {
        rollupWriter: this.#rollupWriter,
        oldId: old?.importId,
        newId: change.new?.importId,
        nowMs,
      });
      await tx('hosting_shares').where(key).delete();
      if (change.new) {
        await tx('hosting_shares').insert({
          ...key,
          fingerprint: change.new.fingerprint,
          import_id: change.new.importId,
          events: change.new.events,
          cost: change.new.costNanos.toString(),
          shared_at: nowMs,
        });
      }
      return true;
    });
  }

  async discard(_scope: CostScope, importId: string): Promise<void> {
    await this.#knex.transaction(tx => deleteImport(tx, importId));
  }

  async leftStaged(_scope: CostScope, beforeMs: number): Promise<string[]> {
    const rows: { import_id: string }[] = await this.#knex('usage_batches')
      .where({ state: 'staged', source: 'hosting' })
      .where('received_at', '<', beforeMs)
      .distinct('import_id');
    return rows.map(row => row.import_id);
  }
}
