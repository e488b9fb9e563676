import { diffArrays } from 'diff';
import { writeJsonLines, type JsonLine, type JsonText } from './writeJsonLines';

/** A line of the comparison. */
export interface DiffRow {
  kind: 'same' | 'removed' | 'added';
  /** Index of the line in the text before and after; from 0 on. */
  before?: number;
  after?: number;
  text: string;
  pointer: string;
  /** The part of `text` that differs from the line that it stands for. */
  emphasis?: [from: number, to: number];
}

/** Two values as texts, line by line. */
export interface JsonDiff {
  rows: DiffRow[];
  before?: JsonText;
  after?: JsonText;
}

/** After this the texts differ too much for a comparison to say anything. */
const GIVE_UP_AFTER_MS = 400;

/** Compares two values as people read them; one that is absent has no lines. */
export function diffJson(before: unknown, after: unknown): JsonDiff {
  const left = before === undefined ? undefined : writeJsonLines(before);
  const right = after === undefined ? undefined : writeJsonLines(after);
  const rows = diffLines(left?.lines ?? [], right?.lines ?? []);
  emphasise(rows);
  return { rows, before: left, after: right };
}

function diffLines(before: JsonLine[], after: JsonLine[]): DiffRow[] {
  const parts = diffArrays(
    before.map(line => line.identity),
    after.map(line => line.identity),
    { timeout: GIVE_UP_AFTER_MS },
  ) ?? [
    { count: before.length, removed: true, added: false },
    { count: after.length, removed: false, added: true },
  ];
  const rows: DiffRow[] = [];
  let left = 0;
  let right = 0;
  for (const { count, removed, added } of parts) {
    for (let index = 0; index < count; index++) {
      if (removed) {
        const { text, pointer } = before[left];
        rows.push({ kind: 'removed', before: left, text, pointer });
        left += 1;
      } else if (added) {
        const { text, pointer } = after[right];
        rows.push({ kind: 'added', after: right, text, pointer });
        right += 1;
      } else {
        const { text, pointer } = after[right];
        rows.push({ kind: 'same', before: left, after: right, text, pointer });
        left += 1;
        right += 1;
      }
    }
  }
  return rows;
}

/** Finds the lines that only changed their value, and what of it changed. */
function emphasise(rows: DiffRow[]) {
  const removed = new Map<string, DiffRow>();
  for (const row of rows) {
    if (row.kind === 'removed' && isScalarLine(row.text)) {
      removed.set(row.pointer, row);
    }
  }
  for (const row of rows) {
    const old =
      row.kind === 'added' && isScalarLine(row.text)
        ? removed.get(row.pointer)
        : undefined;
    if (old) {
      const a = old.text.replace(/,$/, '');
      const b = row.text.replace(/,$/, '');
      const start = commonStart(a, b);
      const end = commonEnd(a, b, start);
      old.emphasis = [start, a.length - end];
      row.emphasis = [start, b.length - end];
    }
  }
}

function isScalarLine(text: string): boolean {
  return !/[{}[\]]$/.test(text.replace(/,$/, ''));
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) {
    length += 1;
  }
  return length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (
    length < most &&
    a[a.length - 1 - length] === b[b.length - 1 - length]
  ) {
    length += 1;
  }
  return length;
}
