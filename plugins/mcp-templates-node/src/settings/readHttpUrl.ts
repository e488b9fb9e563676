import { InputError } from '@backstage/errors';

/**
 * A URL that the config names, as it is.
 *
 * @throws InputError when it is none of HTTP, or holds a user or password: it is
 *   written into the files of new repositories
 */
export function readHttpUrl(key: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain =
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    !/[\s"'`<>\\$]/.test(value);
  if (!isPlain) {
    throw new InputError(
      `${key} is no address that can be used; it must begin with https:// or http://, without a user, a password or white space in it.`,
    );
  }
  return value;
}
