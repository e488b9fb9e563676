import express, { Request, Response, Router } from 'express';
import type Provider from 'oidc-provider';
import { IdentityConfig } from '../identityConfig';
import { createPageHeaders } from '../pages/createPageHeaders';
import { errorPage } from '../pages/errorPage';
import { signInPage } from '../pages/signInPage';
import { Person } from '../people/Person';
import { createCsrfGuard } from './csrf';

/** Thrown by the provider for a missing, expired or forged interaction cookie. */
const SESSION_NOT_FOUND = 'SessionNotFound';

/**
 * The sign-in page and the answer to its form.
 *
 * @internal
 */
export function createInteractionRouter(options: {
  provider: Provider;
  people: Person[];
  config: IdentityConfig;
}): Router {
  const { provider, people, config } = options;
  const { issuer, portalUrl } = config;
  const csrf = createCsrfGuard({ issuer });
  const router = Router();
  const headers = createPageHeaders(config);
  router.use((_req, res, next) => {
    res.set(headers);
    next();
  });

  const refuse = (res: Response, status: number, problem: string) =>
    res.status(status).type('html').send(errorPage({ portalUrl, problem }));

  /** The interaction that both the address and the browser's cookie name. */
  const findInteraction = async (req: Request, res: Response) => {
    try {
      const interaction = await provider.interactionDetails(req, res);
      return interaction.uid === req.params.uid ? interaction : undefined;
    } catch (error) {
      if ((error as Error).name === SESSION_NOT_FOUND) {
        return undefined;
      }
      throw error;
    }
  };

  router.get('/:uid', async (req, res, next) => {
    try {
      const interaction = await findInteraction(req, res);
      if (!interaction) {
        refuse(res, 400, 'It has expired, or was started in another browser.');
        return;
      }
      const { uid, prompt } = interaction;
      if (prompt.name === 'consent') {
        // Only with `prompt=consent` in the portal's config: there is nothing to ask.
        await provider.interactionFinished(req, res, { consent: {} });
        return;
      }
      const action = `/interaction/${uid}`;
      res
        .type('html')
        .send(signInPage({ action, csrfToken: csrf.tokenFor(uid), people }));
    } catch (error) {
      next(error);
    }
  });

  router.post(
    '/:uid',
    express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 8 }),
    async (req, res, next) => {
      try {
        const interaction = await findInteraction(req, res);
        if (!interaction) {
          refuse(
            res,
            400,
            'It has expired, or was started in another browser.',
          );
          return;
        }
        if (!csrf.accepts(req, interaction.uid)) {
          refuse(res, 403, 'The form was not sent from the sign-in page.');
          return;
        }
        const person = people.find(({ ref }) => ref === req.body?.person);
        if (!person) {
          refuse(
            res,
            400,
            'There is no such person in the sample organisation.',
          );
          return;
        }
        await provider.interactionFinished(
          req,
          res,
          { login: { accountId: person.ref, remember: false } },
          { mergeWithLastSubmission: false },
        );
      } catch (error) {
        next(error);
      }
    },
  );
  return router;
}
