/**
 * A text that is no version that can be published. Its message says which,
 * what is wrong and what to do.
 * @public
 */
export class VersionError extends Error {
  /** What was given. */
  readonly version: string;
  /** What is wrong with it. */
  readonly problem: string;
  /** What to do about it. */
  readonly advice: string;

  constructor(options: { version: string; problem: string; advice: string }) {
    super(
      `Version ${JSON.stringify(options.version)}: ${options.problem}. ${
        options.advice
      }.`,
    );
    this.name = 'VersionError';
    this.version = options.version;
    this.problem = options.problem;
    this.advice = options.advice;
  }
}
