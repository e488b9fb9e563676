import type { CreatedKind, NameCheck } from '../names';
import type { OpenApiReading, OpenApiSource } from '../openapi';
import type { LocalRepository } from '../repositories';
import type { TemplateSettings } from '../settings';

/** @public */
export interface TemplatesRequestOptions {
  signal?: AbortSignal;
  /** A Backstage token, for callers that are not a browser. */
  token?: string;
}

/**
 * What the forms and pages of the templates ask, at `/api/mcp-templates`.
 *
 * Methods throw `ResponseError` of `@backstage/errors` whose `cause` says what
 * was wrong.
 * @public
 */
export interface McpTemplatesApi {
  getSettings(options?: TemplatesRequestOptions): Promise<TemplateSettings>;

  /** Whether a new server or agent may have this name. */
  checkName(
    query: { kind: CreatedKind; name: string },
    options?: TemplatesRequestOptions,
  ): Promise<NameCheck>;

  /**
   * Reads an OpenAPI document, and says what tools its operations become. A URL
   * is read only where the operator's `backend.reading.allow` or an integration
   * lets it.
   */
  readOpenApi(
    source: OpenApiSource,
    options?: TemplatesRequestOptions,
  ): Promise<OpenApiReading>;

  /** A local repository of whose entity the caller may know. */
  getRepository(
    repository: { team: string; name: string },
    options?: TemplatesRequestOptions,
  ): Promise<LocalRepository>;

  /** The text of a file of it. */
  getRepositoryFile(
    file: { team: string; name: string; path: string },
    options?: TemplatesRequestOptions,
  ): Promise<string>;
}
