import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { AskError } from '../attempt/AskError';

/** The process's environment, or a test's. */
export type Environment = Record<string, string | undefined>;

/**
 * Reads the name of an environment variable. Capitals only, and the value is
 * not repeated in the error: a secret that was put here by mistake (or by
 * `${...}` in the config) must not get into a log.
 */
export function readVariableName(config: Config, key: string, at: string) {
  const name = config.getString(key);
  if (!/^[A-Z_][A-Z0-9_]{0,127}$/.test(name)) {
    throw new InputError(
      `${at}.${key} must be the name of an environment variable, in capitals; the secret itself does not belong here`,
    );
  }
  return name;
}

/** The value of a variable that the operator's rules name. */
export function requireVariable(
  env: Environment,
  name: string,
  neededBy: string,
): string {
  const value = env[name]?.trim();
  if (!value) {
    throw new AskError(
      'refused',
      `The environment variable ${name} is missing, which ${neededBy} needs. Set it for the portal's backend and start it again.`,
    );
  }
  return value;
}
