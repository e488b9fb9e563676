import type { Convention } from '@mcp-portal/mcp-contract';

import type { DriftingServer } from '../changes';
import type { ScorePage, ScoreQuery, ServerConventions } from '../conventions';
import type { Drift } from '../drift';
import type { Page } from '../servers';
import type {
  McpRegistryApi,
  PageQuery,
  RequestOptions,
} from './McpRegistryApi';
import { VersionCalls } from './VersionCalls';
import { serverPath } from './paths';

/**
 * Calls the registry over HTTP, from the browser or from another backend.
 * @public
 */
export class McpRegistryClient extends VersionCalls implements McpRegistryApi {
  /** {@inheritdoc McpRegistryApi.getDrift} */
  async getDrift(
    ref: string,
    options?: RequestOptions,
  ): Promise<Drift | undefined> {
    const answer = await this.get<{ drift: Drift | null }>(
      `${serverPath(ref)}/drift`,
      {},
      options,
    );
    return answer.drift ?? undefined;
  }

  /** {@inheritdoc McpRegistryApi.acknowledgeDrift} */
  async acknowledgeDrift(
    ref: string,
    request: { snapshot: string; reason: string },
    options?: RequestOptions,
  ): Promise<Drift> {
    const path = `${serverPath(ref)}/drift/acknowledgement`;
    return this.send('POST', path, { body: request }, options);
  }

  /** {@inheritdoc McpRegistryApi.getConventions} */
  async getConventions(
    ref: string,
    options?: RequestOptions,
  ): Promise<ServerConventions | undefined> {
    const answer = await this.get<{ conventions: ServerConventions | null }>(
      `${serverPath(ref)}/conventions`,
      {},
      options,
    );
    return answer.conventions ?? undefined;
  }

  /** {@inheritdoc McpRegistryApi.listScores} */
  async listScores(
    query: ScoreQuery = {},
    options?: RequestOptions,
  ): Promise<ScorePage> {
    return this.get('/conventions/scores', { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.listConventions} */
  async listConventions(options?: RequestOptions): Promise<Convention[]> {
    const answer = await this.get<{ conventions: Convention[] }>(
      '/conventions',
      {},
      options,
    );
    return answer.conventions;
  }

  /** {@inheritdoc McpRegistryApi.listDrifts} */
  async listDrifts(
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<Page<DriftingServer>> {
    return this.get('/drifts', { ...query }, options);
  }
}
