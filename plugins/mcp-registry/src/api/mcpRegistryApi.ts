import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { McpRegistryClient } from '@mcp-portal/plugin-mcp-registry-common';
import { mcpRegistryApiRef } from './mcpRegistryApiRef';

export const mcpRegistryApi = ApiBlueprint.make({
  name: 'registry',
  params: defineParams =>
    defineParams({
      api: mcpRegistryApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new McpRegistryClient({ discoveryApi, fetchApi }),
    }),
});
