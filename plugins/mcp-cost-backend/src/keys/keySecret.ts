import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What every service key starts with, so that scanners for secrets find it. */
const START = 'mcpk_';
const FORM = /^mcpk_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

export interface KeySecret {
  id: string;
  secret: string;
}

/** A new secret of 256 random bits, with the id by which it is looked up. */
export function createKeySecret(): KeySecret {
  const id = randomBytes(8).toString('hex');
  const secret = `${START}${id}_${randomBytes(32).toString('base64url')}`;
  return { id, secret };
}

/** The id in a secret; undefined when it is no service key. */
export function idOfSecret(secret: string): string | undefined {
  return FORM.exec(secret)?.[1];
}

/** The first characters of a secret, which may be shown. */
export function prefixOfKey(id: string): string {
  return `${START}${id}`;
}

/**
 * What is stored of a secret. One plain hash is enough: nobody guesses 256
 * random bits, however fast they try.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether a secret has that hash, in the same time wherever they differ. */
export function hasHash(secret: string, hash: string): boolean {
  const actual = Buffer.from(hashSecret(secret), 'hex');
  const expected = Buffer.from(hash, 'hex');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
