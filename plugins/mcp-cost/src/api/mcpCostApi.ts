import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { McpCostClient } from '@mcp-portal/plugin-mcp-cost-common';
import { mcpCostApiRef } from './mcpCostApiRef';

export const mcpCostApi = ApiBlueprint.make({
  name: 'cost',
  params: defineParams =>
    defineParams({
      api: mcpCostApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new McpCostClient({ discoveryApi, fetchApi }),
    }),
});
