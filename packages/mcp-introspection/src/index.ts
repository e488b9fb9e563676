/**
 * Asks a live MCP server for its contract, over a client that is connected.
 *
 * @packageDocumentation
 */

export type { AskOptions } from './AskOptions';
export {
  ContractReadError,
  type ContractReadErrorCode,
} from './ContractReadError';
export { probeUnknownTool } from './probeUnknownTool';
export { readContract } from './readContract';
