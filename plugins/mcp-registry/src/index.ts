/**
 * The MCP registry's pages, entity tabs and cards.
 *
 * @packageDocumentation
 */
export { mcpRegistryPlugin as default } from './plugin';
export { mcpRegistryApiRef } from './api/mcpRegistryApiRef';
