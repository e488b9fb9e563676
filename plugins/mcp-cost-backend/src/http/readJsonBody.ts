import { InputError } from '@backstage/errors';
import { explainBadBody } from '@mcp-portal/plugin-mcp-node';
import express, { type RequestHandler } from 'express';

import { OWN_BODIES } from './ownBodies';

const LIMIT_BYTES = 100 * 1024;

/** As JSON writes the character that PostgreSQL keeps in no text. */
const NUL = Buffer.from('\\u0000');

const read = express.json({
  limit: LIMIT_BYTES,
  verify: (_req, _res, body) => {
    if (body.includes(NUL)) {
      throw new InputError(
        'The body has a NUL character in it (\\u0000); leave it out.',
      );
    }
  },
});

/** Reads JSON bodies, but where the way in reads its own. */
export const readJsonBody: RequestHandler = (req, res, next) => {
  if (OWN_BODIES.test(req.path)) {
    next();
    return;
  }
  read(req, res, (error: unknown) =>
    next(error && explainBadBody(error, { limitBytes: LIMIT_BYTES })),
  );
};
