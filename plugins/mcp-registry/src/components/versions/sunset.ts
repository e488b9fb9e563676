const DAY_MS = 24 * 3600 * 1000;

/** How many days are left until a day (`YYYY-MM-DD`) ends, in UTC; 0 on it. */
export function daysUntil(day: string, now: Date): number {
  const today = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / DAY_MS);
}

/** `in 24 days`, `today`, `3 days ago` */
export function sunsetWords(day: string, now: Date): string {
  const left = daysUntil(day, now);
  if (Number.isNaN(left)) {
    return day;
  }
  if (left === 0) {
    return 'today';
  }
  const days = Math.abs(left) === 1 ? '1 day' : `${Math.abs(left)} days`;
  return left > 0 ? `in ${days}` : `${days} ago`;
}
