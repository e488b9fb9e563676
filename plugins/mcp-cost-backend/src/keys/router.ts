import {
  AuditorService,
  BackstageServicePrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import type { KeyScope } from '@mcp-portal/plugin-mcp-cost-common';
import { audited, parseRef } from '@mcp-portal/plugin-mcp-node';
import type { Request, Router } from 'express';

import type { CostAccess } from '../access';
import type { KeyAuthenticator } from './KeyAuthenticator';
import type { KeyService } from './KeyService';

/** Service keys: made, listed, rotated, revoked; and verified for other plugins. */
export function addKeyRoutes(
  router: Router,
  options: {
    access: CostAccess;
    auditor: AuditorService;
    authenticator: KeyAuthenticator;
    httpAuth: HttpAuthService;
    service: KeyService;
  },
): void {
  const { access, auditor, authenticator, httpAuth, service } = options;
  const scopeOf = async (request: Request) =>
    access.scopeOf(
      await httpAuth.credentials(request, { allow: ['user', 'service'] }),
    );

  router.get('/teams/:ref/keys', async (req, res) => {
    const scope = await scopeOf(req);
    const teamRef = parseRef(req.params.ref, 'group');
    res.json({ items: await service.list(scope, teamRef) });
  });

  router.post('/teams/:ref/keys', async (req, res) => {
    const scope = await scopeOf(req);
    const teamRef = parseRef(req.params.ref, 'group');
    const { name, scopes } = req.body;
    const made = await audited(() => service.create(scope, teamRef, req.body), {
      auditor,
      request: req,
      eventId: 'key-create',
      severityLevel: 'medium',
      meta: { teamRef, name, scopes },
    });
    sendSecret(res.status(201), made);
  });

  router.post('/keys/verification', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['service'] });
    requirePlugin(credentials.principal);
    res.set('Cache-Control', 'no-store');
    res.json(await verification(authenticator, req.body));
  });

  router.post('/keys/:id/rotation', async (req, res) => {
    const scope = await scopeOf(req);
    const { id } = req.params;
    const made = await audited(() => service.rotate(scope, id, req.body), {
      auditor,
      request: req,
      eventId: 'key-rotate',
      severityLevel: 'medium',
      meta: { keyId: id },
    });
    sendSecret(res.status(201), made);
  });

  router.delete('/keys/:id', async (req, res) => {
    const scope = await scopeOf(req);
    const { id } = req.params;
    const revoked = await audited(() => service.revoke(scope, id), {
      auditor,
      request: req,
      eventId: 'key-revoke',
      severityLevel: 'medium',
      meta: { keyId: id },
    });
    res.json(revoked);
  });

  router.put('/keys/:id/teams', async (req, res) => {
    const scope = await scopeOf(req);
    const { id } = req.params;
    const teamRefs = (req.body.teamRefs as string[]).map(ref =>
      parseRef(ref, 'group'),
    );
    const changed = await audited(() => service.setTeams(scope, id, teamRefs), {
      auditor,
      request: req,
      eventId: 'key-delegate',
      severityLevel: 'high',
      meta: { keyId: id, teamRefs },
    });
    res.json(changed);
  });
}

/** The only answers with a secret: nothing on the way may keep them. */
function sendSecret(
  response: { set(name: string, value: string): { json(body: unknown): void } },
  made: unknown,
): void {
  response.set('Cache-Control', 'no-store').json(made);
}

/** A token from outside is a service too; it could try keys without end. */
function requirePlugin(principal: BackstageServicePrincipal): void {
  if (!principal.subject.startsWith('plugin:')) {
    throw new NotAllowedError('Only plugins of this portal verify keys');
  }
}

/**
 * What became of a key. That it is not valid is an answer, not a failure: the
 * plugin that asks could not tell whose token is meant.
 */
async function verification(
  authenticator: KeyAuthenticator,
  { secret, scope }: { secret: string; scope: KeyScope },
) {
  try {
    const { id, teamRef } = await authenticator.verify(secret, scope);
    return { valid: true, keyId: id, teamRef };
  } catch (error) {
    const { name, message } = toError(error);
    if (name !== 'AuthenticationError' && name !== 'NotAllowedError') {
      throw error;
    }
    return { valid: false, reason: name, message };
  }
}
