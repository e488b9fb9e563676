import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { McpCostClient } from '@mcp-portal/plugin-mcp-cost-common';
import { McpRegistryClient } from '@mcp-portal/plugin-mcp-registry-common';
import { McpTemplatesClient } from '@mcp-portal/plugin-mcp-templates-common';
import { costApiRef, mcpTemplatesApiRef, registryApiRef } from './apiRefs';

const deps = { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef };

const templatesApi = ApiBlueprint.make({
  name: 'templates',
  params: defineParams =>
    defineParams({
      api: mcpTemplatesApiRef,
      deps,
      factory: apis => new McpTemplatesClient(apis),
    }),
});

const registryApi = ApiBlueprint.make({
  name: 'registry',
  params: defineParams =>
    defineParams({
      api: registryApiRef,
      deps,
      factory: apis => new McpRegistryClient(apis),
    }),
});

const costApi = ApiBlueprint.make({
  name: 'cost',
  params: defineParams =>
    defineParams({
      api: costApiRef,
      deps,
      factory: apis => new McpCostClient(apis),
    }),
});

/** Clients of its own: the plugin works beside any pages of the others. */
export const apis = [templatesApi, registryApi, costApi];
