export * from './extensionPoint';
export * from './McpCredentialSource';
