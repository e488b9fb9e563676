/**
 * Why no contract could be read.
 *
 * - `protocol-error`: the server answered, but not as MCP asks.
 * - `too-large`: it lists more than anyone is willing to read.
 *
 * @public
 */
export type ContractReadErrorCode = 'protocol-error' | 'too-large';

/**
 * A server that is connected, and whose contract can't be read. Its message
 * says what is wrong, and what to do.
 * @public
 */
export class ContractReadError extends Error {
  readonly code: ContractReadErrorCode;

  constructor(code: ContractReadErrorCode, message: string) {
    super(message);
    this.name = 'ContractReadError';
    this.code = code;
  }
}
