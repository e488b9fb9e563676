import { useMemo } from 'react';
import { CHANGE_CLASSES, type ChangeClass } from '@mcp-portal/mcp-contract';
import type { ChangeQuery } from '@mcp-portal/plugin-mcp-registry-common';
import {
  readAll,
  readAllowed,
  useListAddress,
  type ListAddress,
} from '@mcp-portal/plugin-mcp-react';
import { PERIODS, periodStart, type Period } from './period';

export interface ChangeFilter {
  search?: string;
  owner?: string[];
  class?: ChangeClass[];
  /** Absent for the last 7 days. */
  period?: Period;
  [other: string]: string | string[] | undefined;
}

export interface ChangeFilters extends ListAddress<ChangeFilter, never> {
  changeQuery: ChangeQuery;
  shownPeriod: Period;
}

const NO_SORT: readonly never[] = [];

/** Which changes are shown, as the address says. */
export function useChangeFilters(): ChangeFilters {
  const address = useListAddress<ChangeFilter, never>({
    readFilter,
    sortFields: NO_SORT,
  });
  const { period, ...query } = address.query;
  const shownPeriod = period ?? PERIODS[0];
  const from = useMemo(
    () => periodStart(shownPeriod, new Date()),
    [shownPeriod],
  );
  return { ...address, changeQuery: { ...query, from }, shownPeriod };
}

function readFilter(params: URLSearchParams): ChangeFilter {
  const [period] = readAllowed(params, 'period', PERIODS) ?? [];
  return {
    search: params.get('search') || undefined,
    owner: readAll(params, 'owner'),
    class: readAllowed(params, 'class', CHANGE_CLASSES),
    period: period === PERIODS[0] ? undefined : period,
  };
}
