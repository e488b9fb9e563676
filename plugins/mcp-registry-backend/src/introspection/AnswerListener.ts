import type { Snapshot } from '@mcp-portal/mcp-contract';

import type { Scope } from '../access';
import type { Answer } from './asking/ContractAsker';

/** An answer that has a contract. */
export interface GoodAnswer extends Answer {
  outcome: 'ok';
  snapshot: Snapshot;
}

/**
 * Draws conclusions from what a server answered, once it is kept. What it
 * throws is logged and costs nothing else.
 */
export interface AnswerListener {
  /**
   * @param scope - of whoever had the server asked
   */
  answered(scope: Scope, ref: string, answer: GoodAnswer): Promise<void>;
}
