import { ResponseError } from '@backstage/errors';

const MAX_CHARS = 500;

/** What another plugin said went wrong, in its own words. */
export function causeOf(error: unknown): string {
  const said = messageOf(error instanceof ResponseError ? error.cause : error);
  return said.length > MAX_CHARS ? `${said.slice(0, MAX_CHARS)}…` : said;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
