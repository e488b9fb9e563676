/**
 * Puts MCP servers, with their tools, into Backstage's own search.
 *
 * @packageDocumentation
 */
export { searchModuleMcp as default } from './module';
export { McpServerCollatorFactory } from './McpServerCollatorFactory';
export type { McpServerDocument } from './McpServerDocument';
