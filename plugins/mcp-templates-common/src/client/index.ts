export * from './McpTemplatesApi';
export * from './McpTemplatesClient';
