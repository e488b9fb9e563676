import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';

import type { Access } from '../access';
import { parseRef } from '@mcp-portal/plugin-mcp-node';
import { readPageQuery } from '../http/readPageQuery';
import type { DependentService } from './DependentService';

/** Who uses a server. */
export function addDependentRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: Access;
    dependents: DependentService;
  },
): void {
  const { httpAuth, access, dependents } = options;

  router.get('/servers/:ref/dependents', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const ref = parseRef(req.params.ref, 'api');
    res.json(await dependents.list(scope, ref, readPageQuery(req.query)));
  });
}
