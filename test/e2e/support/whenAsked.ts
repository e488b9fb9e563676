import type {
  Page,
  ServerScore,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import { expect } from '@playwright/test';
import type { Api } from './Api';

const base = '/api/mcp-registry';

/** The sample's servers that run here, and come to the index when they come. */
const LIVE = [
  'everything',
  'knowledge-graph',
  'sequential-thinking',
  'workspace-files',
].map(name => `api:default/${name}`);

/** Waits until the portal has asked every server once, as it does after its start, and has checked what answered. */
export async function whenAsked(api: Api): Promise<void> {
  await expect
    .poll(
      async () => {
        const servers = await api.read<Page<ServerSummary>>(
          `${base}/servers?limit=100`,
        );
        const scores = await api.read<Page<ServerScore>>(
          `${base}/conventions/scores?limit=100`,
        );
        const checked = new Set(
          scores.items
            .filter(({ checkedAt }) => checkedAt)
            .map(({ ref }) => ref),
        );
        return {
          silent: LIVE.filter(ref => !checked.has(ref)),
          unasked: servers.items
            .filter(({ health }) => !health.lastAttemptAt)
            .map(({ ref }) => ref),
          unchecked: servers.items
            .filter(({ ref, health }) => health.lastGoodAt && !checked.has(ref))
            .map(({ ref }) => ref),
        };
      },
      { timeout: 45_000 },
    )
    .toEqual({ silent: [], unasked: [], unchecked: [] });
}
