import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { AlertQuery } from '@mcp-portal/plugin-mcp-cost-common';
import { checkedQuery, parseRef } from '@mcp-portal/plugin-mcp-node';
import type { Router } from 'express';

import type { CostAccess } from '../access';
import type { AlertReader } from './AlertReader';

/** Alerts of the caller's teams, and of the servers that these own. */
export function addAlertRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: CostAccess;
    alerts: AlertReader;
  },
): void {
  const { httpAuth, access, alerts } = options;

  router.get('/alerts', async (req, res) => {
    const scope = await access.scopeOf(
      await httpAuth.credentials(req, { allow: ['user', 'service'] }),
    );
    const query = checkedQuery<AlertQuery>(req);
    res.json(
      await alerts.list(scope, {
        ...query,
        team: query.team?.map(ref => parseRef(ref, 'group')),
        server: query.server?.map(ref => parseRef(ref, 'api')),
      }),
    );
  });
}
