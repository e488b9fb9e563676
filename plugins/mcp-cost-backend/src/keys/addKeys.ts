import { systemScope } from '../access';
import type { Foundation } from '../Foundation';
import { DatabaseKeyStore } from './DatabaseKeyStore';
import { KeyService } from './KeyService';
import { KeyWarner } from './KeyWarner';
import { readConfiguredKeys } from './readConfiguredKeys';
import { addKeyRoutes } from './router';

export async function addKeys(foundation: Foundation): Promise<void> {
  const { config, keys: authenticator, router, scheduler } = foundation;
  const store = new DatabaseKeyStore(foundation);
  const configuredIds = new Set(
    readConfiguredKeys(config, process.env).map(({ id }) => id),
  );
  addKeyRoutes(router, {
    ...foundation,
    authenticator,
    service: new KeyService({
      ...foundation,
      store,
      authenticator,
      configuredIds,
    }),
  });

  const warner = new KeyWarner({ ...foundation, store, configuredIds });
  await scheduler.scheduleTask({
    id: 'mcp-cost-key-warnings',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    fn: () => warner.run(systemScope('key-warnings')),
  });
}
