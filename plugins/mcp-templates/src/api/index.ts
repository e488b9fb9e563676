export { costApiRef, mcpTemplatesApiRef, registryApiRef } from './apiRefs';
export { apis } from './apis';
