import { useListAddress, type ListAddress } from '@mcp-portal/plugin-mcp-react';

const NO_SORTING = [] as const;

export interface BudgetFilter {
  search?: string;
}

export type BudgetFilters = ListAddress<BudgetFilter, never>;

export function useBudgetFilters(): BudgetFilters {
  return useListAddress<BudgetFilter, never>({
    readFilter,
    sortFields: NO_SORTING,
  });
}

function readFilter(params: URLSearchParams): BudgetFilter {
  return { search: params.get('search') || undefined };
}
