import type { OpenApiPlan } from '@mcp-portal/plugin-mcp-templates-node';

import { literal } from './literal';

/** The file that says what API the tools call. */
export function apiFile({ reading, apiKey }: OpenApiPlan): string {
  return `/** The API that the tools call. */
export const api: {
  title: string;
  /** Where it is, when UPSTREAM_URL says nothing else. */
  baseUrl: string;
  /** Where its key goes, when it is not in the Authorization header. */
  apiKey?: { in: 'header' | 'query'; name: string };
} = ${literal({
    title: reading.title,
    baseUrl: reading.baseUrls[0] ?? '',
    apiKey,
  })};
`;
}
