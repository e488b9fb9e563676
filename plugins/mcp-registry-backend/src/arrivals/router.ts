import { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseRef } from '@mcp-portal/plugin-mcp-node';
import { Request, Router } from 'express';

import type { Access } from '../access';
import type { ArrivalService } from './ArrivalService';

/** Taking one entity from the catalog now. */
export function addArrivalRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: Access;
    arrivals: ArrivalService;
  },
): void {
  const { httpAuth, access, arrivals } = options;
  const read = async (req: Request) => {
    const credentials = await httpAuth.credentials(req);
    return { credentials, scope: await access.scopeOf(credentials) };
  };

  router.post('/servers/:ref/arrival', async (req, res) => {
    const { scope, credentials } = await read(req);
    const ref = parseRef(req.params.ref, 'api');
    res.json(await arrivals.server(scope, credentials, ref));
  });

  router.post('/agents/:ref/arrival', async (req, res) => {
    const { scope, credentials } = await read(req);
    const ref = parseRef(req.params.ref, 'component');
    res.json(await arrivals.agent(scope, credentials, ref));
  });
}
