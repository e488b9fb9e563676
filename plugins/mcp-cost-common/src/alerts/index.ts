/** What alerts are about. @public */
export type AlertRule =
  | 'budget-soft'
  | 'budget-hard'
  | 'cost-anomaly'
  | 'error-rate'
  | 'volume-drop'
  | 'unreachable'
  | 'key-expiring'
  | 'idle';

/** @public */
export interface Alert {
  id: string;
  rule: AlertRule;
  /** Errors and what can't be reached; or cost and quota. */
  tier: 'infrastructure' | 'business';
  level: 'attention' | 'problem';
  /** Whom it is about. */
  teamRef?: string;
  serverRef?: string;
  title: string;
  /** What happened, with its numbers. */
  message: string;
  /** What to do, one sentence. */
  advice: string;
  /** Path of the portal where the evidence is. */
  link: string;
  startedAt: string;
  /** When it was over; missing while it lasts. */
  resolvedAt?: string;
  /** What the rule compared, for the details. */
  facts: Record<string, string | number>;
}

/** @public */
export interface AlertQuery {
  team?: string[];
  server?: string[];
  rule?: AlertRule[];
  state?: 'open' | 'resolved' | 'all';
  limit?: number;
  offset?: number;
}
