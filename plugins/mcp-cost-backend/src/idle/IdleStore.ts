import type {
  CostPage,
  IdleExemption,
  IdleKind,
  IdleQuery,
  IdleResource,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { Candidate } from './Candidate';

/** A list of idle resources, with what all of them, not only the page, would save. */
export interface IdlePage extends CostPage<IdleResource> {
  scannedAt?: string;
  savingPerMonthNanos: string;
}

/**
 * Keeps what was found idle. A scope reaches what its teams own; keys only as a
 * member of the team.
 */
export interface IdleStore {
  /** What would save most first. */
  list(scope: CostScope, query: IdleQuery, now: Date): Promise<IdlePage>;
  get(
    scope: CostScope,
    id: string,
    now: Date,
  ): Promise<IdleResource | undefined>;
  /** Makes what is found of a kind all that is idle of it. */
  replace(
    scope: CostScope,
    kind: IdleKind,
    found: readonly Candidate[],
    now: Date,
  ): Promise<void>;
  markScanned(scope: CostScope, now: Date): Promise<void>;
  /** False when the scope does not reach it, or may not exempt it. */
  exempt(
    scope: CostScope,
    id: string,
    exemption: IdleExemption,
    now: Date,
  ): Promise<boolean>;
  /** False when there is no exemption that the scope may end. */
  endExemption(scope: CostScope, id: string, now: Date): Promise<boolean>;
  /** What is idle, not exempted, and an action was not told of yet. */
  untold(scope: CostScope, action: string, now: Date): Promise<IdleResource[]>;
  markTold(
    scope: CostScope,
    action: string,
    resources: readonly IdleResource[],
  ): Promise<void>;
}
