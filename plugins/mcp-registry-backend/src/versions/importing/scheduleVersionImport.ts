import { SchedulerService } from '@backstage/backend-plugin-api';

import { systemScope } from '../../access';
import type { VersionImporter } from './VersionImporter';

/**
 * Looks for versions to import, often: their servers come to the catalog at any
 * time. What is published already is not even read.
 */
export async function scheduleVersionImport(options: {
  scheduler: SchedulerService;
  importer: VersionImporter;
}): Promise<void> {
  await options.scheduler.scheduleTask({
    id: 'mcp-registry-version-import',
    frequency: { seconds: 15 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 8 },
    fn: signal => options.importer.run(systemScope(), signal),
  });
}
