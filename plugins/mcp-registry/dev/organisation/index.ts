export { organisationAgents } from './agents';
export { organisationServers } from './servers';
export * from './contracts';
export * from './teams';
export { organisationEntities } from './entities';
export { versionAgents } from './versionAgents';
