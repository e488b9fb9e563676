import { createOpenApiRouter } from '@mcp-portal/plugin-mcp-node';
import type { Router } from 'express';

import { OWN_BODIES } from './ownBodies';
import { readOpenApiDocument } from './readOpenApiDocument';

/** The plugin's router, which refuses what its OpenAPI document does not allow. */
export function createCostRouter(): Router {
  return createOpenApiRouter({
    document: readOpenApiDocument(),
    ignorePaths: OWN_BODIES,
  });
}
