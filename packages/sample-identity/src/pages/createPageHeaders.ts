import { STYLE_HASH } from './style';

/**
 * Headers of every page that this package draws.
 *
 * There is no opener policy among them: the portal opens the sign-in page in a window
 * of its own and waits to hear from it.
 *
 * @internal
 */
export function createPageHeaders(options: {
  portalUrl: string;
  portalBackendUrl: string;
}): Record<string, string> {
  const portal = new Set([options.portalUrl, options.portalBackendUrl]);
  return {
    'Content-Security-Policy': [
      `default-src 'none'`,
      `style-src ${STYLE_HASH}`,
      // Browsers apply form-action to the redirects after a form too, and the last of
      // them leads to the portal.
      `form-action 'self' ${[...portal].join(' ')}`,
      `base-uri 'none'`,
      `frame-ancestors 'none'`,
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    // Not 'no-referrer': with that, browsers send `Origin: null` with the form.
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}
