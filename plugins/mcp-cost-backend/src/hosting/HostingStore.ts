import type { CostScope } from '../access';

/** Who uses a server: what a share of its fee is charged to. */
export interface Payer {
  teamRef: string;
  agent: string;
  environment: string;
}

/** Calls of one server in a month. */
export interface ServerUse {
  payer: Payer;
  calls: bigint;
}

/** How a server's month was shared. */
export interface KeptShares {
  serverRef: string;
  month: number;
  fingerprint: string;
  importId: string;
  events: number;
  costNanos: bigint;
}

/** Keeps how monthly fees were shared, and knows by what to share them. */
export interface HostingStore {
  /** Calls of servers in a month, by server. */
  use(
    scope: CostScope,
    month: number,
    serverRefs: readonly string[],
  ): Promise<Map<string, ServerUse[]>>;
  /** Shares of the months from one on. */
  shares(scope: CostScope, fromMonth: number): Promise<KeptShares[]>;
  /** First day whose events are all kept; undefined while none was deleted. */
  keptFrom(scope: CostScope): Promise<number | undefined>;
  /**
   * Puts new shares in the place of `old`.
   *
   * @returns false when another replica has done so in the meantime
   */
  replace(
    scope: CostScope,
    change: {
      serverRef: string;
      month: number;
      old?: KeptShares;
      /** Missing: there is nothing to share any more. */
      new?: KeptShares;
      nowMs: number;
    },
  ): Promise<boolean>;
  /** Deletes what was staged, and never put in place. */
  discard(scope: CostScope, importId: string): Promise<void>;
  /** Import ids of shares that were left staged before an instant. */
  leftStaged(scope: CostScope, beforeMs: number): Promise<string[]>;
}
