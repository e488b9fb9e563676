import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { ReuseAssumptions } from '@mcp-portal/plugin-mcp-cost-common';
import { audited, checkedQuery, parseRef } from '@mcp-portal/plugin-mcp-node';
import type { Router } from 'express';

import type { CostAccess } from '../../access';
import type { ReuseService } from './ReuseService';

/** What is saved because teams share servers, and what is assumed for it. */
export function addReuseRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    access: CostAccess;
    reuse: ReuseService;
  },
): void {
  const { auditor, httpAuth, access, reuse } = options;

  router.get('/reuse/:serverRef', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const { from, to, ...tried } = checkedQuery<
      { from: string; to: string } & Partial<ReuseAssumptions>
    >(req);
    const serverRef = parseRef(req.params.serverRef, 'api');
    res.json(await reuse.read(scope, serverRef, { from, to }, tried));
  });

  router.put('/reuse-assumptions', async (req, res) => {
    const scope = await access.scopeOf(
      await httpAuth.credentials(req, { allow: ['user', 'service'] }),
    );
    const assumptions: ReuseAssumptions = req.body;
    const changed = await audited(() => reuse.change(scope, assumptions), {
      auditor,
      eventId: 'reuse-assumptions-change',
      severityLevel: 'medium',
      request: req,
      meta: { ...assumptions },
    });
    res.json(changed);
  });
}
