import { PolicyCostAccess } from './access';
import { createAlerts } from './alerts';
import { createBudgets } from './budgets';
import { createDirectory } from './catalog';
import type { Foundation, Services } from './Foundation';
import { createKeys } from './keys';
import { readCurrency } from './readCurrency';
import { DatabaseUsageReader } from './rollups/reading';
import { createRollups } from './rollups';
import { DatabaseUsageStore } from './usage';

/** Builds what the subjects share, each part from those before it. */
export async function createFoundation(
  services: Services,
): Promise<Foundation> {
  const now = () => new Date();
  const directory = await createDirectory({ ...services, now });
  const { rollupWriter, rollups } = await createRollups({ ...services, now });
  const reader = new DatabaseUsageReader({ ...services, directory });
  return {
    ...services,
    currency: readCurrency(services.config),
    now,
    directory,
    access: new PolicyCostAccess({ ...services, directory }),
    rollupWriter,
    rollups,
    usage: new DatabaseUsageStore({
      ...services,
      onStored: () => rollups.wake(),
    }),
    reader,
    priceBooks: notBuiltYet('priceBooks'),
    keys: await createKeys({ ...services, directory, now }),
    ingestion: notBuiltYet('ingestion'),
    budgets: createBudgets({ ...services, reader, directory, now }),
    alerts: createAlerts(services),
  };
}

function notBuiltYet<T extends object>(part: string): T {
  return new Proxy({} as T, {
    get: () => {
      throw new Error(`${part} is not built yet`);
    },
  });
}
