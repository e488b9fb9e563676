import type {
  AuditorService,
  BackstageCredentials,
  BackstageServicePrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { Request, RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';

import { type Access, teamScope } from '../access';
import { createRegistryRouter } from '../http/createRegistryRouter';
import { readJsonBody } from '../http/readJsonBody';
import type { KeyVerifier, PublishingKey } from './KeyVerifier';

/** Below it, requests have a team's service key instead of a Backstage token. */
export const KEY_PATH = '/with-key';

/** What a pipeline needs to compare and to publish, and nothing more. */
const ALLOWED = [
  /^GET \/servers\/[^/]+\/(versions|contract|compare)$/,
  /^GET \/servers\/[^/]+\/versions\/[^/]+$/,
  /^POST \/servers\/[^/]+\/versions$/,
];

const requireAllowed: RequestHandler = (req, _res, next) => {
  const path = req.path.replace(/\/+$/, '');
  next(
    ALLOWED.some(allowed => allowed.test(`${req.method} ${path}`))
      ? undefined
      : new NotAllowedError(
          'A service key reads and publishes versions, and does nothing else; use a Backstage token',
        ),
  );
};

/**
 * What routes need so that they can be used with a key: the same services, that
 * know the key's team instead of a Backstage user.
 */
export interface KeyRoutes {
  /** Where the routes are added. */
  router: Router;
  httpAuth: Pick<HttpAuthService, 'credentials'>;
  access: Pick<Access, 'scopeOf'>;
  auditor: AuditorService;
  /** Serves them below `KEY_PATH`. */
  handler: RequestHandler;
}

export function createKeyRoutes(options: {
  verifier: KeyVerifier;
  auditor: AuditorService;
}): KeyRoutes {
  const { verifier, auditor } = options;
  const keys = new WeakMap<object, PublishingKey>();
  const router = createRegistryRouter();
  const handler = PromiseRouter();
  handler.use(KEY_PATH, [
    requireAllowed,
    // Before the body is read: it may be large, and anybody can send one.
    async (req: Request) => {
      keys.set(req, await verifier.verify(secretOf(req)));
      return 'next';
    },
    readJsonBody,
    router,
  ]);
  return {
    router,
    handler,
    httpAuth: {
      credentials: (async (req: Request) =>
        credentialsOf(keys.get(req))) as HttpAuthService['credentials'],
    },
    access: {
      scopeOf: async credentials => teamScope(teamOf(credentials)),
    },
    auditor: {
      // Without the request: the auditor would look there for a Backstage token.
      createEvent: ({ request, meta, ...event }) => {
        const key = request && keys.get(request);
        return auditor.createEvent({
          ...event,
          meta: { ...meta, serviceKey: key?.id, teamRef: key?.teamRef },
        });
      },
    },
  };
}

function secretOf(req: Request): string {
  const [, secret] =
    /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '') ?? [];
  if (!secret) {
    throw new AuthenticationError(
      'Send a service key of your team as "Authorization: Bearer mcpk_..."',
    );
  }
  return secret;
}

type KeyPrincipal = BackstageServicePrincipal & { teamRef: string };

function credentialsOf(
  key: PublishingKey | undefined,
): BackstageCredentials<KeyPrincipal> {
  if (!key) {
    throw new AuthenticationError('There is no service key');
  }
  return {
    $$type: '@backstage/BackstageCredentials',
    principal: {
      type: 'service',
      subject: `service-key:${key.id}`,
      teamRef: key.teamRef,
    },
  };
}

function teamOf(credentials: BackstageCredentials): string {
  return (credentials as BackstageCredentials<KeyPrincipal>).principal.teamRef;
}
