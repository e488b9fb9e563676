const DAY_MS = 24 * 3600 * 1000;

/** `YYYY-MM-DD` in UTC, as the API counts days. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** A day some days later, or earlier. */
export function daysLater(day: string, days: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS));
}

/** Whole days from one day to another; negative when it is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS,
  );
}

/** This month until now: `to` is tomorrow, the first day that is not looked at. */
export function monthUntilNow(now: Date = new Date()): {
  from: string;
  to: string;
} {
  const today = dayOf(now);
  return { from: `${today.slice(0, 7)}-01`, to: daysLater(today, 1) };
}

/** The last days, today included. */
export function lastDays(
  count: number,
  now: Date = new Date(),
): { from: string; to: string } {
  const to = daysLater(dayOf(now), 1);
  return { from: daysLater(to, -count), to };
}

/** How many days a month has: `2026-02` has 28. */
export function daysInMonth(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** `21 Nov` */
export function shortDay(day: string): string {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

/** `November 2026` of `2026-11`. */
export function shownMonth(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** How long something took or lasted: `3 hours`, `2 days`. */
export function shownDuration(from: string, to: string): string {
  const minutes = Math.max(
    0,
    Math.round((Date.parse(to) - Date.parse(from)) / 60_000),
  );
  const say = (count: number, unit: string) =>
    `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (minutes < 1) {
    return 'less than a minute';
  }
  if (minutes < 90) {
    return say(minutes, 'minute');
  }
  const hours = Math.round(minutes / 60);
  return hours < 48 ? say(hours, 'hour') : say(Math.round(hours / 24), 'day');
}
