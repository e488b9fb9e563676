import type { FocusImport } from '@mcp-portal/plugin-mcp-cost-common';

export interface FocusImportRow {
  id: string;
  file_name: string | null;
  state: FocusImport['state'];
  version: string | null;
  bytes_read: string | number;
  bytes_total: string | number | null;
  rows_read: string | number;
  rows_accepted: string | number;
  rows_refused: string | number;
  refusals: string;
  cost: string;
  unattributed: string;
  created_by: string;
  started_at: string | number;
  finished_at: string | number | null;
  error: string | null;
}

export interface FocusBillRow {
  id: string;
  focus_import_id: string;
  issuer: string;
  account: string;
  period_start: string | number;
  period_end: string | number;
  did_replace: boolean | number;
  first_day: number | null;
  only_corrections: boolean | number;
}

export function toFocusImport(
  row: FocusImportRow,
  bills: readonly FocusBillRow[],
): FocusImport {
  return {
    id: row.id,
    ...(row.file_name !== null && { fileName: row.file_name }),
    state: row.state,
    ...(row.version !== null && { version: row.version }),
    bytesRead: Number(row.bytes_read),
    ...(row.bytes_total !== null && { bytesTotal: Number(row.bytes_total) }),
    rowsRead: Number(row.rows_read),
    rowsAccepted: Number(row.rows_accepted),
    rowsRefused: Number(row.rows_refused),
    refusals: JSON.parse(row.refusals),
    periods: bills.map(bill => ({
      provider: bill.issuer,
      start: instant(bill.period_start),
      end: instant(bill.period_end),
      replaced: Boolean(bill.did_replace),
    })),
    costNanos: row.cost,
    unattributedNanos: row.unattributed,
    by: row.created_by,
    startedAt: instant(row.started_at),
    ...(row.finished_at !== null && { finishedAt: instant(row.finished_at) }),
    ...(row.error !== null && { error: row.error }),
  };
}

function instant(ms: string | number): string {
  return new Date(Number(ms)).toISOString();
}
