import type {
  ChangePage,
  ChangeQuery,
  Removal,
  RemovalQuery,
} from '../changes';
import type { Page } from '../servers';
import type {
  Comparison,
  ConsumerProgress,
  PublishReceipt,
  PublishRequest,
  ServerVersion,
  ServerVersionDetail,
} from '../versions';
import type { PageQuery, RequestOptions } from './McpRegistryApi';
import { ServerCalls } from './ServerCalls';
import { serverPath, versionPath } from './paths';

/**
 * Published versions of a server, and of all of them.
 */
export abstract class VersionCalls extends ServerCalls {
  /** {@inheritdoc McpRegistryApi.listVersions} */
  async listVersions(
    ref: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<Page<ServerVersion>> {
    return this.get(`${serverPath(ref)}/versions`, { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getVersion} */
  async getVersion(
    ref: string,
    version: string,
    options?: RequestOptions,
  ): Promise<ServerVersionDetail> {
    return this.get(versionPath(ref, version), {}, options);
  }

  /** {@inheritdoc McpRegistryApi.publishVersion} */
  async publishVersion(
    ref: string,
    request: PublishRequest,
    options?: RequestOptions,
  ): Promise<PublishReceipt> {
    const path = `${serverPath(ref)}/versions`;
    return this.send('POST', path, { body: request }, options);
  }

  /** {@inheritdoc McpRegistryApi.deprecateVersion} */
  async deprecateVersion(
    ref: string,
    version: string,
    request: { reason: string; replacement?: string; sunsetOn?: string },
    options?: RequestOptions,
  ): Promise<ServerVersion> {
    const path = `${versionPath(ref, version)}/deprecation`;
    return this.send('POST', path, { body: request }, options);
  }

  /** {@inheritdoc McpRegistryApi.restoreVersion} */
  async restoreVersion(
    ref: string,
    version: string,
    options?: RequestOptions,
  ): Promise<ServerVersion> {
    const path = `${versionPath(ref, version)}/deprecation`;
    return this.send('DELETE', path, {}, options);
  }

  /** {@inheritdoc McpRegistryApi.deleteVersion} */
  async deleteVersion(
    ref: string,
    version: string,
    request: { reason?: string } = {},
    options?: RequestOptions,
  ): Promise<ServerVersion> {
    const { reason } = request;
    const path = versionPath(ref, version);
    return this.send('DELETE', path, { query: { reason } }, options);
  }

  /** {@inheritdoc McpRegistryApi.compareVersions} */
  async compareVersions(
    ref: string,
    query: { from: string; to: string },
    options?: RequestOptions,
  ): Promise<Comparison> {
    return this.get(`${serverPath(ref)}/compare`, { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.getConsumers} */
  async getConsumers(
    ref: string,
    options?: RequestOptions,
  ): Promise<ConsumerProgress> {
    return this.get(`${serverPath(ref)}/consumers`, {}, options);
  }

  /** {@inheritdoc McpRegistryApi.listChanges} */
  async listChanges(
    query: ChangeQuery = {},
    options?: RequestOptions,
  ): Promise<ChangePage> {
    return this.get('/changes', { ...query }, options);
  }

  /** {@inheritdoc McpRegistryApi.listRemovals} */
  async listRemovals(
    query: RemovalQuery = {},
    options?: RequestOptions,
  ): Promise<Page<Removal>> {
    return this.get('/removals', { ...query }, options);
  }
}
