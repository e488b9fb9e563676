import { isUtf8 } from 'node:buffer';

import { InputError } from '@backstage/errors';

import { checkJsonShape, JsonBounds } from './checkJsonShape';

/**
 * Parses JSON that somebody sent.
 *
 * @throws InputError when it is none, or nested too deep
 * @throws PayloadTooLargeError when it holds too much
 */
export function parseJson(body: Buffer, bounds: JsonBounds): unknown {
  if (!isUtf8(body)) {
    throw new InputError('The body is not UTF-8.');
  }
  checkJsonShape(body, bounds);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // Not what the parser says: it repeats what was sent.
    throw new InputError('The body is not JSON.');
  }
}
