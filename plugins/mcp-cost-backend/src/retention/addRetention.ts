import type { Foundation } from '../Foundation';
import { EventRetention } from './EventRetention';
import { readRetentionDays } from './readRetentionDays';

/** Deletes events that are too old, each day. */
export async function addRetention(foundation: Foundation): Promise<void> {
  const retention = new EventRetention({
    writer: foundation.rollupWriter,
    retentionDays: readRetentionDays(foundation.config),
    now: foundation.now,
  });
  await foundation.scheduler.scheduleTask({
    id: 'mcp-cost-retention',
    frequency: { hours: 24 },
    timeout: { hours: 6 },
    initialDelay: { minutes: 10 },
    fn: signal => retention.deleteOld(signal),
  });
}
