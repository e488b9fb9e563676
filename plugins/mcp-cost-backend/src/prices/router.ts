import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { PriceRequest } from '@mcp-portal/plugin-mcp-cost-common';
import { audited, parseRef } from '@mcp-portal/plugin-mcp-node';
import type { Request, Router } from 'express';

import type { CostAccess } from '../access';
import { parseDay } from '../time/days';
import type { PriceService } from './PriceService';

/** The price book. */
export function addPriceRoutes(
  router: Router,
  options: {
    access: CostAccess;
    auditor: AuditorService;
    currency: string;
    httpAuth: HttpAuthService;
    service: PriceService;
  },
): void {
  const { access, auditor, currency, httpAuth, service } = options;
  const scopeOf = async (request: Request) =>
    access.scopeOf(
      await httpAuth.credentials(request, { allow: ['user', 'service'] }),
    );

  router.get('/prices', async (req, res) => {
    const scope = await scopeOf(req);
    const { at, serverRef, search } = req.query as Record<string, string>;
    const page = await service.list(scope, {
      ...pageOf(req.query),
      ...(at && { at: parseDay(at, 'at') }),
      ...(serverRef && { serverRef: parseRef(serverRef, 'api') }),
      ...(search && { search }),
    });
    res.json({ ...page, mayChange: scope.mayPrice, currency });
  });

  router.post('/prices', async (req, res) => {
    const scope = await scopeOf(req);
    const request = req.body as PriceRequest;
    const price = await audited(() => service.set(scope, request), {
      auditor,
      request: req,
      eventId: 'price-set',
      severityLevel: 'high',
      meta: {
        subject: { ...request.subject },
        amounts: { ...request.amounts },
        validFrom: request.validFrom,
      },
    });
    res.status(201).json(price);
  });

  router.get('/prices/unpriced', async (req, res) => {
    const scope = await scopeOf(req);
    res.json({ items: await service.listUnpriced(scope) });
  });

  router.delete('/prices/:id', async (req, res) => {
    const scope = await scopeOf(req);
    const id = idOf(req);
    const repricing = await audited(() => service.remove(scope, id), {
      auditor,
      request: req,
      eventId: 'price-delete',
      severityLevel: 'high',
      meta: { priceId: id },
    });
    res.json({ repricing: repricing ?? null });
  });

  router.get('/repricings', async (req, res) => {
    const scope = await scopeOf(req);
    res.json(await service.listRepricings(scope, pageOf(req.query)));
  });
}

/** What is beyond it is not even looked up. */
const MAX_ID = 2 ** 31 - 1;

function idOf(req: Request): number {
  const id = Number(req.params.id);
  if (!(id <= MAX_ID)) {
    throw new NotFoundError('There is no price with such a number.');
  }
  return id;
}

function pageOf(query: Request['query']): { limit: number; offset: number } {
  return { limit: Number(query.limit), offset: Number(query.offset) };
}
