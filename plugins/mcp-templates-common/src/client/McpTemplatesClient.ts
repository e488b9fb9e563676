import { ResponseError } from '@backstage/errors';

import type { CreatedKind, NameCheck } from '../names';
import type { OpenApiReading, OpenApiSource } from '../openapi';
import type { LocalRepository } from '../repositories';
import type { TemplateSettings } from '../settings';
import type {
  McpTemplatesApi,
  TemplatesRequestOptions,
} from './McpTemplatesApi';

/**
 * Calls the templates' API over HTTP, from the browser or from another backend.
 * @public
 */
export class McpTemplatesClient implements McpTemplatesApi {
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

  /** {@inheritdoc McpTemplatesApi.getSettings} */
  async getSettings(
    options?: TemplatesRequestOptions,
  ): Promise<TemplateSettings> {
    return this.#json(await this.#request('GET', '/settings', options));
  }

  /** {@inheritdoc McpTemplatesApi.checkName} */
  async checkName(
    query: { kind: CreatedKind; name: string },
    options?: TemplatesRequestOptions,
  ): Promise<NameCheck> {
    const path = `/names/${segments(query.kind, query.name)}`;
    return this.#json(await this.#request('GET', path, options));
  }

  /** {@inheritdoc McpTemplatesApi.readOpenApi} */
  async readOpenApi(
    source: OpenApiSource,
    options?: TemplatesRequestOptions,
  ): Promise<OpenApiReading> {
    return this.#json(await this.#request('POST', '/openapi', options, source));
  }

  /** {@inheritdoc McpTemplatesApi.getRepository} */
  async getRepository(
    repository: { team: string; name: string },
    options?: TemplatesRequestOptions,
  ): Promise<LocalRepository> {
    const path = `/repositories/${segments(repository.team, repository.name)}`;
    return this.#json(await this.#request('GET', path, options));
  }

  /** {@inheritdoc McpTemplatesApi.getRepositoryFile} */
  async getRepositoryFile(
    file: { team: string; name: string; path: string },
    options?: TemplatesRequestOptions,
  ): Promise<string> {
    const repository = `/repositories/${segments(file.team, file.name)}`;
    const query = new URLSearchParams({ path: file.path });
    const response = await this.#request(
      'GET',
      `${repository}/file?${query}`,
      options,
    );
    return response.text();
  }

  async #json<T>(response: Response): Promise<T> {
    return (await response.json()) as T;
  }

  async #request(
    method: 'GET' | 'POST',
    path: string,
    options: TemplatesRequestOptions = {},
    body?: object,
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('mcp-templates');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      signal: options.signal,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(options.token && { Authorization: `Bearer ${options.token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function segments(...parts: string[]): string {
  return parts.map(encodeURIComponent).join('/');
}
