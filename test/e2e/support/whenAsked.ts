import { expect } from '@playwright/test';
import type { Api } from './Api';

/** Waits until the portal has asked every server once, as it does after its start. */
export async function whenAsked(api: Api): Promise<void> {
  await expect
    .poll(
      async () => {
        const { items } = await api.read<{
          items: { ref: string; health: { lastAttemptAt?: string } }[];
        }>('/api/mcp-registry/servers?limit=100');
        return {
          known: items.length > 0,
          unasked: items
            .filter(({ health }) => !health.lastAttemptAt)
            .map(({ ref }) => ref),
        };
      },
      { timeout: 45_000 },
    )
    .toEqual({ known: true, unasked: [] });
}
