import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { OpenApiSource } from '@mcp-portal/plugin-mcp-templates-common';

import { OPENAPI_LIMITS } from './limits';

const TIMEOUT_MS = 20_000;

/**
 * The text of an OpenAPI document. A URL is read by the portal's own reader,
 * which reaches the hosts that the operator allows, and no other.
 *
 * @throws NotAllowedError for another host; says what the operator can set
 * @throws InputError, NotFoundError that say what is wrong with the source
 * @public
 */
export async function readOpenApiSource(
  source: OpenApiSource,
  urlReader: Pick<UrlReaderService, 'readUrl'>,
): Promise<{ text: string; sourceUrl?: string }> {
  if ('document' in source) {
    return { text: source.document };
  }
  const url = readableUrl(source.url);
  try {
    const response = await urlReader.readUrl(url.href, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = response.stream
      ? await readBounded(response.stream(), url)
      : decode(await response.buffer(), url);
    return { text, sourceUrl: url.href };
  } catch (error) {
    throw explained(error, url);
  }
}

function readableUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputError(
      'This is no address of an OpenAPI document: give one that begins with https://.',
    );
  }
  if (url.username || url.password) {
    throw new InputError(
      'The address holds a name or password. Take them out: whoever looks at the task would read them.',
    );
  }
  if (url.pathname.includes('/mcp-repositories/')) {
    throw new NotAllowedError(
      "Files of the portal's own repositories are for those who may see them: paste the document instead.",
    );
  }
  return url;
}

async function readBounded(
  stream: AsyncIterable<Buffer | string>,
  url: URL,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    refuseTooLarge(size, url);
    chunks.push(bytes);
  }
  return decode(Buffer.concat(chunks), url);
}

function decode(bytes: Buffer, url: URL): string {
  refuseTooLarge(bytes.length, url);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function refuseTooLarge(size: number, url: URL): void {
  if (size > OPENAPI_LIMITS.maxDocumentBytes) {
    throw new InputError(
      `What is at ${url.host} is larger than ${OPENAPI_LIMITS.maxDocumentBytes} bytes, more than an OpenAPI document may be. Cut it down to the operations that you need, and paste it.`,
    );
  }
}

/** Never what another host said in an error: nobody asked for its text. */
function explained(error: unknown, url: URL): Error {
  const { name } = error as Error;
  if (error instanceof InputError) {
    return error;
  }
  if (name === 'NotAllowedError') {
    return new NotAllowedError(
      `The portal may not read from ${url.host}. Paste the document instead, or ask whoever runs the portal to add { host: '${url.host}' } to backend.reading.allow in its configuration.`,
    );
  }
  if (name === 'NotFoundError') {
    return new NotFoundError(
      `There is nothing at ${url.href}. Check the address, or paste the document.`,
    );
  }
  return new InputError(
    `${url.host} could not be read (${
      name === 'TimeoutError' || name === 'AbortError'
        ? `no answer within ${TIMEOUT_MS / 1_000} seconds`
        : 'it refused, or can not be reached'
    }). Try again later, or paste the document.`,
  );
}
