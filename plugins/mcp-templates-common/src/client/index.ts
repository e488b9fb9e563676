export * from './McpTemplatesApi';
