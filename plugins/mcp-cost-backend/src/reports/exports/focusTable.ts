import {
  decimalText,
  type Dimension,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { FocusColumn } from '../../focus/columns';
import type { UsageRow } from '../../rollups';
import { DAY_MS, dayOf, dayText } from '../../time/days';
import type { Names } from '../Names';
import { textCell } from './csvCell';
import type { Cell } from './writeCsv';

const ISSUER = 'MCP Portal';

/** What each row of the file is by, besides the day and what the page is by. */
export const FOCUS_GRAIN: readonly Dimension[] = [
  'team',
  'environment',
  'kind',
  'server',
];

const SERVICES: Record<string, string> = {
  'tool-call': 'MCP tool calls',
  'model-call': 'Model calls',
  hosting: 'MCP server hosting',
  charge: 'Imported charges',
  other: 'Other usage',
};

/** One column of the file. */
export interface FocusExportColumn {
  name: FocusColumn | `x_${string}`;
  read(row: UsageRow): Cell;
}

/**
 * Usage by day in the shape of FOCUS 1.3, with own columns for what it has none
 * for. Costs here are what teams are charged within the organisation: billed,
 * effective, list and contracted cost are the same. What has no price has a cost
 * of 0, which the format demands, and is counted in `x_UnpricedEvents`.
 */
export function focusColumns(options: {
  by: readonly Dimension[];
  currency: string;
  names: Names;
}): FocusExportColumn[] {
  const { by, currency, names } = options;
  const valueOf = (row: UsageRow, dimension: Dimension) =>
    row.values[by.indexOf(dimension)] ?? '';
  const text = (dimension: Dimension) => (row: UsageRow) =>
    textCell(valueOf(row, dimension));
  const title = (dimension: Dimension) => (row: UsageRow) =>
    textCell(names.textOf(dimension, valueOf(row, dimension)));
  const cost = ({ sums }: UsageRow) => decimalText(sums.costNanos);
  const quantity = ({ sums }: UsageRow) => sums.events;
  const constant = (cell: string) => () => cell;
  const service = (row: UsageRow) => {
    const kind = valueOf(row, 'kind');
    return SERVICES[kind] ?? kind;
  };
  const own = by.filter(dimension => !FOCUS_GRAIN.includes(dimension));
  return [
    { name: 'BilledCost', read: cost },
    { name: 'BillingAccountId', read: constant('mcp-portal') },
    { name: 'BillingAccountName', read: constant(ISSUER) },
    { name: 'BillingCurrency', read: constant(currency) },
    { name: 'BillingPeriodEnd', read: row => monthStart(row, 1) },
    { name: 'BillingPeriodStart', read: row => monthStart(row, 0) },
    { name: 'ChargeCategory', read: constant('Usage') },
    { name: 'ChargeClass', read: () => undefined },
    {
      name: 'ChargeDescription',
      read: row => textCell(`${service(row)} on ${dayText(dayOf(row.atMs!))}`),
    },
    { name: 'ChargeFrequency', read: constant('Usage-Based') },
    { name: 'ChargePeriodEnd', read: ({ atMs }) => instant(atMs! + DAY_MS) },
    { name: 'ChargePeriodStart', read: ({ atMs }) => instant(atMs!) },
    { name: 'ConsumedQuantity', read: quantity },
    { name: 'ConsumedUnit', read: constant('Events') },
    { name: 'ContractedCost', read: cost },
    { name: 'EffectiveCost', read: cost },
    { name: 'HostProviderName', read: constant(ISSUER) },
    { name: 'InvoiceIssuerName', read: constant(ISSUER) },
    { name: 'ListCost', read: cost },
    { name: 'PricingQuantity', read: quantity },
    { name: 'PricingUnit', read: constant('Events') },
    { name: 'ResourceId', read: text('server') },
    { name: 'ResourceName', read: title('server') },
    {
      name: 'ResourceType',
      read: row => (valueOf(row, 'server') ? 'MCP server' : undefined),
    },
    { name: 'ServiceCategory', read: constant('AI and Machine Learning') },
    { name: 'ServiceName', read: row => textCell(service(row)) },
    { name: 'ServiceProviderName', read: constant(ISSUER) },
    { name: 'SubAccountId', read: text('team') },
    { name: 'SubAccountName', read: title('team') },
    { name: 'SubAccountType', read: constant('Team') },
    {
      name: 'Tags',
      read: row => JSON.stringify({ environment: valueOf(row, 'environment') }),
    },
    ...own.map(
      (dimension): FocusExportColumn => ({
        name: `x_${dimension[0].toUpperCase()}${dimension.slice(1)}`,
        read: text(dimension),
      }),
    ),
    { name: 'x_Kind', read: text('kind') },
    { name: 'x_Environment', read: text('environment') },
    { name: 'x_Calls', read: ({ sums }) => sums.calls },
    { name: 'x_Errors', read: ({ sums }) => sums.errors },
    { name: 'x_InputTokens', read: ({ sums }) => sums.inputTokens },
    {
      name: 'x_CachedInputTokens',
      read: ({ sums }) => sums.cachedInputTokens,
    },
    { name: 'x_OutputTokens', read: ({ sums }) => sums.outputTokens },
    { name: 'x_UnpricedEvents', read: ({ sums }) => sums.unpricedEvents },
  ];
}

function monthStart({ atMs }: UsageRow, later: number): string {
  const day = new Date(atMs!);
  return instant(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + later));
}

/** As FOCUS writes it: without parts of a second. */
function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
