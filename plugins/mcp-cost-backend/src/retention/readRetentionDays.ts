import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

import { readIngestionConfig } from '../ingestion/readIngestionConfig';
import { DAY_MS } from '../time/days';

const KEY = 'mcpCost.retention.events';
const DEFAULT_DAYS = 400;
/** Corrections, bills and prices go back some months. */
const MIN_DAYS = 40;

/**
 * For how many days single events are kept.
 *
 * @throws InputError when it is too short, also for the usage that is taken in:
 *   an event that was deleted and comes again would count twice
 */
export function readRetentionDays(config: Config): number {
  const days = config.has(KEY)
    ? Math.floor(
        durationToMilliseconds(readDurationFromConfig(config, { key: KEY })) /
          DAY_MS,
      )
    : DEFAULT_DAYS;
  const { maxAgeDays } = readIngestionConfig(config);
  const least = Math.max(MIN_DAYS, maxAgeDays + 1);
  if (days < least) {
    throw new InputError(
      `${KEY} is ${days} days; it must be at least ${least}: usage of ${maxAgeDays} days ago is taken in (mcpCost.ingestion.maxAgeDays), and is known again only while it is kept.`,
    );
  }
  return days;
}
