import type {
  CostOverview,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import type { Loaded } from '@mcp-portal/plugin-mcp-react';
import { useUsageAddress, type UsageAddress } from '../components/filters';
import { useCost } from '../components/loading';
import type { AddressQuery } from '../useCostLinks';

/** The usage of one entity in the period that the address has. */
export interface EntityUsage {
  address: UsageAddress;
  filter: UsageFilter;
  /** The same, as links to the pages of cost keep it. */
  query: AddressQuery;
  overview: Loaded<CostOverview>;
}

export function useEntityUsage(
  of: Omit<UsageFilter, 'from' | 'to'>,
): EntityUsage {
  const address = useUsageAddress();
  const filter = { ...address.filter, ...of };
  const overview = useCost(
    `usage of ${JSON.stringify(of)}`,
    filter,
    (api, options) => api.getOverview(filter, options),
  );
  return { address, filter, query: { ...address.query, ...of }, overview };
}
