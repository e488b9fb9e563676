import { html } from './html';
import { layout } from './layout';

/**
 * What went wrong with a sign-in, and the way out.
 *
 * @internal
 */
export function errorPage(options: {
  portalUrl: string;
  problem: string;
}): string {
  return layout({
    title: 'Sign-in failed',
    content: html`<h1>This sign-in can’t go on</h1>
      <p>${options.problem}</p>
      <p>
        Close this window and choose “Sign in” in the portal again, or go to
        <a href="${options.portalUrl}">${options.portalUrl}</a>.
      </p>`,
  });
}
