import { Attempt } from '../attempt/Attempt';
import { HttpContext, readChallenge } from '../http/connectHttp';
import { createCheckedAgent } from '../http/createCheckedAgent';
import { createGuardedFetch, GuardedFetch } from '../http/createGuardedFetch';

/** Understood by each era, and harmless in both. */
const PING = JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'ping' });

/**
 * How a client without a credential is told to get one, by a server that was
 * asked with one: it is called once as a stranger would.
 *
 * `undefined` when it can't be known: the stranger was refused for another
 * reason, or nothing came back in time. Never throws.
 */
export async function askHowToGetIn(options: {
  url: URL;
  attempt: Attempt;
  context: HttpContext;
  timeoutMs: number;
}): Promise<'none' | 'declared' | 'undeclared' | undefined> {
  const { url, attempt, context, timeoutMs } = options;
  const agent = createCheckedAgent({ ...context, timeoutMs });
  const signal = AbortSignal.timeout(timeoutMs);
  const strangersFetch: GuardedFetch = createGuardedFetch({
    hosts: context.hosts,
    dispatcher: agent,
    attempt,
    maxResponseBytes: context.maxResponseBytes,
  });
  try {
    const response = await strangersFetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: PING,
      signal,
    });
    await response.body?.cancel();
    if (response.ok) {
      return 'none';
    }
    if (response.status !== 401 && response.status !== 403) {
      return undefined;
    }
    return readChallenge(response).namesMetadata ||
      (await hasMetadata(url, strangersFetch, signal))
      ? 'declared'
      : 'undeclared';
  } catch {
    return undefined;
  } finally {
    await agent.destroy().catch(() => {});
  }
}

/**
 * Whether RFC 9728 metadata is where MCP lets a client look for it when the
 * challenge does not name it: below the path of the server, or at the root.
 */
async function hasMetadata(
  url: URL,
  strangersFetch: GuardedFetch,
  signal: AbortSignal,
): Promise<boolean> {
  const root = new URL('/.well-known/oauth-protected-resource', url);
  const below = new URL(`${root.pathname}${url.pathname}`, url);
  for (const place of url.pathname === '/' ? [root] : [below, root]) {
    const response = await strangersFetch(place, {
      method: 'GET',
      headers: { accept: 'application/json' },
      signal,
    });
    if (response.ok && isMetadata(await response.json().catch(() => null))) {
      return true;
    }
    await response.body?.cancel().catch(() => {});
  }
  return false;
}

/** RFC 9728, 2: `resource` is the one field that is required. */
function isMetadata(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    typeof (body as { resource?: unknown }).resource === 'string'
  );
}
