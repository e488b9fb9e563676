import { useListAddress, type ListAddress } from '@mcp-portal/plugin-mcp-react';

const NO_SORTING = [] as const;

export interface PriceFilter {
  search?: string;
  /** Entity ref of a server. */
  server?: string;
}

export type PriceFilters = ListAddress<PriceFilter, never>;

export function usePriceFilters(): PriceFilters {
  return useListAddress<PriceFilter, never>({
    readFilter,
    sortFields: NO_SORTING,
  });
}

function readFilter(params: URLSearchParams): PriceFilter {
  return {
    search: params.get('search') || undefined,
    server: params.get('server') || undefined,
  };
}
