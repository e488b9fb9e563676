import { ResponseError } from '@backstage/errors';

import type { CostRequestOptions } from './McpCostApi';

/** A list is sent as a repeated parameter; what is missing or empty is left out. */
export type QueryValue =
  | string
  | number
  | boolean
  | readonly string[]
  | undefined;

/** What a request carries: JSON, or a body of its own form. */
export interface RequestContent {
  query?: Record<string, QueryValue>;
  json?: object;
  raw?: { body: Blob; contentType: string };
}

/**
 * How usage and cost are called over HTTP.
 */
export abstract class CostCalls {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  /**
   * @param options - `fetchApi`: the browser's, which adds the caller's token;
   *   without it, requests carry the token of their own options
   */
  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch: (...args) => fetch(...args) };
  }

  protected get<T>(
    path: string,
    query: Record<string, QueryValue>,
    options?: CostRequestOptions,
  ): Promise<T> {
    return this.send('GET', path, { query }, options);
  }

  protected async send<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    content: RequestContent,
    options?: CostRequestOptions,
  ): Promise<T> {
    const response = await this.request(method, path, content, options);
    const text = await response.text();
    // Nothing is what some acts answer.
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  protected async request(
    method: string,
    path: string,
    content: RequestContent,
    options?: CostRequestOptions,
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('mcp-cost');
    const search = toSearchParams(content.query ?? {});
    const contentType = content.json
      ? 'application/json'
      : content.raw?.contentType;
    const body = content.json
      ? JSON.stringify(content.json)
      : content.raw?.body;
    const response = await this.#fetchApi.fetch(
      `${baseUrl}${path}${search ? `?${search}` : ''}`,
      {
        method,
        signal: options?.signal,
        headers: {
          ...(contentType && { 'Content-Type': contentType }),
          ...(options?.token && { Authorization: `Bearer ${options.token}` }),
        },
        ...(body !== undefined && { body }),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function toSearchParams(query: Record<string, QueryValue>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') {
        params.append(key, String(item));
      }
    }
  }
  return params.toString();
}
