import { dayOf, daysLater, lastDays, monthUntilNow } from '../period';

/** Periods with a name; the first is what nobody has to ask for. */
export const NAMED_PERIODS = [
  'this-month',
  'last-month',
  '30-days',
  '90-days',
] as const;

export type NamedPeriod = (typeof NAMED_PERIODS)[number];

/** What days are looked at; `to` is the first that is not. */
export interface Period {
  /** Missing where the days were chosen one by one. */
  name?: NamedPeriod;
  from: string;
  to: string;
}

export const PERIOD_WORDS: Record<NamedPeriod, string> = {
  'this-month': 'This month',
  'last-month': 'Last month',
  '30-days': 'Last 30 days',
  '90-days': 'Last 90 days',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function namedPeriod(name: NamedPeriod, now: Date): Period {
  switch (name) {
    case 'last-month': {
      const to = `${dayOf(now).slice(0, 7)}-01`;
      return { name, from: `${daysLater(to, -1).slice(0, 7)}-01`, to };
    }
    case '30-days':
      return { name, ...lastDays(30, now) };
    case '90-days':
      return { name, ...lastDays(90, now) };
    default:
      return { name: 'this-month', ...monthUntilNow(now) };
  }
}

/** The period that an address names; this month where it names none. */
export function readPeriod(params: URLSearchParams, now: Date): Period {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  if (isDay(from) && isDay(to) && from < to) {
    return { from, to };
  }
  const name = NAMED_PERIODS.find(known => known === params.get('period'));
  return namedPeriod(name ?? NAMED_PERIODS[0], now);
}

/** What an address says of a period; nothing of the one that needs no word. */
export function periodQuery(period: Period): Record<string, string> {
  if (!period.name) {
    return { from: period.from, to: period.to };
  }
  return period.name === NAMED_PERIODS[0] ? {} : { period: period.name };
}

/** `This month`, `3 Nov 2026`, `3–9 Nov 2026`, `3 Nov to 12 Dec 2026`. */
export function shownPeriod(period: Period): string {
  if (period.name) {
    return PERIOD_WORDS[period.name];
  }
  return shownDays(period);
}

/** The same within a sentence: `this month`. */
export function periodInWords(period: Period): string {
  return period.name
    ? PERIOD_WORDS[period.name].toLocaleLowerCase('en')
    : shownDays(period);
}

/** The days of a period, the last one told as people count: inclusive. */
export function shownDays({ from, to }: { from: string; to: string }): string {
  const last = daysLater(to, -1);
  if (from === last) {
    return written(from, true);
  }
  if (from.slice(0, 7) === last.slice(0, 7)) {
    return `${Number(from.slice(8))}–${written(last, true)}`;
  }
  const sameYear = from.slice(0, 4) === last.slice(0, 4);
  return `${written(from, !sameYear)} to ${written(last, true)}`;
}

function written(day: string, withYear: boolean): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  });
}

/** Whether it is a day that a calendar has. */
export function isDay(text: string): boolean {
  return (
    DAY.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    dayOf(new Date(`${text}T00:00:00Z`)) === text
  );
}
