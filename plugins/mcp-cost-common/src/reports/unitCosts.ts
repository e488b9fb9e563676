import type { Nanos } from '../money';

/** What one unit came to. Missing where there is nothing to divide by. @public */
export interface UnitCosts {
  perCallNanos?: Nanos;
  perSuccessfulCallNanos?: Nanos;
  perActiveAgentNanos?: Nanos;
  calls: number;
  successfulCalls: number;
  activeAgents: number;
  costNanos: Nanos;
  /** The same of the period before. */
  previous?: Omit<UnitCosts, 'previous'>;
}

/**
 * What it would take to build a server of one's own. Everyone sees them beside
 * the result and may try others; administrators change the defaults.
 * @public
 */
export interface ReuseAssumptions {
  /** Decimal text in the portal's currency. */
  buildCost: string;
  /** A month, decimal text. */
  runCostPerMonth: string;
  /** Over how many months the building is spread. */
  months: number;
}

/** What is saved because teams share a server. @public */
export interface Reuse {
  serverRef: string;
  /** Teams that used it in the period, the owner included. */
  consumers: {
    teamRef: string;
    title?: string;
    calls: number;
    costNanos: Nanos;
  }[];
  assumptions: ReuseAssumptions;
  /** Whether they are the organisation's own or the caller's try. */
  tried: boolean;
  /** What one more team saves in the period against building its own. */
  savedPerConsumerNanos: Nanos;
  savedNanos: Nanos;
}
