export { mcpRegistryApiRef } from './mcpRegistryApiRef';
export { mcpRegistryApi } from './mcpRegistryApi';
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
export {
  useComparison,
  useConsumers,
  useVersion,
  useVersions,
} from './useVersions';
export { useDrift } from './useDrift';
export {
  useConventions,
  useScores,
  useServerConventions,
} from './useConventions';
export { useChanges, useDrifts, useRemovals } from './useChanges';
export { readBlastRadius, readRefusal } from './readDetails';
