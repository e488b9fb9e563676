export { mcpCostApi } from './mcpCostApi';
export { mcpCostApiRef } from './mcpCostApiRef';
