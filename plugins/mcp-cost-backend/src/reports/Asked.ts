import type { UsageFilter } from '@mcp-portal/plugin-mcp-cost-common';

import type { UsageQuery } from '../rollups';
import { readPeriod, type Period } from './asking/Period';
import { readFilters, type Filters } from './asking/readFilters';

/** What usage a request is about. */
export interface Asked {
  period: Period;
  filters: Filters;
}

/** @throws InputError when the period or a filter can't be */
export function readAsked(query: UsageFilter): Asked {
  return { period: readPeriod(query), filters: readFilters(query) };
}

/** The part of a query of sums that says what usage it is about. */
export function sumsOf({
  period,
  filters,
}: Asked): Pick<UsageQuery, 'fromMs' | 'toMs' | 'filters'> {
  return { fromMs: period.fromMs, toMs: period.toMs, filters };
}
