import {
  readAll,
  useListAddress,
  type ListAddress,
} from '@mcp-portal/plugin-mcp-react';

export interface OwnedFilter {
  search?: string;
  owner?: string[];
  [other: string]: string | string[] | undefined;
}

const NO_SORT: readonly never[] = [];

/** A search and owners, as the address says. */
export function useOwnedFilters(): ListAddress<OwnedFilter, never> {
  return useListAddress<OwnedFilter, never>({
    readFilter,
    sortFields: NO_SORT,
  });
}

function readFilter(params: URLSearchParams): OwnedFilter {
  return {
    search: params.get('search') || undefined,
    owner: readAll(params, 'owner'),
  };
}
