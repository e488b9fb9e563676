import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** How often servers are asked, and how many at once. */
export interface IntrospectionSchedule {
  /** How often each server is asked. */
  intervalMs: number;
  /** How many servers are asked at once. */
  concurrency: number;
}

/**
 * Reads the schedule in `mcpRegistry.introspection`; what may be asked, and for how
 * long, is in `asking/rules`.
 *
 * @throws InputError naming the path of what is wrong
 */
export function readIntrospectionConfig(
  root: RootConfigService,
): IntrospectionSchedule {
  const config = root.getOptionalConfig('mcpRegistry.introspection');
  const concurrency = config?.getOptionalNumber('concurrency') ?? 8;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 100) {
    throw new InputError(
      `mcpRegistry.introspection.concurrency is ${concurrency}; it must be a whole number from 1 to 100.`,
    );
  }
  return {
    intervalMs: readMs(config, 'interval', 15 * 60_000),
    concurrency,
  };
}

function readMs(
  config: Config | undefined,
  key: string,
  defaultMs: number,
): number {
  const ms = config?.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : defaultMs;
  if (!(ms >= 1000)) {
    throw new InputError(
      `mcpRegistry.introspection.${key} must be at least one second.`,
    );
  }
  return ms;
}
