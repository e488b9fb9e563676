import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

import { DAY_MS } from '../time/days';

const KEY = 'mcpCost.retention.events';
const DEFAULT_DAYS = 400;
/** Corrections, bills and prices go back some months. */
const MIN_DAYS = 40;

/**
 * For how many days single events are kept.
 *
 * @throws InputError when it is too short
 */
export function readRetentionDays(config: Config): number {
  if (!config.has(KEY)) {
    return DEFAULT_DAYS;
  }
  const days = Math.floor(
    durationToMilliseconds(readDurationFromConfig(config, { key: KEY })) /
      DAY_MS,
  );
  if (days < MIN_DAYS) {
    throw new InputError(
      `${KEY} is ${days} days; events must be kept for at least ${MIN_DAYS} days, for corrections of the month before.`,
    );
  }
  return days;
}
