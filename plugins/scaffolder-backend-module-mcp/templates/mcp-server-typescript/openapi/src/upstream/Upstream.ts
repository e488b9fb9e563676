import { readFileSync } from 'node:fs';

import { ToolError } from '../tools/answer.js';
import { api } from './api.js';
import type { UpstreamRequest } from './writeRequest.js';

/** The API that the tools call, as the environment says. */
export interface Upstream {
  baseUrl: URL;
  /** The most that is read of an answer. */
  maxResponseBytes: number;
  /** Adds what the API asks for. Returns what must never be shown. */
  authorize(request: UpstreamRequest): string[];
}

const DEFAULT_MAX_RESPONSE_BYTES = 1024 * 1024;

/**
 * Reads where the API is, and what lets this server in. The credential is the
 * server's own: the token of whoever calls a tool is for this server, and is
 * never passed on (MCP, authorization: token passthrough).
 *
 * - `UPSTREAM_URL`: the API's base URL
 * - `UPSTREAM_AUTHORIZATION`: the whole `Authorization` header
 * - `UPSTREAM_TOKEN_FILE`: a file with a bearer token, read anew for each call
 * - `UPSTREAM_API_KEY`: the key, for an API that takes one elsewhere
 * - `UPSTREAM_MAX_RESPONSE_BYTES`
 */
export function readUpstream(env: NodeJS.ProcessEnv): Upstream {
  return {
    baseUrl: readBaseUrl(env.UPSTREAM_URL ?? api.baseUrl),
    maxResponseBytes:
      Number(env.UPSTREAM_MAX_RESPONSE_BYTES) || DEFAULT_MAX_RESPONSE_BYTES,
    authorize: request => [
      ...authorizeByHeader(request, env),
      ...authorizeByKey(request, env.UPSTREAM_API_KEY ?? ''),
    ],
  };
}

function readBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new ToolError(
      'Nobody told this server where its API is. Whoever runs it should set UPSTREAM_URL, such as https://api.example.com/v1.',
    );
  }
  return url;
}

function authorizeByHeader(
  { headers }: UpstreamRequest,
  env: NodeJS.ProcessEnv,
): string[] {
  const file = env.UPSTREAM_TOKEN_FILE ?? '';
  const value =
    file === ''
      ? env.UPSTREAM_AUTHORIZATION ?? ''
      : `Bearer ${readToken(file)}`;
  if (value === '') {
    return [];
  }
  headers.set('authorization', value);
  return [value, value.split(' ').at(-1) ?? ''];
}

function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ToolError(
      'The credential for the API could not be read. Whoever runs this server should look at UPSTREAM_TOKEN_FILE.',
    );
  }
}

function authorizeByKey(
  { url, headers }: UpstreamRequest,
  key: string,
): string[] {
  if (key === '' || api.apiKey === undefined) {
    return [];
  }
  if (api.apiKey.in === 'header') {
    headers.set(api.apiKey.name, key);
  } else {
    url.searchParams.set(api.apiKey.name, key);
  }
  return [key];
}
