import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { audited } from '@mcp-portal/plugin-mcp-node';
import type { Request, Router } from 'express';

import type { CostAccess } from '../access';
import type { FocusImportService } from './FocusImportService';

/** A packed file is known by how it begins; this only keeps other things out. */
const TYPES = [
  'text/csv',
  'application/csv',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
];
const MAX_LIMIT = 200;

/** Imports of bills. */
export function addFocusRoutes(
  router: Router,
  options: {
    access: CostAccess;
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    service: FocusImportService;
  },
): void {
  const { access, auditor, httpAuth, service } = options;
  const scopeOf = async (request: Request) =>
    access.scopeOf(
      await httpAuth.credentials(request, { allow: ['user', 'service'] }),
    );

  router.post('/focus-imports', async (req, res) => {
    const scope = await scopeOf(req);
    const fileName = readText(req, 'fileName');
    const begun = await audited(
      async () => {
        if (scope.mayPrice && !req.is(TYPES)) {
          throw new InputError(
            'Send the bill as text/csv, or packed as application/gzip.',
          );
        }
        return service.begin(scope, {
          upload: req,
          bytesToCome: Number(req.header('content-length') ?? 0),
          fileName,
        });
      },
      {
        auditor,
        request: req,
        eventId: 'focus-import',
        severityLevel: 'high',
        meta: { fileName: fileName?.slice(0, 200) },
      },
    );
    res.status(202).json(begun);
  });

  router.get('/focus-imports', async (req, res) => {
    const scope = await scopeOf(req);
    res.json(
      await service.list(scope, {
        limit: readNumber(req, 'limit', { usual: 25, min: 1, max: MAX_LIMIT }),
        offset: readNumber(req, 'offset', { usual: 0, min: 0, max: 1_000_000 }),
        search: readText(req, 'search'),
      }),
    );
  });

  router.get('/focus-imports/:id', async (req, res) => {
    const scope = await scopeOf(req);
    res.json(await service.get(scope, req.params.id));
  });
}

// What takes bodies of its own form is not checked against the OpenAPI document.
function readText(req: Request, name: string): string | undefined {
  const value = req.query[name];
  if (
    value !== undefined &&
    (typeof value !== 'string' || value.length > 300)
  ) {
    throw new InputError(`${name} is one text of at most 300 characters.`);
  }
  return value;
}

function readNumber(
  req: Request,
  name: string,
  { usual, min, max }: { usual: number; min: number; max: number },
): number {
  const text = readText(req, name);
  const value = text === undefined ? usual : Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new InputError(`${name} is a whole number from ${min} to ${max}.`);
  }
  return value;
}
