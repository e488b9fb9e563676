export * from './McpCostApi';
export * from './McpCostClient';
