import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { CreatedKind } from '@mcp-portal/plugin-mcp-templates-common';
import type { Router } from 'express';

import type { NameService } from './NameService';

/** Whether names are free. */
export function addNameRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; names: NameService },
): void {
  const { httpAuth, names } = options;
  router.get('/names/:kind/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req as never, {
      allow: ['user', 'service'],
    });
    const { kind, name } = req.params;
    res.json(
      await names.check(credentials, { kind: kind as CreatedKind, name }),
    );
  });
}
