import type {
  NewServiceKey,
  RotationRequest,
  ServiceKey,
  ServiceKeyRequest,
} from '../keys';
import type { CostRequestOptions } from './McpCostApi';
import { UsageCalls } from './UsageCalls';
import { keyPath, teamPath } from './paths';

/**
 * Teams' service keys.
 */
export abstract class KeyCalls extends UsageCalls {
  /** {@inheritdoc McpCostApi.listKeys} */
  async listKeys(
    teamRef: string,
    options?: CostRequestOptions,
  ): Promise<ServiceKey[]> {
    const answer = await this.get<{ items: ServiceKey[] }>(
      `${teamPath(teamRef)}/keys`,
      {},
      options,
    );
    return answer.items;
  }

  /** {@inheritdoc McpCostApi.createKey} */
  async createKey(
    teamRef: string,
    request: ServiceKeyRequest,
    options?: CostRequestOptions,
  ): Promise<NewServiceKey> {
    const path = `${teamPath(teamRef)}/keys`;
    return this.send('POST', path, { json: request }, options);
  }

  /** {@inheritdoc McpCostApi.rotateKey} */
  async rotateKey(
    id: string,
    request: RotationRequest,
    options?: CostRequestOptions,
  ): Promise<NewServiceKey> {
    const path = `${keyPath(id)}/rotation`;
    return this.send('POST', path, { json: request }, options);
  }

  /** {@inheritdoc McpCostApi.revokeKey} */
  async revokeKey(
    id: string,
    options?: CostRequestOptions,
  ): Promise<ServiceKey> {
    return this.send('DELETE', keyPath(id), {}, options);
  }

  /** {@inheritdoc McpCostApi.setKeyTeams} */
  async setKeyTeams(
    id: string,
    teamRefs: string[],
    options?: CostRequestOptions,
  ): Promise<ServiceKey> {
    const path = `${keyPath(id)}/teams`;
    return this.send('PUT', path, { json: { teamRefs } }, options);
  }
}
