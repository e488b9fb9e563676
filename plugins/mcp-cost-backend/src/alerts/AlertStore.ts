import type {
  Alert,
  AlertQuery,
  AlertRule,
  CostPage,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { Notice } from '../notices';

/** An alert, with what tells its event from others of the same rule. */
export interface KeptAlert extends Alert {
  /** Whom or what the rule looked at, within the rule. */
  subject: string;
  /** What the trouble is one event of, such as a month; empty if of nothing. */
  occasion: string;
  /** When it was last seen to last: ISO instant. */
  lastSeenAt: string;
}

/** Keeps alerts. Those of a team, or of a server that the caller's teams own. */
export interface AlertStore {
  /** Those that last first, the newest first. */
  list(scope: CostScope, query: AlertQuery): Promise<CostPage<Alert>>;
  /** All that last of a rule. */
  open(scope: CostScope, rule: AlertRule): Promise<KeptAlert[]>;
  /** Of a rule and subject, over or not, and not over before `since`. */
  since(
    scope: CostScope,
    rule: AlertRule,
    subject: string,
    since: string,
  ): Promise<KeptAlert[]>;
  /** False when the same lasts already: of two replicas one raises it. */
  raise(scope: CostScope, alert: KeptAlert, notice?: Notice): Promise<boolean>;
  /** Writes what is newest about an alert that lasts, quietly. */
  refresh(scope: CostScope, alert: KeptAlert): Promise<void>;
  /** Ends an alert; false when it was over. */
  resolve(
    scope: CostScope,
    alert: KeptAlert,
    at: string,
    notice?: Notice,
  ): Promise<boolean>;
  /** Forgets what was over before. */
  prune(scope: CostScope, before: string): Promise<void>;
}
