import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/** No name of usage has this character in it, and PostgreSQL fails on it. */
export const refuseNul: RequestHandler = (req, _res, next) => {
  next(
    req.url.includes('%00')
      ? new InputError(
          'The address has a NUL character in it (%00); leave it out.',
        )
      : undefined,
  );
};
