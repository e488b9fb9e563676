import type {
  ChangeQuery,
  RemovalQuery,
} from '@mcp-portal/plugin-mcp-registry-common';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request, Router } from 'express';

import type { Access } from '../access';
import type { ChangeService } from './ChangeService';

/** What changed, and what is about to be removed, in all servers. */
export function addChangeRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: Access;
    changes: ChangeService;
  },
): void {
  const { httpAuth, access, changes } = options;

  router.get('/changes', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    res.json(await changes.list(scope, readQuery<ChangeQuery>(req.query)));
  });

  router.get('/removals', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    res.json(await changes.removals(scope, readQuery<RemovalQuery>(req.query)));
  });
}

/** Checked against the OpenAPI document before, which made numbers of numbers. */
function readQuery<T>(query: Request['query']): T {
  return query as T;
}
