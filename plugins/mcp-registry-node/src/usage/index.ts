export * from './extensionPoint';
export * from './McpCallSource';
