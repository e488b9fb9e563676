import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

import { systemScope } from '../access';
import type { CatalogIndexer } from './CatalogIndexer';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 30 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 3 },
};

/**
 * Keeps the index near the catalog. `mcpRegistry.catalogIndex.schedule` says how
 * near.
 */
export async function scheduleCatalogIndexing(options: {
  scheduler: SchedulerService;
  config: RootConfigService;
  indexer: CatalogIndexer;
}): Promise<void> {
  const schedule = options.config.getOptionalConfig(
    'mcpRegistry.catalogIndex.schedule',
  );
  await options.scheduler.scheduleTask({
    id: 'mcp-registry-catalog-index',
    ...DEFAULT_SCHEDULE,
    ...(schedule &&
      readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)),
    fn: () => options.indexer.run(systemScope()),
  });
}
