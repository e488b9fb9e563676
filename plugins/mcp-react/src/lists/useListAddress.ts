import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** How many rows of a list one may see at once. @public */
export const PAGE_SIZES = [25, 50, 100];

/** What a filter in an address may hold. @public */
export type ListFilterValue = string | boolean | string[] | undefined;

/** A list's view, held in the address so that it can be shared. @public */
export interface ListAddress<TFilter, TSort extends string> {
  filter: TFilter;
  /** True when anything narrows the list. */
  narrowed: boolean;
  sort?: TSort;
  order: 'asc' | 'desc';
  /** From 0 on. */
  page: number;
  pageSize: number;
  /** What to ask the server for. */
  query: TFilter & {
    sort?: TSort;
    order?: 'asc' | 'desc';
    limit: number;
    offset: number;
  };
  change: (changes: Partial<TFilter>) => void;
  sortBy: (sort?: TSort, order?: 'asc' | 'desc') => void;
  turnTo: (page: number, pageSize: number) => void;
  clear: () => void;
}

/**
 * Reads a list's filter, sorting and page from the address and writes changes
 * back. What the address says and nobody understands counts as not there.
 * @public
 */
export function useListAddress<
  TFilter extends { [name in keyof TFilter]: ListFilterValue },
  TSort extends string,
>(options: {
  /** Must be stable. */
  readFilter: (params: URLSearchParams) => TFilter;
  sortFields: readonly TSort[];
}): ListAddress<TFilter, TSort> {
  const { readFilter, sortFields } = options;
  const [params, setParams] = useSearchParams();

  const view = useMemo(() => {
    const filter = readFilter(params);
    const paging = readPaging(params);
    const sort = sortFields.find(field => field === params.get('sort'));
    const order: 'asc' | 'desc' =
      params.get('order') === 'desc' ? 'desc' : 'asc';
    const query = {
      ...filter,
      ...(sort ? { sort, order } : {}),
      limit: paging.pageSize,
      offset: paging.page * paging.pageSize,
    };
    const narrowed = Object.values(filter).some(value => value !== undefined);
    return { filter, narrowed, sort, order, query, ...paging };
  }, [params, readFilter, sortFields]);

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
    (changes: Partial<TFilter>) =>
      update(next => {
        for (const [name, value] of Object.entries<ListFilterValue>(changes)) {
          write(next, name, value);
        }
        next.delete('page');
      }),
    [update],
  );
  const sortBy = useCallback(
    (sort?: TSort, order?: 'asc' | 'desc') =>
      update(next => {
        write(next, 'sort', order ? sort : undefined);
        write(next, 'order', sort ? order : undefined);
        next.delete('page');
      }),
    [update],
  );
  const turnTo = useCallback(
    (page: number, pageSize: number) =>
      update(next => {
        write(next, 'page', page > 0 ? String(page + 1) : undefined);
        write(
          next,
          'pageSize',
          pageSize === PAGE_SIZES[0] ? undefined : String(pageSize),
        );
      }),
    [update],
  );
  const clear = useCallback(
    () => setParams(new URLSearchParams(), { replace: true }),
    [setParams],
  );
  return { ...view, change, sortBy, turnTo, clear };
}

/** All values of a name, or undefined where there are none. @public */
export function readAll(
  params: URLSearchParams,
  name: string,
): string[] | undefined {
  const values = params.getAll(name).filter(Boolean);
  return values.length > 0 ? values : undefined;
}

/** The same, of the values that are allowed. @public */
export function readAllowed<T extends string>(
  params: URLSearchParams,
  name: string,
  allowed: readonly T[],
): T[] | undefined {
  const values = allowed.filter(item => params.getAll(name).includes(item));
  return values.length > 0 ? values : undefined;
}

function readPaging(params: URLSearchParams) {
  const pageSize =
    PAGE_SIZES.find(size => String(size) === params.get('pageSize')) ??
    PAGE_SIZES[0];
  const asked = Math.trunc(Number(params.get('page') ?? 1));
  return { pageSize, page: asked >= 1 ? asked - 1 : 0 };
}

function write(params: URLSearchParams, name: string, value: ListFilterValue) {
  params.delete(name);
  for (const item of Array.isArray(value) ? value : [value]) {
    if (item !== undefined && item !== '') {
      params.append(name, String(item));
    }
  }
}
