import type {
  Breakdown,
  BreakdownQuery,
  CallPage,
  CallQuery,
  CostOverview,
  Dimension,
  DimensionValue,
  Quality,
  QualityQuery,
  Reuse,
  ReuseAssumptions,
  SeriesAnswer,
  SeriesQuery,
  UnitCosts,
  UsageFilter,
} from '../reports';
import type { CostPage, CostPageQuery, CostRequestOptions } from './McpCostApi';
import { CostCalls } from './CostCalls';

/**
 * What usage came to, seen from all sides.
 */
export abstract class ReportCalls extends CostCalls {
  /** {@inheritdoc McpCostApi.getOverview} */
  async getOverview(
    query: UsageFilter,
    options?: CostRequestOptions,
  ): Promise<CostOverview> {
    return this.get('/overview', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.getSeries} */
  async getSeries(
    query: SeriesQuery,
    options?: CostRequestOptions,
  ): Promise<SeriesAnswer> {
    return this.get('/series', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.getBreakdown} */
  async getBreakdown(
    query: BreakdownQuery,
    options?: CostRequestOptions,
  ): Promise<Breakdown> {
    return this.get('/breakdown', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.listCalls} */
  async listCalls(
    query: CallQuery,
    options?: CostRequestOptions,
  ): Promise<CallPage> {
    return this.get('/calls', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.getQuality} */
  async getQuality(
    query: QualityQuery,
    options?: CostRequestOptions,
  ): Promise<Quality> {
    return this.get('/quality', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.getUnitCosts} */
  async getUnitCosts(
    query: UsageFilter,
    options?: CostRequestOptions,
  ): Promise<UnitCosts> {
    return this.get('/unit-costs', { ...query }, options);
  }

  /** {@inheritdoc McpCostApi.getReuse} */
  async getReuse(
    serverRef: string,
    query: { from: string; to: string; assumptions?: ReuseAssumptions },
    options?: CostRequestOptions,
  ): Promise<Reuse> {
    const { assumptions, ...period } = query;
    return this.get(
      `/reuse/${encodeURIComponent(serverRef)}`,
      { ...period, ...assumptions },
      options,
    );
  }

  /** {@inheritdoc McpCostApi.setReuseAssumptions} */
  async setReuseAssumptions(
    request: ReuseAssumptions,
    options?: CostRequestOptions,
  ): Promise<ReuseAssumptions> {
    return this.send('PUT', '/reuse-assumptions', { json: request }, options);
  }

  /** {@inheritdoc McpCostApi.listValues} */
  async listValues(
    dimension: Dimension,
    query: UsageFilter & CostPageQuery,
    options?: CostRequestOptions,
  ): Promise<CostPage<DimensionValue>> {
    return this.get(
      `/values/${encodeURIComponent(dimension)}`,
      { ...query },
      options,
    );
  }

  /** {@inheritdoc McpCostApi.exportUsage} */
  async exportUsage(
    format: 'csv' | 'focus',
    query: BreakdownQuery,
    options?: CostRequestOptions,
  ): Promise<Response> {
    return this.request(
      'GET',
      `/exports/${encodeURIComponent(format)}`,
      { query: { ...query } },
      options,
    );
  }
}
