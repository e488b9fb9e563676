import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  HEALTH_LEVELS,
  SERVER_SORT_FIELDS,
  TRUST_LEVELS,
  type ServerFilter,
  type ServerQuery,
  type ServerSortField,
} from '@mcp-portal/plugin-mcp-registry-common';

export const PAGE_SIZES = [25, 50, 100];

export interface ServerFilters {
  filter: ServerFilter;
  query: ServerQuery;
  /** True when anything narrows the list. */
  narrowed: boolean;
  page: number;
  pageSize: number;
  change: (changes: Partial<ServerFilter>) => void;
  sortBy: (sort?: ServerSortField, order?: 'asc' | 'desc') => void;
  turnTo: (page: number, pageSize: number) => void;
  clear: () => void;
}

/**
 * What the list shows, held in the address so that a view can be shared.
 */
export function useServerFilters(): ServerFilters {
  const [params, setParams] = useSearchParams();

  const view = useMemo(() => readView(params), [params]);

  const update = useCallback(
    (edit: (next: URLSearchParams) => void) =>
      setParams(
        last => {
          const next = new URLSearchParams(last);
          edit(next);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );

  const change = useCallback(
    (changes: Partial<ServerFilter>) =>
      update(next => {
        for (const [name, value] of Object.entries(changes)) {
          next.delete(name);
          for (const item of Array.isArray(value) ? value : [value]) {
            if (item !== undefined && item !== '') {
              next.append(name, String(item));
            }
          }
        }
        next.delete('page');
      }),
    [update],
  );

  const sortBy = useCallback(
    (sort?: ServerSortField, order?: 'asc' | 'desc') =>
      update(next => {
        next.delete('sort');
        next.delete('order');
        next.delete('page');
        if (sort && order) {
          next.set('sort', sort);
          next.set('order', order);
        }
      }),
    [update],
  );

  const turnTo = useCallback(
    (page: number, pageSize: number) =>
      update(next => {
        next.delete('page');
        next.delete('pageSize');
        if (page > 0) {
          next.set('page', String(page + 1));
        }
        if (pageSize !== PAGE_SIZES[0]) {
          next.set('pageSize', String(pageSize));
        }
      }),
    [update],
  );

  const clear = useCallback(
    () => setParams(new URLSearchParams(), { replace: true }),
    [setParams],
  );

  return { ...view, change, sortBy, turnTo, clear };
}

/** Reads the address; what it does not understand counts as not there. */
function readView(params: URLSearchParams) {
  const ownerExists = params.get('ownerExists');
  const filter: ServerFilter = {
    search: params.get('search') || undefined,
    owner: some(params.getAll('owner')),
    lifecycle: some(params.getAll('lifecycle')),
    health: some(known(HEALTH_LEVELS, params.getAll('health'))),
    trust: some(known(TRUST_LEVELS, params.getAll('trust'))),
    ownerExists:
      ownerExists === 'true' || ownerExists === 'false'
        ? ownerExists === 'true'
        : undefined,
  };
  const pageSize =
    PAGE_SIZES.find(size => String(size) === params.get('pageSize')) ??
    PAGE_SIZES[0];
  const page = Math.max(
    0,
    Math.trunc(Number(params.get('page') ?? 1)) - 1 || 0,
  );
  const sort = SERVER_SORT_FIELDS.find(field => field === params.get('sort'));
  const order = params.get('order') === 'desc' ? 'desc' : 'asc';
  const query: ServerQuery = {
    ...filter,
    ...(sort ? { sort, order } : {}),
    limit: pageSize,
    offset: page * pageSize,
  };
  const narrowed = Object.values(filter).some(value => value !== undefined);
  return { filter, query, narrowed, page, pageSize };
}

function some<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

function known<T extends string>(allowed: readonly T[], values: string[]): T[] {
  return allowed.filter(item => values.includes(item));
}
