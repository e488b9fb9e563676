import type { CostScope } from '../access';

/** When something was last used, and first. */
export interface Use {
  firstAt: Date;
  lastAt: Date;
}

/** Knows since when servers and agents are known, and when they were used. */
export interface LastUseStore {
  /** By server ref: tool calls. */
  ofServers(scope: CostScope): Promise<Map<string, Use>>;
  /** By agent ref, or by the name that it gave itself: calls of tools and models. */
  ofAgents(scope: CostScope): Promise<Map<string, Use>>;
  /** The first tool call that the portal knows of. */
  firstUse(scope: CostScope): Promise<Date | undefined>;
  /**
   * Notes which entities there are, and tells since when each is known: what was
   * there at the first look was so since the portal's first usage, as far as
   * anybody knows.
   */
  knownSince(
    scope: CostScope,
    refs: readonly string[],
    now: Date,
  ): Promise<Map<string, Date>>;
}
