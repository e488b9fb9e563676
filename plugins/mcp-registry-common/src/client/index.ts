export * from './McpRegistryApi';
export * from './McpRegistryClient';
