import type {
  Page,
  ServerFacets,
  ServerFilter,
  ServerQuery,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import type { IndexedServer } from './ServerIndexStore';

/**
 * A server as it is kept: its row of the list, and what only its page shows.
 */
export interface StoredServer extends ServerSummary {
  declared: IndexedServer['declared'];
  /** Whether the scope lets it be asked now. */
  mayIntrospect: boolean;
  /** Whether the scope lets its versions be published and taken back. */
  mayPublish: boolean;
  /** Whether the scope lets be published what the gate refuses. */
  mayOverride: boolean;
}

/**
 * Reads servers: the list, its facets, and one.
 */
export interface ServerStore {
  list(scope: Scope, query: ServerQuery): Promise<Page<ServerSummary>>;
  facets(scope: Scope, filter: ServerFilter): Promise<ServerFacets>;
  /** Those of the servers that are in scope, in no order. */
  summaries(scope: Scope, refs: string[]): Promise<ServerSummary[]>;
  /** Undefined when there is none, or none in this scope. */
  get(scope: Scope, ref: string): Promise<StoredServer | undefined>;
}
