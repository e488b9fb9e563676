import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { parseDecimal } from '@mcp-portal/plugin-mcp-cost-common';

import type { ErrorRateThresholds } from './rules/ErrorRateRule';
import type { AnomalyThresholds } from './rules/rollingCosts';
import type { VolumeDropThresholds } from './rules/VolumeDropRule';

const KEY = 'mcpCost.alerts';

/** From when something is wrong. */
export interface AlertThresholds {
  anomaly: AnomalyThresholds;
  errorRate: ErrorRateThresholds;
  volumeDrop: VolumeDropThresholds;
}

/**
 * The thresholds of `mcpCost.alerts`.
 *
 * @throws InputError when one can't be one
 */
export function readAlertsConfig(config: Config): AlertThresholds {
  const alerts = config.getOptionalConfig(KEY);
  const number = (
    path: string,
    options: { or: number; least: number; most: number; whole?: boolean },
  ) => {
    const value = alerts?.getOptionalNumber(path) ?? options.or;
    const isFit =
      value >= options.least &&
      value <= options.most &&
      (!options.whole || Number.isInteger(value));
    if (!isFit) {
      throw new InputError(
        `${KEY}.${path} is ${value}; it must be a ${
          options.whole ? 'whole ' : ''
        }number from ${options.least} to ${options.most}.`,
      );
    }
    return value;
  };
  const whole = (path: string, or: number, least: number, most: number) =>
    number(path, { or, least, most, whole: true });
  return {
    anomaly: {
      factor: number('anomaly.factor', { or: 2, least: 1.1, most: 1_000 }),
      floorNanos: readFloor(alerts),
      minDays: whole('anomaly.minDays', 7, 1, 30),
    },
    errorRate: {
      hours: whole('errorRate.hours', 2, 1, 24),
      minCalls: whole('errorRate.minCalls', 50, 1, 1_000_000_000),
      minRate: number('errorRate.minRate', { or: 0.1, least: 0, most: 1 }),
      factor: number('errorRate.factor', { or: 3, least: 1, most: 1_000 }),
    },
    volumeDrop: {
      hours: whole('volumeDrop.hours', 3, 1, 24),
      minCalls: whole('volumeDrop.minCalls', 100, 1, 1_000_000_000),
      dropTo: number('volumeDrop.dropTo', { or: 0.3, least: 0, most: 0.9 }),
    },
  };
}

const FLOOR = 'anomaly.floor';

function readFloor(alerts: Config | undefined): bigint {
  // A number in YAML is as good as its text.
  const floor = String(alerts?.getOptional(FLOOR) ?? '10');
  const nanos = parseDecimal(floor);
  if (nanos < 0n) {
    throw new InputError(`${KEY}.${FLOOR} is ${floor}; it can't be negative.`);
  }
  return nanos;
}
