import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';

import { readAlertsConfig } from './readAlertsConfig';

const read = (alerts?: JsonObject) =>
  readAlertsConfig(new ConfigReader(alerts ? { mcpCost: { alerts } } : {}));

describe('readAlertsConfig', () => {
  it('has thresholds without any configuration', () => {
    expect(read()).toEqual({
      anomaly: { factor: 2, floorNanos: 10_000_000_000n, minDays: 7 },
      errorRate: { hours: 2, minCalls: 50, minRate: 0.1, factor: 3 },
      volumeDrop: { hours: 3, minCalls: 100, dropTo: 0.3 },
    });
  });

  it('takes a floor as a number or as text', () => {
    expect(read({ anomaly: { floor: 2.5 } }).anomaly.floorNanos).toBe(
      2_500_000_000n,
    );
    expect(read({ anomaly: { floor: '0' } }).anomaly.floorNanos).toBe(0n);
  });

  it.each([
    [{ anomaly: { factor: 1 } }, 'mcpCost.alerts.anomaly.factor is 1'],
    [{ anomaly: { floor: '-1' } }, "can't be negative"],
    [{ anomaly: { minDays: 2.5 } }, 'whole number from 1 to 30'],
    [{ errorRate: { minRate: 2 } }, 'mcpCost.alerts.errorRate.minRate is 2'],
    [{ volumeDrop: { dropTo: 0.95 } }, 'from 0 to 0.9'],
  ])('refuses %j', (alerts, message) => {
    expect(() => read(alerts)).toThrow(message);
  });
});
