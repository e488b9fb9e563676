import type { UsageKind } from '@mcp-portal/plugin-mcp-cost-common';

/**
 * Whose usage an event is, and of what. An empty text is "none".
 */
export interface Attribution {
  /** Complete entity ref in lower case. */
  teamRef: string;
  environment: string;
  kind: UsageKind;
  /** Complete entity ref of a catalog agent, else the name it gave itself. */
  agent: string;
  userRef: string;
  /** Complete entity ref of a catalog server; empty when it is unattributed. */
  serverRef: string;
  /** What an event without `serverRef` said of its server: host or name. */
  serverHint: string;
  tool: string;
  model: string;
  provider: string;
  /** Of `quantityNanos`; of a charge its service. */
  unit: string;
}
