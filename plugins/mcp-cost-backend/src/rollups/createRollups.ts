import type { Services } from '../Foundation';
import { DatabaseRollupRunner } from './DatabaseRollupRunner';
import { DatabaseRollupWriter } from './DatabaseRollupWriter';
import type { RollupRunner, RollupWriter } from './RollupWriter';

/** Writes sums soon after events are stored, and what was left by a replica that ended. */
export async function createRollups(
  services: Pick<Services, 'knex' | 'logger' | 'scheduler'> & {
    now: () => Date;
  },
): Promise<{ rollupWriter: RollupWriter; rollups: RollupRunner }> {
  const rollupWriter = new DatabaseRollupWriter(services);
  const rollups = new DatabaseRollupRunner({
    ...services,
    writer: rollupWriter,
  });
  await services.scheduler.scheduleTask({
    id: 'mcp-cost-rollup',
    frequency: { seconds: 10 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 2 },
    // A lock of all replicas would outlive one that is killed; the writer has a
    // better one.
    scope: 'local',
    fn: () => rollups.catchUp(),
  });
  return { rollupWriter, rollups };
}
