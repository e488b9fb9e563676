import type { ScoreQuery } from '@mcp-portal/plugin-mcp-registry-common';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';

import type { Access } from '../access';
import { parseRef } from '@mcp-portal/plugin-mcp-node';
import type { ConventionService } from './ConventionService';

/** How far servers keep the conventions. */
export function addConventionRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: Access;
    conventions: ConventionService;
  },
): void {
  const { httpAuth, access, conventions } = options;

  router.get('/conventions', async (req, res) => {
    await httpAuth.credentials(req);
    res.json({ conventions: conventions.list() });
  });

  router.get('/conventions/scores', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    // Checked against the OpenAPI document before.
    res.json(await conventions.scores(scope, req.query as ScoreQuery));
  });

  router.get('/servers/:ref/conventions', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const ref = parseRef(req.params.ref, 'api');
    res.json({ conventions: (await conventions.get(scope, ref)) ?? null });
  });
}
