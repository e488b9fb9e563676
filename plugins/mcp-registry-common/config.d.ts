/**
 * This package reads no configuration of its own; what the registry reads is in
 * `@mcp-portal/plugin-mcp-registry-backend`.
 */
export interface Config {}
