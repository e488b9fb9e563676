import {
  createOpenApiRouter,
  readOpenApiDocument,
} from '@mcp-portal/plugin-mcp-node';
import type { Router } from 'express';

/** The plugin's router, which refuses what its OpenAPI document does not allow. */
export function createTemplatesRouter(): Router {
  return createOpenApiRouter({
    document: readOpenApiDocument('@mcp-portal/plugin-mcp-templates-backend'),
  });
}
