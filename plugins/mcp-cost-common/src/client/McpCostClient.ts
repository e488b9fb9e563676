import type { Alert, AlertQuery } from '../alerts';
import type { IdleExemption, IdleQuery, IdleResource } from '../idle';
import type { CostPage, CostRequestOptions, McpCostApi } from './McpCostApi';
import { BudgetCalls } from './BudgetCalls';

/**
 * Calls usage and cost over HTTP, from the browser or from another backend.
 * @public
 */
export class McpCostClient extends BudgetCalls implements McpCostApi {
  /** {@inheritdoc McpCostApi.listAlerts} */
  async listAlerts(
    query: AlertQuery = {},
    options?: CostRequestOptions,
  ): Promise<CostPage<Alert>> {
    return this.get('/alerts', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.listIdle} */
  async listIdle(
    query: IdleQuery = {},
    options?: CostRequestOptions,
  ): Promise<
    CostPage<IdleResource> & { scannedAt?: string; savingPerMonthNanos: string }
  > {
    return this.get('/idle', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.exemptIdle} */
  async exemptIdle(
    id: string,
    request: { reason: string; until: string },
    options?: CostRequestOptions,
  ): Promise<IdleExemption> {
    return this.send('PUT', exemptionPath(id), { json: request }, options);
  }

  /** {@inheritdoc McpCostApi.removeIdleExemption} */
  async removeIdleExemption(
    id: string,
    options?: CostRequestOptions,
  ): Promise<void> {
    await this.send('DELETE', exemptionPath(id), {}, options);
  }
}

function exemptionPath(id: string): string {
  return `/idle/${encodeURIComponent(id)}/exemption`;
}
