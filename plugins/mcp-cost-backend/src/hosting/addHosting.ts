import { systemScope } from '../access';
import type { Foundation } from '../Foundation';
import { createFeeSharer } from './createFeeSharer';

export async function addHosting(foundation: Foundation): Promise<void> {
  const sharer = createFeeSharer(foundation);
  await foundation.scheduler.scheduleTask({
    id: 'mcp-cost-hosting',
    frequency: { hours: 1 },
    timeout: { hours: 2 },
    initialDelay: { minutes: 1 },
    fn: signal => sharer.shareAll(systemScope('hosting'), signal),
  });
}
