/**
 * What kind of fault a contract has.
 *
 * - `invalid-json`: not a JSON value, or text that is not JSON
 * - `invalid-shape`: a field is missing or has the wrong type
 * - `invalid-name`: a name, uri or uriTemplate that MCP does not allow
 * - `duplicate`: two items with the same name, uri or uriTemplate
 * - `too-deep`, `too-large`: beyond `SNAPSHOT_LIMITS`
 * - `not-canonical`: text that `createSnapshot` would not write
 *
 * @public
 */
export type ContractErrorCode =
  | 'invalid-json'
  | 'invalid-shape'
  | 'invalid-name'
  | 'duplicate'
  | 'too-deep'
  | 'too-large'
  | 'not-canonical';

/**
 * A contract that no snapshot can be made of. Its message says where, what is
 * wrong and what to do.
 * @public
 */
export class ContractError extends Error {
  readonly code: ContractErrorCode;
  /** JSON pointer (RFC 6901) into what was given; empty for the whole. */
  readonly path: string;
  /** What is wrong there. */
  readonly problem: string;
  /** What to do about it. */
  readonly advice: string;

  constructor(options: {
    code: ContractErrorCode;
    path: string;
    problem: string;
    advice: string;
  }) {
    super(
      `Contract ${
        options.path ? `at ${shorten(options.path)}` : 'as a whole'
      }: ${options.problem}. ${options.advice}.`,
    );
    this.name = 'ContractError';
    this.code = options.code;
    this.path = options.path;
    this.problem = options.problem;
    this.advice = options.advice;
  }
}

const MAX_SHOWN_CHARS = 200;

/** Keeps a hostile name or path from filling a log. */
export function shorten(text: string): string {
  return text.length <= MAX_SHOWN_CHARS
    ? text
    : `${text.slice(0, MAX_SHOWN_CHARS)}…`;
}

/** Writes a JSON pointer (RFC 6901). */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments
    .map(
      segment => `/${String(segment).replace(/~/g, '~0').replace(/\//g, '~1')}`,
    )
    .join('');
}
