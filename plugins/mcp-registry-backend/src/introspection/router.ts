import { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';

import type { Access } from '../access';
import { parseRef } from '../http/parseRef';
import { readPageQuery } from '../http/readPageQuery';
import type { ServerService } from '../servers/ServerService';
import type { IntrospectionService } from './IntrospectionService';
import type { IntrospectionStore } from './IntrospectionStore';

const DEFAULT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What live servers answered, and asking them now. */
export function addIntrospectionRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    access: Access;
    servers: ServerService;
    introspection: IntrospectionService;
    store: IntrospectionStore;
  },
): void {
  const { httpAuth, access, servers, introspection, store } = options;

  router.get('/servers/:ref/contract', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const { ref } = await servers.require(
      scope,
      parseRef(req.params.ref, 'api'),
    );
    res.json({ contract: (await store.getSnapshot(scope, ref)) ?? null });
  });

  router.get('/servers/:ref/snapshots', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const { ref } = await servers.require(
      scope,
      parseRef(req.params.ref, 'api'),
    );
    res.json(await store.listSnapshots(scope, ref, readPageQuery(req.query)));
  });

  router.get('/servers/:ref/snapshots/:sha256', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const { ref } = await servers.require(
      scope,
      parseRef(req.params.ref, 'api'),
    );
    const { sha256 } = req.params;
    const snapshot = await store.getSnapshot(scope, ref, sha256);
    if (!snapshot) {
      throw new NotFoundError(
        `Server '${ref}' was never seen to offer snapshot ${sha256}. List its snapshots for those that it did.`,
      );
    }
    res.json(snapshot);
  });

  router.get('/servers/:ref/attempts', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const { ref } = await servers.require(
      scope,
      parseRef(req.params.ref, 'api'),
    );
    res.json(await store.listAttempts(scope, ref, readPageQuery(req.query)));
  });

  router.get('/servers/:ref/health', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const { ref } = await servers.require(
      scope,
      parseRef(req.params.ref, 'api'),
    );
    const days = Number(req.query.days ?? DEFAULT_DAYS);
    const from = new Date(Date.now() - (days - 1) * DAY_MS);
    res.json({ days: await store.healthDays(scope, ref, from) });
  });

  router.post('/servers/:ref/introspection', async (req, res) => {
    const scope = await access.scopeOf(await httpAuth.credentials(req));
    const ref = parseRef(req.params.ref, 'api');
    res.status(202).json(await introspection.askNow(scope, ref));
  });
}
