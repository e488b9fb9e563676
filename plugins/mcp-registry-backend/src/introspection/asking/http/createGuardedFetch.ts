import { Dispatcher, fetch as undiciFetch } from 'undici';
import { AskError } from '../attempt/AskError';
import { Attempt } from '../attempt/Attempt';
import { describeFailure } from '../attempt/describeFailure';
import { displayUrl } from '../attempt/foreignText';
import { boundBody } from './boundBody';
import { HostRules } from './HostRules';

const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

/** The part of fetch that the SDK's transports use. */
export type GuardedFetch = (
  url: string | URL,
  init?: RequestInit,
) => Promise<Response>;

/** Headers that only go to the URLs that the operator bound them to. */
export interface BoundHeaders {
  headers: Record<string, string>;
  covers(url: URL): boolean;
}

/**
 * A fetch that calls only what the operator allows, at every hop, and reads
 * only as much as the attempt may read.
 */
export function createGuardedFetch(options: {
  hosts: HostRules;
  dispatcher: Dispatcher;
  attempt: Attempt;
  maxResponseBytes: number;
  credential?: BoundHeaders;
}): GuardedFetch {
  const { hosts, dispatcher, attempt, maxResponseBytes } = options;

  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    let credential = options.credential;
    let url = new URL(input);
    const method = init.method ?? 'GET';
    for (let hop = 0; ; hop++) {
      hosts.require(url);
      if (!credential?.covers(url)) {
        // Once outside it stays off, even if a later hop leads back.
        credential = undefined;
      }
      const response = await undiciFetch(url, {
        method,
        headers: [...headers, ...Object.entries(credential?.headers ?? {})],
        body: method === 'GET' ? undefined : (init.body as string | undefined),
        redirect: 'manual',
        dispatcher,
        signal: init.signal
          ? AbortSignal.any([attempt.signal, init.signal])
          : attempt.signal,
      });
      const target = redirectTarget(url, response);
      if (!target) {
        return bounded(response as unknown as Response, url);
      }
      await response.body?.cancel().catch(() => {});
      const keepsMethod = method === 'GET' || response.status > 303;
      checkRedirect({ from: url, to: target, keepsMethod, hop });
      if (target.origin !== url.origin) {
        for (const name of ['authorization', 'cookie', 'mcp-session-id']) {
          headers.delete(name);
        }
      }
      url = target;
    }
  };

  function checkRedirect(redirect: {
    from: URL;
    to: URL;
    keepsMethod: boolean;
    hop: number;
  }) {
    const { from, to, keepsMethod, hop } = redirect;
    const where = `${displayUrl(from)} redirects to ${displayUrl(to)}`;
    try {
      hosts.require(to);
    } catch (error) {
      throw new AskError('refused', `${where}. ${(error as Error).message}`);
    }
    if (hop >= MAX_REDIRECTS) {
      throw new AskError(
        'protocol-error',
        `${where}, after ${MAX_REDIRECTS} redirects before it. Declare the address it ends at.`,
      );
    }
    if (!keepsMethod) {
      // 301 to 303 turn a POST into a GET, which is no MCP request.
      throw new AskError(
        'protocol-error',
        `${where} in a way that loses the request. Declare that address, or let it redirect with 307 or 308.`,
      );
    }
  }

  function bounded(response: Response, url: URL): Response {
    const { status, statusText } = response;
    if (status < 200 || status > 599) {
      throw new AskError(
        'protocol-error',
        `${displayUrl(url)} answered with the impossible status ${status}.`,
      );
    }
    const body =
      response.body &&
      boundBody(response.body, {
        maxBytes: maxResponseBytes,
        attempt,
        onBroken: error =>
          attempt.note(describeFailure(error, attempt.secrets)),
      });
    return new Response([204, 205, 304].includes(status) ? null : body, {
      status,
      statusText,
      headers: [...response.headers],
    });
  }
}

function redirectTarget(
  url: URL,
  response: { status: number; headers: { get(name: string): string | null } },
): URL | undefined {
  const location = REDIRECTS.includes(response.status)
    ? response.headers.get('location')
    : null;
  if (location === null) {
    return undefined;
  }
  if (!URL.canParse(location, url)) {
    throw new AskError(
      'protocol-error',
      `${displayUrl(url)} redirects to something that is not a URL.`,
    );
  }
  return new URL(location, url);
}
