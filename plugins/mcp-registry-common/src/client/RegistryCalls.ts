import { ResponseError } from '@backstage/errors';

import type { RequestOptions } from './McpRegistryApi';

type QueryValue = string | number | boolean | string[] | undefined;

/**
 * How the registry is called over HTTP.
 */
export abstract class RegistryCalls {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

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
    options?: RequestOptions,
  ): Promise<T> {
    return this.send('GET', path, { query }, options);
  }

  protected async send<T>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    content: { query?: Record<string, QueryValue>; body?: object },
    options?: RequestOptions,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('mcp-registry');
    const search = toSearchParams(content.query ?? {});
    const response = await this.#fetchApi.fetch(
      `${baseUrl}${path}${search ? `?${search}` : ''}`,
      {
        method,
        signal: options?.signal,
        headers: {
          ...(content.body && { 'Content-Type': 'application/json' }),
          ...(options?.token && { Authorization: `Bearer ${options.token}` }),
        },
        ...(content.body && { body: JSON.stringify(content.body) }),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
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
