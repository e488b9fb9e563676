const DAY_MS = 24 * 3600 * 1000;

/** How far back one may look; the first is what nobody has to ask for. */
export const PERIODS = ['7', '30', '90', '365', 'all'] as const;

export type Period = (typeof PERIODS)[number];

export const PERIOD_WORDS: Record<Period, string> = {
  7: 'in the last 7 days',
  30: 'in the last 30 days',
  90: 'in the last 90 days',
  365: 'in the last year',
  all: 'ever',
};

/**
 * The instant at which a period begins: the beginning of its first day, so that
 * the same question stays the same all day.
 */
export function periodStart(period: Period, now: Date): string | undefined {
  if (period === 'all') {
    return undefined;
  }
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return new Date(today - Number(period) * DAY_MS).toISOString();
}
