import type { PublishRequest } from '@mcp-portal/plugin-mcp-registry-common';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { Request, Router } from 'express';

import type { Access } from '../access';
import { actorOf, audited, parseRef } from '@mcp-portal/plugin-mcp-node';
import { readPageQuery } from '../http/readPageQuery';
import type { ComparisonService } from './ComparisonService';
import type { ConsumerService } from './ConsumerService';
import type { PublishService } from './PublishService';
import type { RetirementService } from './RetirementService';
import type { VersionService } from './VersionService';

/** Published versions: reading, publishing, taking back. */
export function addVersionRoutes(
  router: Router,
  options: {
    httpAuth: Pick<HttpAuthService, 'credentials'>;
    access: Pick<Access, 'scopeOf'>;
    auditor: AuditorService;
    versions: VersionService;
    publishing: PublishService;
    retirement: RetirementService;
    comparison: ComparisonService;
    consumers: ConsumerService;
  },
): void {
  const { httpAuth, access, auditor } = options;
  const { versions, publishing, retirement, comparison, consumers } = options;
  const read = async (req: Request<{ ref: string }>) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    return {
      scope: await access.scopeOf(credentials),
      ref: parseRef(req.params.ref, 'api'),
      by: actorOf(credentials),
    };
  };

  router.get('/servers/:ref/versions', async (req, res) => {
    const { scope, ref } = await read(req);
    res.json(await versions.list(scope, ref, readPageQuery(req.query)));
  });

  router.post('/servers/:ref/versions', async (req, res) => {
    const { scope, ref, by } = await read(req);
    const request = req.body as PublishRequest;
    const publish = () => publishing.publish(scope, ref, request, { by });
    const { version, override, accept } = request;
    const receipt = request.dryRun
      ? await publish()
      : await audited(publish, {
          auditor,
          request: req,
          eventId: 'version-publish',
          severityLevel: override || accept ? 'high' : 'medium',
          meta: {
            serverRef: ref,
            version,
            override: override !== undefined,
            accept: accept !== undefined,
          },
        });
    res.status(receipt.outcome === 'published' ? 201 : 200).json(receipt);
  });

  router.get('/servers/:ref/versions/:version', async (req, res) => {
    const { scope, ref } = await read(req);
    res.json(await versions.get(scope, ref, req.params.version));
  });

  router.delete('/servers/:ref/versions/:version', async (req, res) => {
    const { scope, ref, by } = await read(req);
    const { version } = req.params;
    const reason = req.query.reason as string | undefined;
    const deleted = await audited(
      () => retirement.delete(scope, ref, version, { by, reason }),
      {
        auditor,
        request: req,
        eventId: 'version-delete',
        severityLevel: 'high',
        meta: { serverRef: ref, version },
      },
    );
    res.json(deleted);
  });

  router.post(
    '/servers/:ref/versions/:version/deprecation',
    async (req, res) => {
      const { scope, ref, by } = await read(req);
      const { version } = req.params;
      const deprecated = await audited(
        () => retirement.deprecate(scope, ref, version, { ...req.body, by }),
        {
          auditor,
          request: req,
          eventId: 'version-deprecate',
          severityLevel: 'medium',
          meta: { serverRef: ref, version },
        },
      );
      res.json(deprecated);
    },
  );

  router.delete(
    '/servers/:ref/versions/:version/deprecation',
    async (req, res) => {
      const { scope, ref } = await read(req);
      const { version } = req.params;
      const restored = await audited(
        () => retirement.restore(scope, ref, version),
        {
          auditor,
          request: req,
          eventId: 'version-restore',
          severityLevel: 'medium',
          meta: { serverRef: ref, version },
        },
      );
      res.json(restored);
    },
  );

  router.get('/servers/:ref/compare', async (req, res) => {
    const { scope, ref } = await read(req);
    const { from, to } = req.query as { from: string; to: string };
    res.json(await comparison.compare(scope, ref, { from, to }));
  });

  router.get('/servers/:ref/consumers', async (req, res) => {
    const { scope, ref } = await read(req);
    res.json(await consumers.progress(scope, ref));
  });
}
