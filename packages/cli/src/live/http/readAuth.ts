import type { ConventionSubject } from '@mcp-portal/mcp-contract';
import { extractWWWAuthenticateParams } from '@modelcontextprotocol/client';

import type { Io } from '../../Io';

/** How a client gets in. */
export type Auth = NonNullable<ConventionSubject['auth']>;

const MAX_MS = 5_000;
const WELL_KNOWN = '/.well-known/oauth-protected-resource';
/** Understood by each era, and harmless in both. */
const PING = JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'ping' });

/**
 * How a server that was asked with headers treats a stranger: one request
 * without them, and when that is refused, whether the server says what it wants
 * (RFC 9728). Undefined when it can't be told. Never throws.
 */
export async function readAuth(options: {
  url: URL;
  io: Io;
}): Promise<Auth | undefined> {
  const { url, io } = options;
  const signal = AbortSignal.timeout(MAX_MS);
  try {
    const answer = await io.fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: PING,
      redirect: 'manual',
      signal,
    });
    await answer.body?.cancel();
    if (answer.ok) {
      return 'none';
    }
    if (answer.status !== 401 && answer.status !== 403) {
      return undefined;
    }
    return extractWWWAuthenticateParams(answer).resourceMetadataUrl ||
      (await hasMetadata(url, io, signal))
      ? 'declared'
      : 'undeclared';
  } catch {
    return undefined;
  }
}

/** RFC 9728, 3.1: the path of the resource comes after the well-known one. */
async function hasMetadata(
  url: URL,
  io: Io,
  signal: AbortSignal,
): Promise<boolean> {
  const below = `${WELL_KNOWN}${url.pathname}`;
  for (const place of url.pathname === '/'
    ? [WELL_KNOWN]
    : [below, WELL_KNOWN]) {
    const answer = await io.fetch(new URL(place, url.origin), {
      headers: { accept: 'application/json' },
      redirect: 'manual',
      signal,
    });
    // RFC 9728, 2: `resource` is the one field that is required.
    const body = answer.ok && (await answer.json().catch(() => null));
    if (typeof body?.resource === 'string') {
      return true;
    }
    await answer.body?.cancel().catch(() => {});
  }
  return false;
}
