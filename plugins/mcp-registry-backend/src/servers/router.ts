import type { ServerQuery } from '@mcp-portal/plugin-mcp-registry-common';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request, Router } from 'express';

import type { Access } from '../access';
import { parseRef } from '@mcp-portal/plugin-mcp-node';
import type { ServerService } from './ServerService';

/** The list, search and detail of servers. */
export function addServerRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: Access;
    servers: ServerService;
  },
): void {
  const { httpAuth, access, servers } = options;

  router.get('/servers', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    res.json(await servers.list(scope, readServerQuery(req.query)));
  });

  router.get('/servers/facets', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    res.json(await servers.facets(scope, readServerQuery(req.query)));
  });

  router.get('/servers/:ref', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    res.json(await servers.get(scope, parseRef(req.params.ref, 'api')));
  });
}

/** Checked against the OpenAPI document before, which made numbers of numbers. */
function readServerQuery(query: Request['query']): ServerQuery {
  return query as ServerQuery;
}
