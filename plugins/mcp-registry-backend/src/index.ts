/**
 * The registry of MCP servers: a Backstage backend plugin.
 *
 * @packageDocumentation
 */
export { mcpRegistryPlugin as default } from './plugin';
