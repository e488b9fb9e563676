/**
 * The topic on which the registry tells other backend plugins which servers are
 * new, changed or gone; the payload is a {@link ServersEvent}.
 * @public
 */
export const MCP_SERVERS_TOPIC = 'mcp-registry.servers';

/**
 * Which servers are not what they were. Refs alone: who wants to know more asks
 * the registry, with credentials.
 * @public
 */
export interface ServersEvent {
  /** New, declared anew, or seen with another contract. */
  changed: string[];
  /** No longer in the catalog. */
  removed: string[];
}
