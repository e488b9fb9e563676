import type { AgentQuery } from '@mcp-portal/plugin-mcp-registry-common';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request, Router } from 'express';

import type { Access } from '../access';
import { parseRef } from '@mcp-portal/plugin-mcp-node';
import type { AgentService } from './AgentService';

/** The list, search and detail of agents. */
export function addAgentRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; access: Access; agents: AgentService },
): void {
  const { httpAuth, access, agents } = options;

  router.get('/agents', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    res.json(await agents.list(scope, readAgentQuery(req.query)));
  });

  router.get('/agents/facets', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    res.json(await agents.facets(scope, readAgentQuery(req.query)));
  });

  router.get('/agents/:ref', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const ref = parseRef(req.params.ref, 'component');
    res.json(await agents.get(scope, ref));
  });
}

/** Checked against the OpenAPI document before; a short server ref is completed. */
function readAgentQuery(query: Request['query']): AgentQuery {
  const agentQuery = query as AgentQuery;
  return agentQuery.server
    ? { ...agentQuery, server: parseRef(agentQuery.server, 'api') }
    : agentQuery;
}
