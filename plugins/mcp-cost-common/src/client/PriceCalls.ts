import type { Price, PriceRequest, Repricing, UnpricedUsage } from '../prices';
import type { CostPage, CostPageQuery, CostRequestOptions } from './McpCostApi';
import { KeyCalls } from './KeyCalls';

/**
 * The price book.
 */
export abstract class PriceCalls extends KeyCalls {
  /** {@inheritdoc McpCostApi.listPrices} */
  async listPrices(
    query: CostPageQuery & { at?: string; serverRef?: string } = {},
    options?: CostRequestOptions,
  ): Promise<CostPage<Price> & { mayChange: boolean; currency: string }> {
    return this.get('/prices', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.setPrice} */
  async setPrice(
    request: PriceRequest,
    options?: CostRequestOptions,
  ): Promise<Price> {
    return this.send('POST', '/prices', { json: request }, options);
  }

  /** {@inheritdoc McpCostApi.deletePrice} */
  async deletePrice(
    id: number,
    options?: CostRequestOptions,
  ): Promise<Repricing | undefined> {
    const answer = await this.send<{ repricing?: Repricing | null }>(
      'DELETE',
      `/prices/${id}`,
      {},
      options,
    );
    return answer?.repricing ?? undefined;
  }

  /** {@inheritdoc McpCostApi.listRepricings} */
  async listRepricings(
    query: CostPageQuery = {},
    options?: CostRequestOptions,
  ): Promise<CostPage<Repricing>> {
    return this.get('/repricings', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.listUnpriced} */
  async listUnpriced(options?: CostRequestOptions): Promise<UnpricedUsage[]> {
    const answer = await this.get<{ items: UnpricedUsage[] }>(
      '/prices/unpriced',
      {},
      options,
    );
    return answer.items;
  }
}
