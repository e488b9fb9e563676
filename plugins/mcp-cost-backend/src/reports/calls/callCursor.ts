import { InputError } from '@backstage/errors';

import type { CallPlace } from './CallStore';

/** A place as text that goes into an address. */
export function writeCursor({ occurredAtMs, key }: CallPlace): string {
  return Buffer.from(`${occurredAtMs} ${key}`).toString('base64url');
}

/** @throws InputError when no answer gave it */
export function readCursor(text: string): CallPlace {
  const match =
    /^(-?\d{1,16}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      Buffer.from(text, 'base64url').toString(),
    );
  if (!match) {
    throw new InputError(
      'The cursor is not one that an answer gave; leave it out to start with the newest call.',
    );
  }
  return { occurredAtMs: Number(match[1]), key: match[2] };
}
