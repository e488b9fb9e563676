import { RequestHandler } from 'express';
import { COOKIE_NAMES } from '../provider/cookieNames';

const SESSION_COOKIES = [COOKIE_NAMES.session, `${COOKIE_NAMES.session}.sig`];

/**
 * Starts every sign-in without the browser's earlier session, so that the page
 * always asks who to be. Otherwise whoever signed in first would stay signed in, and
 * changing to another person would need a sign-out here as well as in the portal.
 *
 * @internal
 */
export function forgetSession(): RequestHandler {
  return (req, res, next) => {
    req.headers.cookie = (req.headers.cookie ?? '')
      .split(/;\s*/)
      .filter(cookie => !SESSION_COOKIES.includes(cookie.split('=')[0]))
      .join('; ');
    // In the browser too: it comes back from the sign-in page with what it still has.
    for (const name of SESSION_COOKIES) {
      res.clearCookie(name, { httpOnly: true, sameSite: 'lax' });
    }
    next();
  };
}
