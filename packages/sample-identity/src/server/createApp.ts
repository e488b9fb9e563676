import express, { ErrorRequestHandler, Express } from 'express';
import type Provider from 'oidc-provider';
import { IdentityConfig } from '../identityConfig';
import { errorPage } from '../pages/errorPage';
import { Person } from '../people/Person';
import { createInteractionRouter } from './createInteractionRouter';
import { forgetSession } from './forgetSession';
import { loopbackOnly } from './loopbackOnly';

/**
 * The web application: the sign-in page, and the provider for everything else.
 *
 * @internal
 */
export function createApp(options: {
  config: IdentityConfig;
  provider: Provider;
  people: Person[];
}): Express {
  const { provider, people, config } = options;
  const { issuer, portalUrl } = config;
  const app = express();
  app.disable('x-powered-by');
  app.use(loopbackOnly({ issuer }));
  app.use(
    '/interaction',
    createInteractionRouter({ provider, people, config }),
  );
  app.all('/auth', forgetSession());
  app.use(provider.callback());
  app.use(failurePage(portalUrl));
  return app;
}

function failurePage(portalUrl: string): ErrorRequestHandler {
  // Express knows an error handler by its four arguments.
  return (error: { status?: number }, _req, res, _next) => {
    const status = error.status ?? 500;
    const problem =
      status < 500
        ? 'The request was malformed.'
        : 'The sample identity provider failed.';
    res.status(status).type('html').send(errorPage({ portalUrl, problem }));
  };
}
