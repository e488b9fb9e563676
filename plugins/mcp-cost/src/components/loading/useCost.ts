import { useApi } from '@backstage/core-plugin-api';
import type {
  CostRequestOptions,
  McpCostApi,
} from '@mcp-portal/plugin-mcp-cost-common';
import { useLoaded, type Loaded } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';

/**
 * Asks usage and cost something, again whenever the question changes; the last
 * good answer stays for as long as the subject is the same.
 */
export function useCost<T>(
  subject: string,
  question: unknown,
  ask: (api: McpCostApi, options: CostRequestOptions) => Promise<T>,
): Loaded<T> {
  const api = useApi(mcpCostApiRef);
  return useLoaded({
    subject,
    request: JSON.stringify([subject, question]),
    load: signal => ask(api, { signal }),
  });
}
