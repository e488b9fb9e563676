const DAY_MS = 24 * 3600 * 1000;

/** The last `length` days as `YYYY-MM-DD` (UTC), oldest first, today last. */
export function daysUpTo(today: Date, length: number): string[] {
  return Array.from({ length }, (_, index) =>
    new Date(today.getTime() - (length - 1 - index) * DAY_MS)
      .toISOString()
      .slice(0, 10),
  );
}
