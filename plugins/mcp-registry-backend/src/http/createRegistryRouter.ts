import { readFileSync } from 'node:fs';

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import { parse } from 'yaml';

/**
 * A router that refuses whatever the plugin's OpenAPI document does not allow,
 * and serves that document at `/openapi.json`.
 */
export function createRegistryRouter(): Router {
  const document = readFileSync(
    resolvePackagePath(
      '@mcp-portal/plugin-mcp-registry-backend',
      'openapi.yaml',
    ),
    'utf8',
  );
  const router = createValidatedOpenApiRouter(parse(document), {
    validatorOptions: {
      // Query parameters are text; the document says which are numbers.
      validateRequests: {
        coerceTypes: 'array',
        allowUnknownQueryParameters: false,
      },
    },
  });
  // It is typed by a document known at build time; ours is read when it starts.
  return router as unknown as Router;
}
