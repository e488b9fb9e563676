import { systemScope } from '../access';
import { isCatalogKnown } from '../catalog/isCatalogKnown';
import type { Foundation } from '../Foundation';
import { createFeeSharer } from '../hosting';
import { dayOf } from '../time/days';
import { DatabasePriceStore } from './DatabasePriceStore';
import { DatabaseRepricingStore } from './DatabaseRepricingStore';
import { PriceService } from './PriceService';
import { readConfigPrices } from './readConfigPrices';
import { Repricer } from './Repricer';
import { addPriceRoutes } from './router';
import { UnpricedReader } from './UnpricedReader';

export async function addPrices(foundation: Foundation): Promise<void> {
  const { config, now, router, scheduler } = foundation;
  const store = new DatabasePriceStore(foundation);
  const repricings = new DatabaseRepricingStore(foundation);
  const sharer = createFeeSharer(foundation);
  const repricer = new Repricer({
    ...foundation,
    repricings,
    shareFees: job => sharer.shareForJob(systemScope('repricing'), job),
  });

  await store.sync(
    systemScope('config-prices'),
    readConfigPrices(config, dayOf(now().getTime())),
  );
  addPriceRoutes(router, {
    ...foundation,
    service: new PriceService({
      ...foundation,
      store,
      repricings,
      unpriced: new UnpricedReader(foundation),
      onChange: () => repricer.wake(),
    }),
  });

  // Also what another replica left when it ended, and what the config changed.
  await scheduler.scheduleTask({
    id: 'mcp-cost-repricing',
    frequency: { minutes: 1 },
    timeout: { hours: 12 },
    initialDelay: { seconds: 5 },
    fn: async signal => {
      if (await isCatalogKnown(foundation.directory)) {
        await repricer.catchUp(signal);
      }
    },
  });
}
