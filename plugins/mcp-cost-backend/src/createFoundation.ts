import { PolicyCostAccess } from './access';
import { createDirectory } from './catalog';
import type { Foundation, Services } from './Foundation';
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
    reader: new DatabaseUsageReader({ ...services, directory }),
    priceBooks: notBuiltYet('priceBooks'),
    keys: notBuiltYet('keys'),
    ingestion: notBuiltYet('ingestion'),
    budgets: notBuiltYet('budgets'),
    alerts: notBuiltYet('alerts'),
  };
}

function notBuiltYet<T extends object>(part: string): T {
  return new Proxy({} as T, {
    get: () => {
      throw new Error(`${part} is not built yet`);
    },
  });
}
