import type {
  DeclaredServerUse,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import type { KnownEntities } from '../catalog/KnownEntities';

/**
 * An agent as the catalog declares it, with the servers that it uses.
 */
export interface IndexedAgent {
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  purpose?: string;
  ownerRef: string;
  ownerExists: boolean;
  ownerTitle?: string;
  lifecycle: string;
  visibility: Visibility;
  sample: boolean;
  uses: DeclaredServerUse[];
}

/**
 * The index of the catalog's agents, and of which servers they declare to use.
 * It can be rebuilt from the catalog at any time.
 */
export interface AgentIndexStore {
  /** The fingerprints of all that is indexed, or of some, by ref. */
  fingerprints(scope: Scope, refs?: string[]): Promise<Map<string, string>>;
  /**
   * Adds or replaces agents, each with its uses.
   *
   * @param known - what the index held before the catalog was read; an agent
   *   that somebody else has written since is left as it is
   * @returns the refs of those that were written
   */
  put(
    scope: Scope,
    agents: IndexedAgent[],
    known?: KnownEntities,
  ): Promise<string[]>;
  /** @param known - as for `put` */
  remove(scope: Scope, refs: string[], known?: KnownEntities): Promise<void>;
}
