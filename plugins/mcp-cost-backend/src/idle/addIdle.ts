import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { McpIdleAction } from '@mcp-portal/plugin-mcp-cost-node';

import type { Foundation } from '../Foundation';
import { DatabaseKeyStore } from '../keys';
import { DatabasePriceStore } from '../prices';
import { DatabaseIdleStore } from './DatabaseIdleStore';
import { DatabaseLastUseStore } from './DatabaseLastUseStore';
import { HostingCosts } from './HostingCosts';
import { IdleScanner } from './IdleScanner';
import { IdleService } from './IdleService';
import { readIdleConfig } from './readIdleConfig';
import { addIdleRoutes } from './router';
import { AgentSource } from './sources/AgentSource';
import { HostingSource } from './sources/HostingSource';
import { KeySource } from './sources/KeySource';
import { ServerFacts } from './sources/ServerFacts';
import { ServerSource } from './sources/ServerSource';

const SCHEDULE_KEY = 'mcpCost.idle.schedule';
const DEFAULT_SCHEDULE = {
  frequency: { hours: 2 },
  timeout: { minutes: 10 },
  initialDelay: { minutes: 2 },
};

/** What lies idle: over HTTP, and the task that looks for it. */
export async function addIdle(
  foundation: Foundation,
  actions: readonly McpIdleAction[],
): Promise<void> {
  const { config, router, scheduler } = foundation;
  const store = new DatabaseIdleStore(foundation);
  const service = new IdleService({ ...foundation, store });
  addIdleRoutes(router, { ...foundation, idle: service });

  const scanner = new IdleScanner({
    ...foundation,
    store,
    actions,
    sources: createSources(foundation),
  });
  const schedule = config.getOptionalConfig(SCHEDULE_KEY);
  await scheduler.scheduleTask({
    id: 'mcp-cost-idle',
    ...DEFAULT_SCHEDULE,
    ...(schedule &&
      readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)),
    // One replica at a time looks.
    scope: 'global',
    fn: () => scanner.run(),
  });
}

function createSources(foundation: Foundation) {
  const { days, keyDays } = readIdleConfig(foundation.config);
  const uses = new DatabaseLastUseStore(foundation);
  const servers = new ServerFacts({
    ...foundation,
    uses,
    hosting: new HostingCosts({
      ...foundation,
      prices: new DatabasePriceStore(foundation),
    }),
  });
  return [
    new ServerSource({ servers, days }),
    new AgentSource({ ...foundation, uses, days }),
    new HostingSource({ servers, days }),
    new KeySource({ keys: new DatabaseKeyStore(foundation), days: keyDays }),
  ];
}
