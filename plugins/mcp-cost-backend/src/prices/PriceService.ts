import { NotFoundError } from '@backstage/errors';
import type {
  CostPage,
  Price,
  PriceRequest,
  Repricing,
  UnpricedUsage,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { CatalogDirectory } from '../catalog';
import { dayOf } from '../time/days';
import type { PriceListQuery, PriceStore } from './PriceStore';
import { readPriceRequest } from './readPriceRequest';
import type { RepricingStore } from './RepricingStore';
import type { UnpricedReader } from './UnpricedReader';
import { visibleServers } from './visibleServers';

/** The price book, as people read and change it. */
export class PriceService {
  readonly #store: PriceStore;
  readonly #repricings: RepricingStore;
  readonly #unpriced: UnpricedReader;
  readonly #directory: CatalogDirectory;
  readonly #now: () => Date;
  readonly #onChange: () => void;

  /** @param options.onChange - called after a change that stored usage has to follow */
  constructor(options: {
    store: PriceStore;
    repricings: RepricingStore;
    unpriced: UnpricedReader;
    directory: CatalogDirectory;
    now: () => Date;
    onChange: () => void;
  }) {
    this.#store = options.store;
    this.#repricings = options.repricings;
    this.#unpriced = options.unpriced;
    this.#directory = options.directory;
    this.#now = options.now;
    this.#onChange = options.onChange;
  }

  async list(
    scope: CostScope,
    query: Omit<PriceListQuery, 'visible'>,
  ): Promise<CostPage<Price>> {
    const catalog = await this.#directory.current();
    const page = await this.#store.list(scope, {
      ...query,
      visible: visibleServers(scope, catalog),
    });
    return { ...page, items: await this.#withRepricings(scope, page.items) };
  }

  /**
   * @throws InputError, NotFoundError for an unknown server, ConflictError,
   *   NotAllowedError
   */
  async set(scope: CostScope, request: PriceRequest): Promise<Price> {
    const draft = readPriceRequest(request, {
      today: dayOf(this.#now().getTime()),
    });
    const { subject } = draft;
    if (scope.mayPrice && 'serverRef' in subject && subject.serverRef) {
      await this.#requireServer(subject.serverRef);
    }
    const { priceId } = await this.#store.add(scope, draft);
    this.#onChange();
    const price = await this.#store.get(scope, priceId);
    const [answer] = await this.#withRepricings(scope, price ? [price] : []);
    return answer;
  }

  /** @throws NotFoundError, ConflictError, NotAllowedError */
  async remove(scope: CostScope, id: number): Promise<Repricing | undefined> {
    const { repricingId } = await this.#store.remove(scope, id);
    this.#onChange();
    return repricingId === undefined
      ? undefined
      : this.#repricings.get(scope, repricingId);
  }

  async listRepricings(
    scope: CostScope,
    query: { limit: number; offset: number },
  ): Promise<CostPage<Repricing>> {
    return this.#repricings.list(scope, query);
  }

  async listUnpriced(scope: CostScope): Promise<UnpricedUsage[]> {
    return this.#unpriced.read(scope);
  }

  async #requireServer(serverRef: string): Promise<void> {
    const catalog = await this.#directory.current();
    if (!catalog.servers.has(serverRef)) {
      throw new NotFoundError(
        `The catalog has no server ${serverRef}. Register it first; or, if it is about to come, put its price into the config.`,
      );
    }
  }

  async #withRepricings(scope: CostScope, prices: Price[]): Promise<Price[]> {
    const repricings = await this.#repricings.ofPrices(
      scope,
      prices.map(({ id }) => id),
    );
    return prices.map(price => {
      const repricing = repricings.get(price.id);
      return repricing ? { ...price, repricing } : price;
    });
  }
}
