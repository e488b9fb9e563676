import { PolicyCostAccess } from './access';
import { createAlerts } from './alerts';
import { createBudgets } from './budgets';
import { createDirectory } from './catalog';
import type { Foundation, Services } from './Foundation';
import { createIngestion } from './ingestion';
import { createKeys } from './keys';
import { createPriceBooks } from './prices';
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
  const usage = new DatabaseUsageStore({
    ...services,
    onStored: () => rollups.wake(),
  });
  const priceBooks = createPriceBooks({ ...services, now });
  return {
    ...services,
    currency: readCurrency(services.config),
    now,
    directory,
    access: new PolicyCostAccess({ ...services, directory }),
    rollupWriter,
    rollups,
    usage,
    reader,
    priceBooks,
    keys: await createKeys({ ...services, directory, now }),
    ingestion: createIngestion({
      ...services,
      directory,
      now,
      priceBooks,
      usage,
    }),
    budgets: createBudgets({ ...services, reader, directory, now }),
    alerts: createAlerts(services),
  };
}
