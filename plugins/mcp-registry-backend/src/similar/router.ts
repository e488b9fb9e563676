import type { SimilarQuery } from '@mcp-portal/plugin-mcp-registry-common';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { checkedQuery } from '@mcp-portal/plugin-mcp-node';
import { Router } from 'express';

import type { Access } from '../access';
import type { SimilarityService } from './SimilarityService';

/** What there is already for a purpose. */
export function addSimilarRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: Access;
    similarity: SimilarityService;
  },
): void {
  const { httpAuth, access, similarity } = options;

  router.get('/servers/similar', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const items = await similarity.find(scope, checkedQuery<SimilarQuery>(req));
    res.json({ items });
  });
}
