import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { EVENT_COLUMNS, type StoredEntry } from './eventRow';

const NAMES = EVENT_COLUMNS.map(({ name }) => name).join(', ');

const POSTGRES_INSERT = `
  INSERT INTO usage_events (batch_id, ${NAMES})
  SELECT ?::bigint, new.*
  FROM unnest(${EVENT_COLUMNS.map(({ type }) => `?::${type}[]`).join(', ')})
    AS new (${NAMES})
  ON CONFLICT (key) DO NOTHING
  RETURNING key`;

// `WHERE true` tells SQLite that ON CONFLICT is not part of a join.
const SQLITE_INSERT = `
  INSERT INTO usage_events (batch_id, ${NAMES})
  SELECT ?, ${EVENT_COLUMNS.map((_, index) => `value ->> ${index}`).join(', ')}
  FROM json_each(?)
  WHERE true
  ON CONFLICT (key) DO NOTHING
  RETURNING key`;

/**
 * Stores events whose keys are not known yet, in one statement with few
 * parameters. They must be sorted by key: two replicas that store the same
 * events would else wait for each other.
 *
 * @returns the keys that are new
 */
export async function insertEvents(
  tx: Knex.Transaction,
  batchId: string,
  rows: readonly StoredEntry[],
): Promise<string[]> {
  const inserted = isSqlite(tx)
    ? await tx.raw(SQLITE_INSERT, [batchId, asJson(rows)])
    : await tx.raw(POSTGRES_INSERT, [batchId, ...asArrays(rows)]);
  return (inserted.rows ?? inserted).map(({ key }: { key: string }) => key);
}

/** One array literal for each column. */
function asArrays(rows: readonly StoredEntry[]): string[] {
  return EVENT_COLUMNS.map(({ type, read }) => {
    const cells = rows.map(row => {
      const cell = read(row);
      if (cell === null) {
        return 'NULL';
      }
      return type === 'text' ? quote(String(cell)) : String(cell);
    });
    return `{${cells.join(',')}}`;
  });
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function asJson(rows: readonly StoredEntry[]): string {
  const lines = rows.map(
    row => `[${EVENT_COLUMNS.map(({ read }) => jsonOf(read(row))).join(',')}]`,
  );
  return `[${lines.join(',')}]`;
}

function jsonOf(cell: ReturnType<(typeof EVENT_COLUMNS)[number]['read']>) {
  // Digits as they are: SQLite reads 64 bits, of which a number here holds 53.
  return typeof cell === 'bigint' ? String(cell) : JSON.stringify(cell);
}
