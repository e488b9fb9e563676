import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';

const TIMEOUT_MS = 30_000;
const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;
const MAX_REDIRECTS = 3;
const REDIRECT_STATUSES = [301, 302, 303, 307, 308];

/**
 * Gets JSON from an address that the operator configured. Within limits of
 * time and size, and never from another host than the one configured.
 *
 * @throws ServiceUnavailableError when there is no good answer
 * @throws NotAllowedError when the answer points to another host
 * @throws InputError when the answer is too large or is no JSON
 */
export async function fetchJson(options: {
  url: string;
  signal?: AbortSignal;
  maxBytes?: number;
  timeoutMs?: number;
}): Promise<unknown> {
  const {
    url,
    maxBytes = MAX_RESPONSE_BYTES,
    timeoutMs = TIMEOUT_MS,
  } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal
    ? AbortSignal.any([options.signal, timeout])
    : timeout;
  const response = await followOnSameHost(url, signal);
  if (!response.ok) {
    await response.body?.cancel();
    throw new ServiceUnavailableError(
      `${url} answered with status ${response.status} ${response.statusText}`,
    );
  }
  const text = await readText(response, { url, maxBytes });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${url} answered with text that is not JSON`, error);
  }
}

async function followOnSameHost(
  url: string,
  signal: AbortSignal,
): Promise<Response> {
  let current = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await request(current, signal);
    const location = response.headers.get('location');
    if (!REDIRECT_STATUSES.includes(response.status) || location === null) {
      return response;
    }
    await response.body?.cancel();
    if (!URL.canParse(location, current)) {
      throw new ServiceUnavailableError(
        `${current} redirects to something that is not a URL`,
      );
    }
    const next = new URL(location, current);
    // Another host was never configured, and http in place of https would let
    // anyone on the way write the catalog.
    if (next.origin !== new URL(url).origin) {
      throw new NotAllowedError(
        `${current} redirects to ${next.origin}, which is not the configured address; configure that one if it is right`,
      );
    }
    current = next.href;
  }
  throw new ServiceUnavailableError(
    `${url} redirects more than ${MAX_REDIRECTS} times`,
  );
}

async function request(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'application/json, application/problem+json' },
      signal,
    });
  } catch (error) {
    throw unreachable(url, error);
  }
}

async function readText(
  response: Response,
  { url, maxBytes }: { url: string; maxBytes: number },
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(error => {
      throw unreachable(url, error);
    });
    if (done) {
      break;
    }
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new InputError(
        `${url} answered with more than ${maxBytes} bytes, which is the limit`,
      );
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

// fetch hides the reason in `cause`, which has only a code for some failures.
function unreachable(url: string, error: unknown): ServiceUnavailableError {
  const { name, message, cause } = error as Error & {
    cause?: { message?: string; code?: string };
  };
  return new ServiceUnavailableError(
    name === 'TimeoutError'
      ? `${url} did not answer in time`
      : `${url} could not be read: ${cause?.message || cause?.code || message}`,
  );
}
