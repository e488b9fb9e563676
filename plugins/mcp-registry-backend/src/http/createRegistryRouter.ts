import { readFileSync } from 'node:fs';

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { middleware as openApiMiddleware } from 'express-openapi-validator';
import PromiseRouter from 'express-promise-router';
import { parse } from 'yaml';

import { explainBadRequest } from './explainBadRequest';

const DOCUMENT_PATH = '/openapi.json';

/**
 * A router that refuses whatever the plugin's OpenAPI document does not allow,
 * and serves that document at `/openapi.json`.
 */
export function createRegistryRouter(): Router {
  const document = parse(
    readFileSync(
      resolvePackagePath(
        '@mcp-portal/plugin-mcp-registry-backend',
        'openapi.yaml',
      ),
      'utf8',
    ),
  );
  const router = PromiseRouter();
  router.use(
    openApiMiddleware({
      // The validator changes what it gets.
      apiSpec: structuredClone(document),
      validateRequests: {
        // Of bodies: parameters are text, and always read as what they are for.
        coerceTypes: false,
        allowUnknownQueryParameters: false,
      },
      validateResponses: false,
      ignoreUndocumented: true,
      useRequestUrl: true,
    }),
  );
  router.use(explainBadRequest);
  router.get(DOCUMENT_PATH, (req, res) => {
    const base = req.originalUrl.replace(DOCUMENT_PATH, '');
    res.json({
      ...document,
      paths: Object.fromEntries(
        Object.entries(document.paths).map(([path, item]) => [
          `${base}${path}`,
          item,
        ]),
      ),
    });
  });
  return router;
}
