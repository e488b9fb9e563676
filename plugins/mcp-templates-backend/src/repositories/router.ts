import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { checkedQuery } from '@mcp-portal/plugin-mcp-node';
import type { Request, Router } from 'express';

import type { RepositoryService } from './RepositoryService';

/** Local repositories and their files. */
export function addRepositoryRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; repositories: RepositoryService },
): void {
  const { httpAuth, repositories } = options;
  const credentialsOf = (req: Request) =>
    httpAuth.credentials(req, { allow: ['user', 'service'] });

  router.get('/repositories/:team/:name', async (req, res) => {
    const credentials = await credentialsOf(req as Request);
    const { team, name } = req.params;
    res.json(await repositories.get(credentials, { team, name }));
  });

  router.get('/repositories/:team/:name/file', async (req, res) => {
    const credentials = await credentialsOf(req as Request);
    const { team, name } = req.params;
    const { path } = checkedQuery<{ path: string }>(req);
    const text = await repositories.readText(credentials, { team, name }, path);
    // Whoever pushed it wrote it: no browser may take it for a page of ours.
    res
      .set('X-Content-Type-Options', 'nosniff')
      .set('Content-Security-Policy', "default-src 'none'; sandbox")
      .set('Cache-Control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(text);
  });
}
