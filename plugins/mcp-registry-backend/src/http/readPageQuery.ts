import type { PageQuery } from '@mcp-portal/plugin-mcp-registry-common';
import type { Request } from 'express';

/**
 * The page that a request asks for, checked against the OpenAPI document before.
 */
export function readPageQuery(query: Request['query']): PageQuery {
  return query as PageQuery;
}
