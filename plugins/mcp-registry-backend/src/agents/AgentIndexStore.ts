import type {
  DeclaredServerUse,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';

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
  /** The fingerprints of all that is indexed, by ref. */
  fingerprints(scope: Scope): Promise<Map<string, string>>;
  /** Adds or replaces agents, each with its uses. */
  put(scope: Scope, agents: IndexedAgent[]): Promise<void>;
  remove(scope: Scope, refs: string[]): Promise<void>;
}
