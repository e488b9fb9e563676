import { InputError } from '@backstage/errors';

import { DAY_MS, dayText, parseDay } from '../../time/days';

/** Longer ones would show nothing that a year doesn't. */
const MAX_DAYS = 3 * 366;

/** Days to look at, UTC; `to` is the first that is not. */
export interface Period {
  from: string;
  to: string;
  fromMs: number;
  toMs: number;
  days: number;
}

/**
 * Reads a period of a request.
 *
 * @throws InputError when a day is none, or the days are in the wrong order or too many
 */
export function readPeriod(query: { from: string; to: string }): Period {
  const fromMs = parseDay(query.from, 'from') * DAY_MS;
  const toMs = parseDay(query.to, 'to') * DAY_MS;
  if (fromMs >= toMs) {
    throw new InputError(
      `The period from ${query.from} to ${query.to} is empty: "to" is the first day after it, so it must be later than "from".`,
    );
  }
  const days = (toMs - fromMs) / DAY_MS;
  if (days > MAX_DAYS) {
    throw new InputError(
      `The period from ${query.from} to ${query.to} has ${days} days; ask for at most three years (${MAX_DAYS} days).`,
    );
  }
  return { from: query.from, to: query.to, fromMs, toMs, days };
}

/** The days just before, as many. */
export function periodBefore({ fromMs, days }: Period): Period {
  const firstDay = fromMs / DAY_MS - days;
  return {
    from: dayText(firstDay),
    to: dayText(fromMs / DAY_MS),
    fromMs: firstDay * DAY_MS,
    toMs: fromMs,
    days,
  };
}
