import type { Contract } from '@mcp-portal/mcp-contract';

import type { SeenContract } from './server';

/**
 * A distinct contract that a server was seen to offer.
 * @public
 */
export interface SeenSnapshot extends SeenContract {
  counts: {
    tools: number;
    prompts: number;
    resources: number;
    resourceTemplates: number;
  };
  /** True for the one that it offers now, as far as is known. */
  current: boolean;
}

/**
 * A snapshot with its contract.
 * @public
 */
export interface ServerContract extends SeenSnapshot {
  contract: Contract;
  /** True when the last attempt failed and this is the last good answer. */
  stale: boolean;
}
