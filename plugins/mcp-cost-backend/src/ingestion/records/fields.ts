import { RefusedError } from '../RefusedError';
import { cleanName } from '../names';

/** A record as it was sent. */
export type Sent = Record<string, unknown>;

function invalid(message: string): RefusedError {
  return new RefusedError('invalid', message);
}

/** @throws RefusedError when it is there and no text, or too long */
export function text(
  sent: Sent,
  field: string,
  maxLength: number,
): string | undefined {
  const value = sent[field];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw invalid(`${field} must be text`);
  }
  return cleanName(value, field, maxLength);
}

/** @throws RefusedError also when it is missing or blank */
export function requiredText(
  sent: Sent,
  field: string,
  maxLength: number,
): string {
  const value = text(sent, field, maxLength);
  if (value === undefined) {
    throw invalid(`${field} is missing`);
  }
  return value;
}

/** @throws RefusedError when it is there and none of the words */
export function word<W extends string>(
  sent: Sent,
  field: string,
  words: readonly W[],
): W | undefined {
  const value = sent[field];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!words.includes(value as W)) {
    throw invalid(`${field} must be one of ${words.join(', ')}`);
  }
  return value as W;
}

/** @throws RefusedError when it is there and no number */
export function number(sent: Sent, field: string): number | undefined {
  const value = sent[field];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'number') {
    throw invalid(`${field} must be a number`);
  }
  return value;
}

/** @throws RefusedError when it is there and not that many hex digits */
export function hex(
  sent: Sent,
  field: string,
  length: number,
): string | undefined {
  const value = sent[field];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (
    typeof value !== 'string' ||
    value.length !== length ||
    !/^[0-9a-f]+$/i.test(value) ||
    /^0+$/.test(value)
  ) {
    throw invalid(`${field} must be ${length} hex digits, not all zeros`);
  }
  return value.toLowerCase();
}

const INSTANT =
  /^\d{4}-\d{2}-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** @throws RefusedError unless it is an ISO instant with its offset */
export function instantMs(sent: Sent, field: string): number {
  const value = sent[field];
  const [, day] = (typeof value === 'string' && INSTANT.exec(value)) || [];
  const atMs = day === undefined ? NaN : Date.parse(value as string);
  // A day that its month doesn't have would become one of the next month.
  const isOfMonth =
    day !== undefined &&
    new Date(`${(value as string).slice(0, 10)}T00:00:00Z`).getUTCDate() ===
      Number(day);
  if (Number.isNaN(atMs) || !isOfMonth) {
    throw invalid(
      `${field} must be an instant with its offset, such as 2026-01-31T12:00:00Z`,
    );
  }
  return atMs;
}
