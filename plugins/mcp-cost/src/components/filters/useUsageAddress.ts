import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  DIMENSIONS,
  type Dimension,
  type UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { readAll } from '@mcp-portal/plugin-mcp-react';
import type { AddressQuery } from '../../useCostLinks';
import { dayOf } from '../period';
import { periodQuery, readPeriod, type Period } from './period';

/** Values of dimensions that usage is narrowed to. */
export type DimensionFilter = Partial<Record<Dimension, string[]>>;

/** What usage a page looks at, as its address has it. */
export interface UsageAddress {
  params: URLSearchParams;
  period: Period;
  dimensions: DimensionFilter;
  /** Both, as the API wants them. */
  filter: UsageFilter;
  /** Both, to be kept in links to the other pages. */
  query: AddressQuery;
  /** Whether anything but the period narrows it. */
  narrowed: boolean;
  setPeriod: (period: Period) => void;
  narrow: (changes: DimensionFilter) => void;
  /** Takes all but the period and what the page itself keeps there away. */
  clear: () => void;
  /** Changes whatever else the page keeps in its address. */
  update: (edit: (next: URLSearchParams) => void) => void;
}

export function useUsageAddress(): UsageAddress {
  const [params, setParams] = useSearchParams();
  const today = dayOf(new Date());

  const view = useMemo(() => {
    // The same all day, so that the same question stays the same.
    const period = readPeriod(params, new Date(`${today}T00:00:00Z`));
    const dimensions: DimensionFilter = {};
    for (const dimension of DIMENSIONS) {
      const values = readAll(params, dimension);
      if (values) {
        dimensions[dimension] = values;
      }
    }
    return {
      period,
      dimensions,
      filter: { from: period.from, to: period.to, ...dimensions },
      query: { ...periodQuery(period), ...dimensions },
      narrowed: Object.keys(dimensions).length > 0,
    };
  }, [params, today]);

  const update = useCallback(
    (edit: (next: URLSearchParams) => void) =>
      setParams(
        last => {
          const next = new URLSearchParams(last);
          // Another question begins at its first page; a turned page says so.
          next.delete('page');
          edit(next);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const setPeriod = useCallback(
    (period: Period) =>
      update(next => {
        ['period', 'from', 'to'].forEach(name => next.delete(name));
        for (const [name, value] of Object.entries(periodQuery(period))) {
          next.set(name, value);
        }
      }),
    [update],
  );
  const narrow = useCallback(
    (changes: DimensionFilter) =>
      update(next => {
        for (const [name, values] of Object.entries(changes)) {
          next.delete(name);
          values?.forEach(value => next.append(name, value));
        }
      }),
    [update],
  );
  const clear = useCallback(
    () => update(next => DIMENSIONS.forEach(name => next.delete(name))),
    [update],
  );
  return { ...view, params, setPeriod, narrow, clear, update };
}
