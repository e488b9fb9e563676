import type { FocusImport } from '@mcp-portal/plugin-mcp-cost-common';

/** How each state of an import is said. */
export const IMPORT_STATES = {
  reading: { level: 'unknown', word: 'Reading' },
  replacing: { level: 'unknown', word: 'Putting it in place' },
  done: { level: 'good', word: 'Done' },
  failed: { level: 'problem', word: 'Failed' },
} as const satisfies Record<FocusImport['state'], unknown>;

export function goesOn(bill: FocusImport): boolean {
  return bill.state === 'reading' || bill.state === 'replacing';
}

/** From 0 to 100; undefined where nobody knows how much there is. */
export function percentRead(bill: FocusImport): number | undefined {
  return bill.bytesTotal
    ? Math.min(100, (bill.bytesRead / bill.bytesTotal) * 100)
    : undefined;
}
