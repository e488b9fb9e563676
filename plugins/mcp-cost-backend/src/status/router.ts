import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';

import type { CostAccess } from '../access';
import type { StatusService } from './StatusService';

/** How far usage is summed, and whether the sums are right. */
export function addStatusRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: CostAccess;
    status: StatusService;
  },
): void {
  const { httpAuth, access, status } = options;
  const scopeOf = async (req: Request) =>
    access.scopeOf(
      await httpAuth.credentials(req as Request<never>, {
        allow: ['user', 'service'],
      }),
    );

  router.get('/status', async (req, res) => {
    res.json(await status.status(await scopeOf(req)));
  });

  router.post('/status/check', async (req, res) => {
    res.json(await status.check(await scopeOf(req)));
  });
}
