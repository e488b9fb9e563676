import {
  AGENT_COMPONENT_TYPE,
  AGENT_RESOURCE_TYPE,
  SERVER_ENTITY_TYPE,
} from '@mcp-portal/plugin-mcp-registry-common';

/** Entities that are MCP servers. */
export const SERVER_ENTITIES = {
  kind: 'api',
  'spec.type': SERVER_ENTITY_TYPE,
};

/** Entities that are agents. */
export const AGENT_ENTITIES = {
  $any: [
    { kind: 'component', 'spec.type': AGENT_COMPONENT_TYPE },
    { kind: 'airesource', 'spec.type': AGENT_RESOURCE_TYPE },
  ],
};

/** Entities that are teams. */
export const TEAM_ENTITIES = { kind: 'group' };
