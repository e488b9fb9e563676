import { AuthService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import type {
  McpCredentialRequest,
  McpCredentialSource,
} from '@mcp-portal/plugin-mcp-registry-node';

/**
 * `type: backstage-plugin`: the portal as itself, for an MCP server that a
 * plugin of this same Backstage offers.
 */
export class BackstagePluginSource implements McpCredentialSource {
  readonly type = 'backstage-plugin';

  constructor(private readonly auth: AuthService) {}

  validate(config: Config) {
    config.getString('pluginId');
  }

  async headersFor({ config }: McpCredentialRequest) {
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: await this.auth.getOwnServiceCredentials(),
      targetPluginId: config.getString('pluginId'),
    });
    return { authorization: `Bearer ${token}` };
  }
}
