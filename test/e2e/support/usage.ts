import type {
  CostOverview,
  CostStatus,
} from '@mcp-portal/plugin-mcp-cost-common';
import { expect } from '@playwright/test';
import type { Api } from './Api';

export const COST = '/api/mcp-cost';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A day, UTC, so many days from today. */
export function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * DAY_MS).toISOString().slice(0, 10);
}

/** The last 90 days, which hold the sample's usage whatever day it is. */
export function last90Days(): string {
  return `from=${day(-89)}&to=${day(1)}`;
}

/** The days up to yesterday, in which nothing is added while tests run. */
export function fullDays(): string {
  return `from=${day(-80)}&to=${day(0)}`;
}

/** Waits until the sample's usage is made and summed, as it is soon after the first start. */
export async function whenUsed(admin: Api): Promise<void> {
  await expect
    .poll(
      async () => {
        const { pendingBatches } = await admin.read<CostStatus>(
          `${COST}/status`,
        );
        // It is made day by day, up to the hour that has begun.
        const { total } = await admin.read<CostOverview>(
          `${COST}/overview?from=${day(-1)}&to=${day(1)}`,
        );
        return { pendingBatches, used: total.events > 0 };
      },
      { timeout: 120_000 },
    )
    .toEqual({ pendingBatches: 0, used: true });
}
