/**
 * A setting of the platform team that can't be followed. Its message says
 * which, what is wrong and what is allowed.
 * @public
 */
export class SettingError extends Error {
  /** For example `conventions.tool-names.options.style`. */
  readonly setting: string;
  /** What is wrong with it. */
  readonly problem: string;
  /** What to do about it. */
  readonly advice: string;

  constructor(options: { setting: string; problem: string; advice: string }) {
    super(`Setting ${options.setting}: ${options.problem}. ${options.advice}.`);
    this.name = 'SettingError';
    this.setting = options.setting;
    this.problem = options.problem;
    this.advice = options.advice;
  }
}
