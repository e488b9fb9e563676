import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request, Router } from 'express';

import type { Access } from '../access';
import { parseRef } from '@mcp-portal/plugin-mcp-node';
import { readPageQuery } from '../http/readPageQuery';
import type { IntrospectionService } from './IntrospectionService';
import type { ObservationService } from './ObservationService';

const DEFAULT_DAYS = 30;

/** What live servers answered, and asking them now. */
export function addIntrospectionRoutes(
  router: Router,
  options: {
    httpAuth: Pick<HttpAuthService, 'credentials'>;
    access: Pick<Access, 'scopeOf'>;
    introspection: IntrospectionService;
    observations: ObservationService;
  },
): void {
  const { httpAuth, access, introspection, observations } = options;
  const read = async (req: Request<{ ref: string }>) => ({
    scope: await access.scopeOf(await httpAuth.credentials(req)),
    ref: parseRef(req.params.ref, 'api'),
  });

  router.get('/servers/:ref/contract', async (req, res) => {
    const { scope, ref } = await read(req);
    res.json({ contract: (await observations.contract(scope, ref)) ?? null });
  });

  router.get('/servers/:ref/snapshots', async (req, res) => {
    const { scope, ref } = await read(req);
    const page = readPageQuery(req.query);
    res.json(await observations.snapshots(scope, ref, page));
  });

  router.get('/servers/:ref/snapshots/:sha256', async (req, res) => {
    const { scope, ref } = await read(req);
    res.json(await observations.snapshot(scope, ref, req.params.sha256));
  });

  router.get('/servers/:ref/attempts', async (req, res) => {
    const { scope, ref } = await read(req);
    const page = readPageQuery(req.query);
    res.json(await observations.attempts(scope, ref, page));
  });

  router.get('/servers/:ref/health', async (req, res) => {
    const { scope, ref } = await read(req);
    const days = Number(req.query.days ?? DEFAULT_DAYS);
    res.json({ days: await observations.healthDays(scope, ref, days) });
  });

  router.post('/servers/:ref/introspection', async (req, res) => {
    const { scope, ref } = await read(req);
    res.status(202).json(await introspection.askNow(scope, ref));
  });
}
