import { Router } from 'express';
import { middleware as openApiMiddleware } from 'express-openapi-validator';
import PromiseRouter from 'express-promise-router';

import { explainBadRequest } from './explainBadRequest';

const DOCUMENT_PATH = '/openapi.json';

/** The part of an OpenAPI document that the router itself looks at. @public */
export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, unknown>;
}

/**
 * A router that refuses whatever the plugin's OpenAPI document does not allow,
 * and serves that document at `/openapi.json`.
 *
 * @param options - `ignorePaths`: what reads and checks its bodies by itself
 * @public
 */
export function createOpenApiRouter(options: {
  document: OpenApiDocument;
  ignorePaths?: RegExp;
}): Router {
  const { document, ignorePaths } = options;
  const router = PromiseRouter();
  router.use(
    openApiMiddleware({
      // The validator changes what it gets.
      apiSpec: structuredClone(document) as never,
      validateRequests: {
        // Of bodies: parameters are text, and always read as what they are for.
        coerceTypes: false,
        allowUnknownQueryParameters: false,
      },
      validateResponses: false,
      ignoreUndocumented: true,
      useRequestUrl: true,
      ...(ignorePaths && { ignorePaths }),
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
