export * from './McpCostApi';
