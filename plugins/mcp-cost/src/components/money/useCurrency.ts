import { configApiRef, useApi } from '@backstage/core-plugin-api';

/** The one currency that all money of the portal is in. */
export function useCurrency(): string {
  return useApi(configApiRef).getOptionalString('mcpCost.currency') ?? 'USD';
}
