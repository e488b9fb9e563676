import type {
  HttpAuthService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { OpenApiSource } from '@mcp-portal/plugin-mcp-templates-common';
import {
  readOpenApi,
  readOpenApiSource,
} from '@mcp-portal/plugin-mcp-templates-node';
import type { Router } from 'express';

import { OneAtATime } from './OneAtATime';

/** What tools the operations of an OpenAPI document become. */
export function addOpenApiRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    urlReader: Pick<UrlReaderService, 'readUrl'>;
  },
): void {
  const { httpAuth, urlReader } = options;
  const readings = new OneAtATime();
  router.post('/openapi', async (req, res) => {
    await httpAuth.credentials(req as never, { allow: ['user', 'service'] });
    const { text, sourceUrl } = await readOpenApiSource(
      req.body as OpenApiSource,
      urlReader,
    );
    res.json(await readings.run(() => readOpenApi(text, { sourceUrl })));
  });
}
