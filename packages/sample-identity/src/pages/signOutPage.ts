import { Html, html } from './html';
import { layout } from './layout';

/**
 * Asks before the session with this provider ends.
 *
 * @internal
 */
export function signOutPage(options: {
  /** The provider's own form, as it hands it over. */
  form: string;
}): string {
  return layout({
    title: 'Sign out',
    content: html`<h1>Sign out of the sample organisation?</h1>
      ${new Html(options.form)}
      <ul>
        <li>
          <button type="submit" form="op.logoutForm" name="logout" value="yes">
            Sign out
          </button>
        </li>
        <li>
          <button type="submit" form="op.logoutForm">Stay signed in</button>
        </li>
      </ul>`,
  });
}

/**
 * Says that the session with this provider has ended.
 *
 * @internal
 */
export function signedOutPage(options: { portalUrl: string }): string {
  return layout({
    title: 'Signed out',
    content: html`<h1>You are signed out</h1>
      <p><a href="${options.portalUrl}">Back to the portal</a></p>`,
  });
}
