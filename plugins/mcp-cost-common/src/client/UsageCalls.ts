import type { FocusImport } from '../focus';
import type { UsageReceipt, UsageRecord } from '../usage';
import type {
  CostPage,
  CostPageQuery,
  CostRequestOptions,
  CostStatus,
} from './McpCostApi';
import { ReportCalls } from './ReportCalls';

/**
 * Usage and bills going in, and what became of them.
 */
export abstract class UsageCalls extends ReportCalls {
  /** {@inheritdoc McpCostApi.sendUsage} */
  async sendUsage(
    records: UsageRecord[],
    options?: CostRequestOptions,
  ): Promise<UsageReceipt> {
    return this.send('POST', '/usage', { json: { records } }, options);
  }

  /** {@inheritdoc McpCostApi.getStatus} */
  async getStatus(options?: CostRequestOptions): Promise<CostStatus> {
    return this.get('/status', {}, options);
  }

  /** {@inheritdoc McpCostApi.getLastCalls} */
  async getLastCalls(
    serverRef: string,
    options?: CostRequestOptions,
  ): Promise<Record<string, string>> {
    const answer = await this.get<{ lastCalls: Record<string, string> }>(
      `/servers/${encodeURIComponent(serverRef)}/last-calls`,
      {},
      options,
    );
    return answer.lastCalls;
  }

  /** {@inheritdoc McpCostApi.importFocus} */
  async importFocus(
    file: Blob,
    request: { fileName?: string } = {},
    options?: CostRequestOptions,
  ): Promise<FocusImport> {
    return this.send(
      'POST',
      '/focus-imports',
      { query: request, raw: { body: file, contentType: 'text/csv' } },
      options,
    );
  }

  /** {@inheritdoc McpCostApi.getFocusImport} */
  async getFocusImport(
    id: string,
    options?: CostRequestOptions,
  ): Promise<FocusImport> {
    return this.get(`/focus-imports/${encodeURIComponent(id)}`, {}, options);
  }

  /** {@inheritdoc McpCostApi.listFocusImports} */
  async listFocusImports(
    query: CostPageQuery = {},
    options?: CostRequestOptions,
  ): Promise<CostPage<FocusImport>> {
    return this.get('/focus-imports', { ...query }, options);
  }
}
