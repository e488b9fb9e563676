import type {
  BreakdownRow,
  BudgetStatus,
  CostOverview,
  DimensionValue,
  Latency,
  Measures,
  Quality,
  QualityRow,
  SeriesAnswer,
  UsageEvent,
} from '@mcp-portal/plugin-mcp-cost-common';

/** So many units of the currency, as the API writes amounts. */
export function units(amount: number): string {
  return String(BigInt(Math.round(amount * 1_000_000)) * 1000n);
}

export function measures(options: Partial<Measures> = {}): Measures {
  return {
    events: 100,
    calls: 100,
    errors: 2,
    inputTokens: 0,
    cachedInputTokens: 0,
    outputTokens: 0,
    costNanos: units(12.5),
    unpricedEvents: 0,
    ...options,
  };
}

export const NO_MEASURES = measures({
  events: 0,
  calls: 0,
  errors: 0,
  costNanos: '0',
});

export function latency(options: Partial<Latency> = {}): Latency {
  return {
    count: 100,
    p50Ms: 120,
    p95Ms: 900,
    p99Ms: 2400,
    meanMs: 210,
    histogram: [0, 0, 5, 10, 20, 40, 15, 5, 3, 1, 1, 0, 0, 0],
    ...options,
  };
}

export function row(
  value: DimensionValue | DimensionValue[],
  options: Partial<BreakdownRow> = {},
): BreakdownRow {
  return {
    values: Array.isArray(value) ? value : [value],
    measures: measures(),
    previous: measures({ costNanos: units(10) }),
    latency: latency(),
    ...options,
  };
}

export const PAYMENTS = {
  value: 'group:default/payments',
  title: 'Payments',
  known: true,
};

export const BILLING = {
  value: 'api:default/billing',
  title: 'Billing',
  known: true,
};

export function budgetStatus(
  options: Partial<BudgetStatus> = {},
): BudgetStatus {
  return {
    teamRef: PAYMENTS.value,
    title: PAYMENTS.title,
    budget: {
      teamRef: PAYMENTS.value,
      amountNanos: units(2000),
      softThreshold: 0.8,
      blocks: true,
      setBy: 'user:default/ada',
      setAt: '2026-10-01T00:00:00.000Z',
    },
    limitNanos: units(2000),
    spentNanos: units(1204.5),
    usedShare: 0.6,
    level: 'good',
    forecast: {
      month: '2026-11',
      spentNanos: units(1204.5),
      expectedNanos: units(1800),
      lowNanos: units(1700),
      highNanos: units(1950),
      daysOfHistory: 60,
    },
    burn: [],
    may: { set: true, ask: true, decide: true },
    ...options,
  };
}

export function overview(options: Partial<CostOverview> = {}): CostOverview {
  const status = budgetStatus();
  return {
    currency: 'USD',
    period: { from: '2026-11-01', to: '2026-11-22' },
    previousPeriod: { from: '2026-10-11', to: '2026-11-01' },
    total: measures({
      events: 4200,
      calls: 4000,
      errors: 80,
      costNanos: units(1204.5),
    }),
    previous: measures({ costNanos: units(1020) }),
    forecast: status.forecast,
    budgets: [status],
    budgetNanos: units(2000),
    budgetLeftNanos: units(795.5),
    alerts: [],
    sees: { all: true, teams: [] },
    unattributed: NO_MEASURES,
    summedUntil: new Date().toISOString(),
    sample: false,
    ...options,
  };
}

export function seriesAnswer(
  options: Partial<SeriesAnswer> = {},
): SeriesAnswer {
  return {
    interval: 'day',
    at: ['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
    series: [
      {
        ...PAYMENTS,
        costNanos: [units(5), units(7)],
        calls: [10, 20],
        errors: [0, 1],
        unpricedEvents: [0, 0],
      },
      {
        costNanos: [units(1), '0'],
        calls: [3, 2],
        errors: [0, 0],
        unpricedEvents: [1, 2],
      },
    ],
    sample: false,
    ...options,
  };
}

export function qualityRow(options: Partial<QualityRow> = {}): QualityRow {
  return {
    value: BILLING,
    measures: measures({ calls: 200, errors: 50 }),
    previous: measures({ calls: 100, errors: 1 }),
    latency: latency(),
    errorRate: 0.25,
    shareOfErrors: 0.92,
    troubles: [
      {
        value: { value: 'component:default/invoice-clerk', known: true },
        calls: 100,
        errors: 40,
      },
    ],
    ...options,
  };
}

export function quality(options: Partial<Quality> = {}): Quality {
  return {
    items: [qualityRow()],
    totalItems: 1,
    total: measures({ calls: 1000, errors: 54 }),
    findings: [],
    sample: false,
    ...options,
  };
}

export function call(options: Partial<UsageEvent> = {}): UsageEvent {
  return {
    key: 'a',
    kind: 'tool-call',
    at: '2026-11-20T10:00:00.000Z',
    teamRef: PAYMENTS.value,
    environment: 'production',
    agent: 'component:default/invoice-clerk',
    serverRef: BILLING.value,
    tool: 'create_invoice',
    outcome: 'ok',
    durationMs: 184,
    costNanos: '15000',
    traceId: '0af7651916cd43dd8448eb211c80319c',
    spanId: 'b7ad6b7169203331',
    sample: false,
    ...options,
  };
}
