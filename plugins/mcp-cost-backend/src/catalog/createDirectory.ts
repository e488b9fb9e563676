import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { durationToMilliseconds } from '@backstage/types';

import { CachedCatalogDirectory } from './CachedCatalogDirectory';
import type { CatalogDirectory } from './CatalogDirectory';

const REFRESH_KEY = 'mcpCost.catalog.refresh';
const DEFAULT_REFRESH = { seconds: 30 };

/** Keeps each replica near the catalog. */
export async function createDirectory(options: {
  catalog: CatalogService;
  auth: AuthService;
  config: RootConfigService;
  logger: LoggerService;
  scheduler: SchedulerService;
  now: () => Date;
}): Promise<CatalogDirectory> {
  const { config, scheduler } = options;
  const refresh = config.has(REFRESH_KEY)
    ? readDurationFromConfig(config, { key: REFRESH_KEY })
    : DEFAULT_REFRESH;
  const directory = new CachedCatalogDirectory({
    ...options,
    refreshMs: durationToMilliseconds(refresh),
  });
  await scheduler.scheduleTask({
    id: 'mcp-cost-catalog-directory',
    frequency: refresh,
    timeout: { minutes: 2 },
    initialDelay: { seconds: 2 },
    // Each replica has a snapshot of its own.
    scope: 'local',
    fn: async () => {
      await directory.refresh();
    },
  });
  return directory;
}
