import { createOpenApiRouter } from '@mcp-portal/plugin-mcp-node';
import type { Router } from 'express';

import { readOpenApiDocument } from './readOpenApiDocument';

/** The plugin's router, which refuses what its OpenAPI document does not allow. */
export function createTemplatesRouter(): Router {
  return createOpenApiRouter({ document: readOpenApiDocument() });
}
