/** Exit codes: pipelines branch on them. */
export const EXIT = Object.freeze({
  /** It is as it should be. */
  ok: 0,
  /** It was looked at, and is not as it should be. */
  found: 1,
  /** It could not be looked at. */
  failed: 2,
});

/**
 * Why a command could not do what it was asked for. Its message says what is
 * wrong, where, and what to do.
 */
export class CliError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CliError';
  }
}
