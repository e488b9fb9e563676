/**
 * MCP servers and agents in the software catalog: a model layer, checks,
 * relations, and the import of MCP Registries.
 *
 * @packageDocumentation
 */
export { catalogModuleMcp as default } from './module';
export { mcpCatalogModelLayer } from './model/mcpCatalogModelLayer';
