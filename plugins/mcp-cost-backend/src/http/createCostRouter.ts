import { createOpenApiRouter } from '@mcp-portal/plugin-mcp-node';
import type { Router } from 'express';

import { readOpenApiDocument } from './readOpenApiDocument';

/** What takes bodies of its own form, and checks them itself. */
const OWN_BODIES = /\/(v1\/traces|usage|focus-imports)\/?$/;

/** The plugin's router, which refuses what its OpenAPI document does not allow. */
export function createCostRouter(): Router {
  return createOpenApiRouter({
    document: readOpenApiDocument(),
    ignorePaths: OWN_BODIES,
  });
}
