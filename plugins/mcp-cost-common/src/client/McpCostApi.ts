import type { Alert, AlertQuery } from '../alerts';
import type {
  Admission,
  BudgetIncrease,
  BudgetRequest,
  BudgetStatus,
} from '../budgets';
import type { FocusImport } from '../focus';
import type { IdleExemption, IdleQuery, IdleResource } from '../idle';
import type {
  NewServiceKey,
  RotationRequest,
  ServiceKey,
  ServiceKeyRequest,
} from '../keys';
import type { Price, PriceRequest, Repricing, UnpricedUsage } from '../prices';
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
import type { UsageReceipt, UsageRecord } from '../usage';

/** @public */
export interface CostRequestOptions {
  signal?: AbortSignal;
  /** A Backstage token or a service key, for callers that are not a browser. */
  token?: string;
}

/** A page of a list. @public */
export interface CostPage<T> {
  items: T[];
  totalItems: number;
}

/** @public */
export interface CostPageQuery {
  limit?: number;
  offset?: number;
  search?: string;
}

/**
 * The portal's own state, for the platform team.
 * @public
 */
export interface CostStatus {
  currency: string;
  /** Until when events are in the sums. */
  summedUntil?: string;
  pendingBatches: number;
  /** First day whose single events are kept. */
  eventsKeptFrom: string;
  /** The last comparison of the sums with the events. */
  check?: { at: string; equal: boolean; differences: number; message: string };
  sample: boolean;
}

/**
 * Usage, cost and budgets. Every answer holds only what the caller may see;
 * what they may not see is as if it did not exist. Failures are `ResponseError`s.
 * @public
 */
export interface McpCostApi {
  /** The month in one answer. */
  getOverview(
    query: UsageFilter,
    options?: CostRequestOptions,
  ): Promise<CostOverview>;
  getSeries(
    query: SeriesQuery,
    options?: CostRequestOptions,
  ): Promise<SeriesAnswer>;
  getBreakdown(
    query: BreakdownQuery,
    options?: CostRequestOptions,
  ): Promise<Breakdown>;
  listCalls(query: CallQuery, options?: CostRequestOptions): Promise<CallPage>;
  getQuality(
    query: QualityQuery,
    options?: CostRequestOptions,
  ): Promise<Quality>;
  getUnitCosts(
    query: UsageFilter,
    options?: CostRequestOptions,
  ): Promise<UnitCosts>;
  /** `assumptions` tries others than the organisation's. */
  getReuse(
    serverRef: string,
    query: { from: string; to: string; assumptions?: ReuseAssumptions },
    options?: CostRequestOptions,
  ): Promise<Reuse>;
  setReuseAssumptions(
    request: ReuseAssumptions,
    options?: CostRequestOptions,
  ): Promise<ReuseAssumptions>;
  /** Values of a dimension in a period, for filters. */
  listValues(
    dimension: Dimension,
    query: UsageFilter & CostPageQuery,
    options?: CostRequestOptions,
  ): Promise<CostPage<DimensionValue>>;
  /** What a breakdown shows, all rows of it: CSV, or FOCUS 1.3 CSV by day. */
  exportUsage(
    format: 'csv' | 'focus',
    query: BreakdownQuery,
    options?: CostRequestOptions,
  ): Promise<Response>;

  sendUsage(
    records: UsageRecord[],
    options?: CostRequestOptions,
  ): Promise<UsageReceipt>;
  getStatus(options?: CostRequestOptions): Promise<CostStatus>;
  /** When each agent last called a server: instants by agent ref. */
  getLastCalls(
    serverRef: string,
    options?: CostRequestOptions,
  ): Promise<Record<string, string>>;

  listKeys(
    teamRef: string,
    options?: CostRequestOptions,
  ): Promise<ServiceKey[]>;
  createKey(
    teamRef: string,
    request: ServiceKeyRequest,
    options?: CostRequestOptions,
  ): Promise<NewServiceKey>;
  rotateKey(
    id: string,
    request: RotationRequest,
    options?: CostRequestOptions,
  ): Promise<NewServiceKey>;
  revokeKey(id: string, options?: CostRequestOptions): Promise<ServiceKey>;
  /** Lets a key report for other teams; administrators only. */
  setKeyTeams(
    id: string,
    teamRefs: string[],
    options?: CostRequestOptions,
  ): Promise<ServiceKey>;

  listPrices(
    query?: CostPageQuery & { at?: string; serverRef?: string },
    options?: CostRequestOptions,
  ): Promise<CostPage<Price> & { mayChange: boolean; currency: string }>;
  setPrice(request: PriceRequest, options?: CostRequestOptions): Promise<Price>;
  /** Takes a price back, as if it had never been. */
  deletePrice(
    id: number,
    options?: CostRequestOptions,
  ): Promise<Repricing | undefined>;
  listRepricings(
    query?: CostPageQuery,
    options?: CostRequestOptions,
  ): Promise<CostPage<Repricing>>;
  listUnpriced(options?: CostRequestOptions): Promise<UnpricedUsage[]>;

  importFocus(
    file: Blob,
    request?: { fileName?: string },
    options?: CostRequestOptions,
  ): Promise<FocusImport>;
  getFocusImport(
    id: string,
    options?: CostRequestOptions,
  ): Promise<FocusImport>;
  listFocusImports(
    query?: CostPageQuery,
    options?: CostRequestOptions,
  ): Promise<CostPage<FocusImport>>;

  listBudgets(
    query?: CostPageQuery,
    options?: CostRequestOptions,
  ): Promise<CostPage<BudgetStatus>>;
  getBudget(
    teamRef: string,
    options?: CostRequestOptions,
  ): Promise<BudgetStatus>;
  setBudget(
    teamRef: string,
    request: BudgetRequest,
    options?: CostRequestOptions,
  ): Promise<BudgetStatus>;
  removeBudget(
    teamRef: string,
    options?: CostRequestOptions,
  ): Promise<BudgetStatus>;
  askIncrease(
    teamRef: string,
    request: { amount: string; reason: string },
    options?: CostRequestOptions,
  ): Promise<BudgetIncrease>;
  listIncreases(
    query?: CostPageQuery & {
      team?: string[];
      state?: BudgetIncrease['state'][];
    },
    options?: CostRequestOptions,
  ): Promise<CostPage<BudgetIncrease>>;
  decideIncrease(
    id: string,
    request: { decision: 'granted' | 'declined'; reason?: string },
    options?: CostRequestOptions,
  ): Promise<BudgetIncrease>;
  /** Takes back what the caller asked for, while nobody has decided. */
  withdrawIncrease(
    id: string,
    options?: CostRequestOptions,
  ): Promise<BudgetIncrease>;
  /** Whether a team may start new work; templates and pipelines ask. */
  getAdmission(
    teamRef: string,
    options?: CostRequestOptions,
  ): Promise<Admission>;

  listAlerts(
    query?: AlertQuery,
    options?: CostRequestOptions,
  ): Promise<CostPage<Alert>>;

  listIdle(
    query?: IdleQuery,
    options?: CostRequestOptions,
  ): Promise<
    CostPage<IdleResource> & { scannedAt?: string; savingPerMonthNanos: string }
  >;
  exemptIdle(
    id: string,
    request: { reason: string; until: string },
    options?: CostRequestOptions,
  ): Promise<IdleExemption>;
  removeIdleExemption(id: string, options?: CostRequestOptions): Promise<void>;
}
