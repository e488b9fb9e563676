import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';

import type { Access } from '../access';
import { actorOf, audited, parseRef } from '@mcp-portal/plugin-mcp-node';
import { readPageQuery } from '../http/readPageQuery';
import type { DriftService } from './DriftService';

/** Servers that do not offer what is published. */
export function addDriftRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: Access;
    auditor: AuditorService;
    drift: DriftService;
  },
): void {
  const { httpAuth, access, auditor, drift } = options;

  router.get('/drifts', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    res.json(await drift.list(scope, readPageQuery(req.query)));
  });

  router.get('/servers/:ref/drift', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const ref = parseRef(req.params.ref, 'api');
    res.json({ drift: (await drift.get(scope, ref)) ?? null });
  });

  router.post('/servers/:ref/drift/acknowledgement', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const scope = await access.scopeOf(credentials);
    const ref = parseRef(req.params.ref, 'api');
    const request: { snapshot: string; reason: string } = req.body;
    const acknowledged = await audited(
      () =>
        drift.acknowledge(scope, ref, request, {
          by: actorOf(credentials),
          at: new Date(),
        }),
      {
        auditor,
        request: req,
        eventId: 'drift-acknowledge',
        severityLevel: 'medium',
        meta: { serverRef: ref, snapshot: request.snapshot },
      },
    );
    res.json(acknowledged);
  });
}
