/**
 * Marks an entity as part of the sample organisation, so that every page can
 * say so.
 * @public
 */
export const ANNOTATION_SAMPLE = 'mcp-portal.io/sample';

/**
 * The name under which a server is known in an MCP Registry, as upstream
 * providers write it (`io.github.owner/server`).
 * @public
 */
export const ANNOTATION_REGISTRY_NAME = 'modelcontextprotocol.io/name';

/**
 * The newest version that an MCP Registry publishes for a server.
 * @public
 */
export const ANNOTATION_REGISTRY_VERSION = 'modelcontextprotocol.io/version';

/**
 * Why an entity was made although others come close: the sentence of whoever
 * made it. Templates write it.
 * @public
 */
export const ANNOTATION_WHY_NEW = 'mcp-portal.io/why-new';

/**
 * The template, with its version, that an entity was made from
 * (`mcp-server-typescript@1`).
 * @public
 */
export const ANNOTATION_CREATED_FROM = 'mcp-portal.io/created-from';
