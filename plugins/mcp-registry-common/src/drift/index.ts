import type { ContractDiff } from '@mcp-portal/mcp-contract';

import type { Act } from '../versions';

/**
 * That a live server does not offer what is published.
 * @public
 */
export interface Drift {
  /** The version that it was compared with: the newest active release. */
  version: string;
  /** SHA-256 of what is live. */
  snapshot: string;
  /** ISO instants, UTC. */
  firstSeenAt: string;
  lastSeenAt: string;
  /** From the published to the live contract. */
  diff: ContractDiff;
  /** The smallest version that the live contract could be published as. */
  smallestVersion: string;
  acknowledgement?: Act;
  /** Whether the caller may publish or acknowledge it. */
  mayResolve: boolean;
}
