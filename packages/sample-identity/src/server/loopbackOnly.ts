import { RequestHandler } from 'express';

/**
 * Lets only requests through that were addressed to this machine by a name of its
 * own. A page elsewhere that points its own host name at 127.0.0.1 gets nothing.
 *
 * The provider builds its URLs from the `Host` header, so that header is set to the
 * issuer's: `127.0.0.1` and `localhost` then give the same answers.
 *
 * @internal
 */
export function loopbackOnly(options: { issuer: string }): RequestHandler {
  const { host, port } = new URL(options.issuer);
  const allowed = [host, `127.0.0.1:${port}`, `[::1]:${port}`];
  return (req, res, next) => {
    // An absolute-form request target carries a host of its own.
    if (!allowed.includes(req.headers.host ?? '') || !req.url.startsWith('/')) {
      res
        .status(421)
        .type('text')
        .send(`This is the sample identity provider at ${options.issuer}\n`);
      return;
    }
    req.headers.host = host;
    next();
  };
}
