import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'mcpCost.idle';
const DEFAULT_DAYS = 30;
const MAX_DAYS = 365;

/** After how many days something lies idle. */
export interface IdleThresholds {
  days: number;
  keyDays: number;
}

/**
 * The days of `mcpCost.idle`.
 *
 * @throws InputError when they are no whole number from 1 to 365
 */
export function readIdleConfig(config: Config): IdleThresholds {
  const read = (name: keyof IdleThresholds) => {
    const days = config.getOptionalNumber(`${KEY}.${name}`) ?? DEFAULT_DAYS;
    if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
      throw new InputError(
        `${KEY}.${name} is ${days}; it must be a whole number from 1 to ${MAX_DAYS}.`,
      );
    }
    return days;
  };
  return { days: read('days'), keyDays: read('keyDays') };
}
