import { InputError } from '@backstage/errors';

// FOCUS wants ISO 8601 in UTC; query engines write a space, and leave the zone out.
const FORM =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?\s?(Z|UTC|[+-]\d{2}:?\d{2})?$/;

/** Nothing is charged before it; days are counted from 1970 on, never back. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);

/**
 * Reads an instant of a bill, as epoch milliseconds; UTC where no zone is told.
 *
 * @throws InputError when it is none, or absurdly early
 */
export function parseFocusInstant(text: string, column: string): number {
  const match = text.length <= 40 ? FORM.exec(text) : undefined;
  const [, date, time = '00:00', zone = 'Z'] = match ?? [];
  const ms = match
    ? Date.parse(`${date}T${time}${zone === 'UTC' ? 'Z' : zone}`)
    : NaN;
  if (Number.isNaN(ms)) {
    throw new InputError(
      `${column} is ${JSON.stringify(
        text.slice(0, 40),
      )}, which is no instant; FOCUS writes 2026-11-01T00:00:00Z.`,
    );
  }
  if (ms < EARLIEST_MS) {
    throw new InputError(
      `${column} is ${date}, which is before there were such bills.`,
    );
  }
  return ms;
}
