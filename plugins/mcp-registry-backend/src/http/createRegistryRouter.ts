import { readFileSync } from 'node:fs';

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createOpenApiRouter } from '@mcp-portal/plugin-mcp-node';
import { Router } from 'express';
import { parse } from 'yaml';

/** The registry's router, which knows its OpenAPI document. */
export function createRegistryRouter(): Router {
  const path = resolvePackagePath(
    '@mcp-portal/plugin-mcp-registry-backend',
    'openapi.yaml',
  );
  return createOpenApiRouter({ document: parse(readFileSync(path, 'utf8')) });
}
