import { SchedulerService } from '@backstage/backend-plugin-api';

import { systemScope } from '../access';
import type { IntrospectionService } from './IntrospectionService';

/**
 * Looks often for servers that are due; each is asked at its own interval.
 */
export async function scheduleIntrospection(options: {
  scheduler: SchedulerService;
  introspection: IntrospectionService;
}): Promise<void> {
  await options.scheduler.scheduleTask({
    id: 'mcp-registry-introspection',
    frequency: { seconds: 5 },
    timeout: { hours: 1 },
    initialDelay: { seconds: 4 },
    fn: abortSignal => options.introspection.askDue(systemScope(), abortSignal),
  });
}
