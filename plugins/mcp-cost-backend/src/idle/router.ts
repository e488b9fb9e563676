import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { IdleQuery } from '@mcp-portal/plugin-mcp-cost-common';
import { audited, checkedQuery, parseRef } from '@mcp-portal/plugin-mcp-node';
import type { Request, Router } from 'express';

import type { CostAccess } from '../access';
import type { IdleService } from './IdleService';

/** What lies idle, and exemptions from that. */
export function addIdleRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: CostAccess;
    auditor: AuditorService;
    idle: IdleService;
  },
): void {
  const { httpAuth, access, auditor, idle } = options;
  const scopeOf = async (req: Request) =>
    access.scopeOf(
      await httpAuth.credentials(req, { allow: ['user', 'service'] }),
    );

  router.get('/idle', async (req, res) => {
    const scope = await scopeOf(req);
    const query = checkedQuery<IdleQuery>(req);
    const team = query.team?.map(ref => parseRef(ref, 'group'));
    res.json(await idle.list(scope, { ...query, team }));
  });

  router.put('/idle/:id/exemption', async (req, res) => {
    const scope = await scopeOf(req as Request);
    const { id } = req.params;
    const exemption = await audited(() => idle.exempt(scope, id, req.body), {
      auditor,
      request: req,
      eventId: 'idle-exempt',
      severityLevel: 'low',
      meta: { id, until: req.body.until },
    });
    res.json(exemption);
  });

  router.delete('/idle/:id/exemption', async (req, res) => {
    const scope = await scopeOf(req as Request);
    const { id } = req.params;
    await audited(() => idle.endExemption(scope, id), {
      auditor,
      request: req,
      eventId: 'idle-exemption-end',
      severityLevel: 'low',
      meta: { id },
    });
    res.status(204).end();
  });
}
