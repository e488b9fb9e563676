import { InputError } from '@backstage/errors';
import { NextFunction, Request, Response, Router } from 'express';
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
  router.use(validateHeadAsGet);
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
  router.use(refuseInfinity);
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

/**
 * Express answers HEAD with what is there for GET, but the document does not
 * know it: nothing of such a request would be checked. No body is sent, as Node
 * knows already.
 */
function validateHeadAsGet(
  req: Request,
  _res: Response,
  next: NextFunction,
): void {
  if (req.method === 'HEAD') {
    req.method = 'GET';
  }
  next();
}

/** `1e400` passes for an integer that no bound is too small for. */
function refuseInfinity(
  req: Request,
  _res: Response,
  next: NextFunction,
): void {
  const isInfinite = [req.query, req.params].some(parameters =>
    Object.values(parameters)
      .flat()
      .some(value => typeof value === 'number' && !Number.isFinite(value)),
  );
  next(
    isInfinite
      ? new InputError('A number in the address is beyond all bounds.')
      : undefined,
  );
}
