import { systemScope } from '../access';
import { DatabaseBudgetStore } from '../budgets/DatabaseBudgetStore';
import type { Foundation } from '../Foundation';
import { createFeeSharer } from '../hosting';
import { readSampleProfile } from './readSampleProfile';
import { SampleStateStore } from './SampleStateStore';
import { SampleUsageMaker } from './SampleUsageMaker';

const CONFIG_KEY = 'mcpCost.sample.usage';

/** Makes sample usage where the configuration asks for it. */
export async function addSample(foundation: Foundation): Promise<void> {
  const { config, knex, scheduler } = foundation;
  const path = config.getOptionalString(CONFIG_KEY);
  if (!path) {
    return;
  }
  const sharer = createFeeSharer(foundation);
  const maker = new SampleUsageMaker({
    ...foundation,
    profile: await readSampleProfile(path),
    store: new SampleStateStore({ knex }),
    budgetStore: new DatabaseBudgetStore({ knex }),
    // Else owners paid all fees until the hour is over: nobody had used anything.
    onMade: async signal => {
      await foundation.rollups.catchUp();
      await sharer.shareAll(systemScope('hosting'), signal);
    },
  });
  await scheduler.scheduleTask({
    id: 'sample-usage',
    // Often, as the first start waits for the catalog; mostly it finds all made.
    frequency: { seconds: 15 },
    initialDelay: { seconds: 3 },
    timeout: { minutes: 15 },
    fn: async signal => {
      await maker.run(signal);
    },
  });
}
