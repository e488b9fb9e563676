import type { Foundation } from '../Foundation';
import { readRetentionDays } from '../retention';
import { addStatusRoutes } from './router';
import { StatusService } from './StatusService';
import { StatusStore } from './StatusStore';
import { SumCheck } from './SumCheck';

/** Tells how far usage is summed, and compares sums with events each day. */
export async function addStatus(foundation: Foundation): Promise<void> {
  const check = new SumCheck(foundation);
  addStatusRoutes(foundation.router, {
    ...foundation,
    status: new StatusService({
      ...foundation,
      store: new StatusStore(foundation),
      check,
      retentionDays: readRetentionDays(foundation.config),
    }),
  });
  await foundation.scheduler.scheduleTask({
    id: 'mcp-cost-sum-check',
    frequency: { hours: 24 },
    timeout: { hours: 2 },
    initialDelay: { minutes: 5 },
    fn: async () => {
      await check.run();
    },
  });
}
