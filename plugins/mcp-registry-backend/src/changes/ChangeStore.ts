import type {
  ChangedServer,
  ChangePage,
  ChangeQuery,
  Page,
  Removal,
  RemovalQuery,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';

/** A version on its way out; who is still on it is not known here. */
export type KeptRemoval = Omit<Removal, 'consumers' | 'teams'> & {
  server: ChangedServer;
};

/**
 * Reads what was published, and what is about to be removed, in all servers.
 */
export interface ChangeStore {
  list(scope: Scope, query: ChangeQuery): Promise<ChangePage>;
  /** The soonest sunset first; those without a day last. */
  removals(scope: Scope, query: RemovalQuery): Promise<Page<KeptRemoval>>;
}
