export { mcpRegistryApiRef } from './mcpRegistryApiRef';
export { mcpRegistryApi } from './mcpRegistryApi';
export type { Loaded } from './useLoaded';
export { useServers, useServerFacets } from './useServers';
export {
  useAttempts,
  useContract,
  useDependents,
  useHealthHistory,
  useServer,
  useSnapshots,
} from './useServer';
export { useAgent, useAgentFacets, useAgents } from './useAgents';
export { useIntrospection, type Introspection } from './useIntrospection';
