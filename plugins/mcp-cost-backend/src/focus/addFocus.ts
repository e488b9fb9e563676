import { tmpdir } from 'node:os';

import { systemScope } from '../access';
import type { Foundation } from '../Foundation';
import { DatabaseFocusImportStore } from './DatabaseFocusImportStore';
import { FocusImporter } from './FocusImporter';
import { FocusImportService } from './FocusImportService';
import { readFocusOptions } from './readFocusOptions';
import { addFocusRoutes } from './router';

export async function addFocus(foundation: Foundation): Promise<void> {
  const { config, router, scheduler } = foundation;
  const store = new DatabaseFocusImportStore(foundation);
  const importer = new FocusImporter({
    ...foundation,
    store,
    focusOptions: readFocusOptions(config),
  });
  addFocusRoutes(router, {
    ...foundation,
    service: new FocusImportService({
      ...foundation,
      store,
      importer,
      directory:
        config.getOptionalString('backend.workingDirectory') ?? tmpdir(),
    }),
  });

  const scope = systemScope('focus-imports');
  await store.failAbandoned(scope, { isStart: true });
  await scheduler.scheduleTask({
    id: 'mcp-cost-focus-imports',
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 30 },
    fn: () => store.failAbandoned(scope, { isStart: false }),
  });
}
