import {
  createOpenApiRouter,
  readOpenApiDocument,
} from '@mcp-portal/plugin-mcp-node';
import type { Router } from 'express';

import { OWN_BODIES } from './ownBodies';

/** The plugin's router, which refuses what its OpenAPI document does not allow. */
export function createCostRouter(): Router {
  return createOpenApiRouter({
    document: readOpenApiDocument('@mcp-portal/plugin-mcp-cost-backend'),
    ignorePaths: OWN_BODIES,
  });
}
