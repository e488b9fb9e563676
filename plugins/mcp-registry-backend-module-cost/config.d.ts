/**
 * This package reads no configuration of its own; what is read is in
 * `@mcp-portal/plugin-mcp-cost-backend`.
 */
export interface Config {}
