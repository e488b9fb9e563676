import type { OwnedAssetFilter } from '@mcp-portal/plugin-mcp-registry-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/**
 * Which rows one may touch: all, none, or those that meet the criteria.
 */
export type Extent =
  | { kind: 'all' }
  | { kind: 'none' }
  | { kind: 'some'; criteria: PermissionCriteria<OwnedAssetFilter> };

/**
 * What a caller may see and change. Every store method takes one first, and
 * turns it into SQL; only `access/` makes them.
 */
export interface Scope {
  /** Servers that may be read. */
  servers: Extent;
  /** Agents that may be read. */
  agents: Extent;
  /** Servers that may be asked now. */
  introspection: Extent;
  /** Servers whose versions may be published, deprecated and deleted. */
  publication: Extent;
  /** Servers of which may be published what the compatibility gate refuses. */
  override: Extent;
}
