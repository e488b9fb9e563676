import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Request } from 'express';

/**
 * Tells the sign-in page's own form from one that another page sends. The cookie of
 * the interaction is not enough: to a browser, all ports of localhost are one site.
 *
 * @internal
 */
export interface CsrfGuard {
  /** The token for the form of one interaction. */
  tokenFor(uid: string): string;
  /** Whether a form was sent by this server's own page for that interaction. */
  accepts(req: Request, uid: string): boolean;
}

/** @internal */
export function createCsrfGuard(options: { issuer: string }): CsrfGuard {
  const key = randomBytes(32);
  const tokenFor = (uid: string) =>
    createHmac('sha256', key).update(uid).digest('base64url');

  return {
    tokenFor,
    accepts(req, uid) {
      const { origin } = req.headers;
      if (origin !== undefined && origin !== options.issuer) {
        return false;
      }
      const given = Buffer.from(String(req.body?.csrf ?? ''));
      const expected = Buffer.from(tokenFor(uid));
      return (
        given.length === expected.length && timingSafeEqual(given, expected)
      );
    },
  };
}
