import type { StandardSchemaV1 } from '@modelcontextprotocol/server';

import { identity } from '../config/identity.js';
import { ToolError } from '../tools/answer.js';
import type { ToolContext } from '../tools/ToolContext.js';
import type { Arguments, Operation } from './Operation.js';
import { readResponse, shorten } from './readResponse.js';
import { readUpstream, type Upstream } from './Upstream.js';
import { type UpstreamRequest, writeRequest } from './writeRequest.js';

export interface OperationCall {
  context: ToolContext;
  operation: Operation;
  input: Arguments;
  /** What the tool promises. */
  outputSchema: StandardSchemaV1<unknown, Arguments>;
  signal: AbortSignal;
}

const MAX_REDIRECTS = 3;

/** Calls the API, and returns its answer as the tool's. */
export async function callOperation({
  context,
  operation,
  input,
  outputSchema,
  signal,
}: OperationCall): Promise<Arguments> {
  const upstream = readUpstream(context.env);
  const request = writeRequest(operation, input, upstream.baseUrl);
  request.headers.set('user-agent', `${identity.name}/${identity.version}`);
  const secrets = upstream.authorize(request);
  const response = await send(request, upstream, signal);
  const output = await readResponse({
    operation,
    response,
    maxBytes: upstream.maxResponseBytes,
    secrets,
  });
  return keepPromise(output, outputSchema);
}

async function send(
  { method, url, headers, body }: UpstreamRequest,
  { baseUrl }: Upstream,
  signal: AbortSignal,
): Promise<Response> {
  let address = url;
  for (let redirects = 0; ; redirects++) {
    const response = await reach(address, {
      method,
      headers,
      signal,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    const next = nextAddress(response, address);
    if (next === undefined || redirects === MAX_REDIRECTS) {
      return response;
    }
    // The credential is for this API: it must not follow to another.
    if (next.origin !== baseUrl.origin || !['GET', 'HEAD'].includes(method)) {
      throw new ToolError(
        `The API sends ${method} elsewhere, to ${next.origin}, where this server does not follow. Whoever runs it should look at UPSTREAM_URL.`,
      );
    }
    await response.body?.cancel();
    address = next;
  }
}

async function reach(url: URL, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new ToolError(
      `The API at ${url.origin} can't be reached (${reasonOf(
        error,
      )}). Try again later.`,
    );
  }
}

/** The name of a system's error, such as ECONNREFUSED: never an address. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause ?? error : error;
  return typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    typeof cause.code === 'string'
    ? cause.code
    : 'no connection';
}

function nextAddress(response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location') ?? '';
  return [301, 302, 303, 307, 308].includes(response.status) &&
    location !== '' &&
    URL.canParse(location, from.href)
    ? new URL(location, from)
    : undefined;
}

/** An API may send what its document rules out: then the model is told so. */
async function keepPromise(
  output: Arguments,
  outputSchema: OperationCall['outputSchema'],
): Promise<Arguments> {
  const result = await outputSchema['~standard'].validate(output);
  if (result.issues === undefined) {
    return output;
  }
  const [issue] = result.issues;
  throw new ToolError(
    `The API's answer is not what its description promises (${shorten(
      issue?.message ?? 'no reason given',
    )}). It sent: ${shorten(JSON.stringify(output))}`,
  );
}
