import { useMemo } from 'react';
import {
  DIMENSIONS,
  type BreakdownQuery,
  type Dimension,
} from '@mcp-portal/plugin-mcp-cost-common';
import { PAGE_SIZES } from '@mcp-portal/plugin-mcp-react';
import { useUsageAddress, type UsageAddress } from '../../components/filters';

export const SORTS = [
  'cost',
  'calls',
  'errors',
  'errorRate',
  'change',
  'name',
  'p95',
] as const;
export type BreakdownSort = (typeof SORTS)[number];

export interface BreakdownAddress extends UsageAddress {
  by: Dimension[];
  search: string;
  sort: BreakdownSort;
  order: 'asc' | 'desc';
  page: number;
  pageSize: number;
  question: BreakdownQuery;
  divideBy: (by: Dimension[]) => void;
  searchFor: (text: string) => void;
  sortBy: (sort: BreakdownSort, order: 'asc' | 'desc') => void;
  turnTo: (page: number, pageSize: number) => void;
}

/** What the breakdown shows, all of it kept in the address. */
export function useBreakdownAddress(): BreakdownAddress {
  const usage = useUsageAddress();
  const { params, filter, update } = usage;

  const view = useMemo(() => {
    const by = readBy(params);
    const search = params.get('search') ?? '';
    const sort = SORTS.find(known => known === params.get('sort')) ?? 'cost';
    const order: 'asc' | 'desc' =
      params.get('order') === 'asc' ? 'asc' : 'desc';
    const pageSize =
      PAGE_SIZES.find(size => String(size) === params.get('pageSize')) ??
      PAGE_SIZES[0];
    const asked = Math.trunc(Number(params.get('page') ?? 1));
    const page = asked >= 1 ? asked - 1 : 0;
    const question: BreakdownQuery = {
      ...filter,
      by,
      sort,
      order,
      compare: true,
      latency: true,
      limit: pageSize,
      offset: page * pageSize,
      ...(search ? { search } : {}),
    };
    return { by, search, sort, order, page, pageSize, question };
  }, [params, filter]);

  return {
    ...usage,
    ...view,
    divideBy: by =>
      update(next => {
        next.delete('by');
        by.forEach(dimension => next.append('by', dimension));
      }),
    clear: () =>
      update(next =>
        [...DIMENSIONS, 'search'].forEach(name => next.delete(name)),
      ),
    searchFor: text => update(next => setOrDrop(next, 'search', text)),
    sortBy: (sort, order) =>
      update(next => {
        setOrDrop(next, 'sort', sort === 'cost' ? '' : sort);
        setOrDrop(next, 'order', order === 'desc' ? '' : order);
      }),
    turnTo: (page, pageSize) =>
      update(next => {
        setOrDrop(
          next,
          'pageSize',
          pageSize === PAGE_SIZES[0] ? '' : String(pageSize),
        );
        setOrDrop(next, 'page', page > 0 ? String(page + 1) : '');
      }),
  };
}

/** One or two different ones; the team's servers where none is named. */
function readBy(params: URLSearchParams): Dimension[] {
  const named = params
    .getAll('by')
    .filter((name): name is Dimension =>
      DIMENSIONS.includes(name as Dimension),
    );
  const by = [...new Set(named)].slice(0, 2);
  return by.length > 0 ? by : ['team', 'server'];
}

function setOrDrop(params: URLSearchParams, name: string, value: string) {
  if (value) {
    params.set(name, value);
  } else {
    params.delete(name);
  }
}
