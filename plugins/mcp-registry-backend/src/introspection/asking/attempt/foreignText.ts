import { plainText } from '@mcp-portal/plugin-mcp-node';

import { Secrets } from './Secrets';

const MAX_MESSAGE_LENGTH = 480;
const MAX_QUOTE_LENGTH = 120;
/** Text is cut to this before a pattern looks at it. */
const MAX_CONSIDERED = 4_000;

/**
 * What a server said, quoted so that no one takes it for the portal's words.
 * Secrets go first: a cut could leave a part that is not recognised as one.
 */
export function quote(text: string, secrets: Secrets): string {
  const said = secrets.redact(text).replace(/"/g, "'");
  return `"${plainText(said, MAX_QUOTE_LENGTH)}"`;
}

/** A message as it may be stored: short, and without any URL's query. */
export function presentable(message: string): string {
  return plainText(
    message
      .slice(0, MAX_CONSIDERED)
      .replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s"'?#]*)[?#][^\s"']*/gi, '$1'),
    MAX_MESSAGE_LENGTH,
  );
}

/** A URL without query, fragment, user and password. */
export function displayUrl(url: URL): string {
  return plainText(`${url.protocol}//${url.host}${url.pathname}`, 200);
}
