import { ConfigReader } from '@backstage/config';

import { readRetentionDays } from './readRetentionDays';

const read = (mcpCost: object) =>
  readRetentionDays(new ConfigReader({ mcpCost: mcpCost as {} }));

describe('readRetentionDays', () => {
  it('is 400 days unless it is said', () => {
    expect(readRetentionDays(new ConfigReader({}))).toBe(400);
    expect(read({ retention: { events: { days: 120 } } })).toBe(120);
    expect(read({ retention: { events: 'P365D' } })).toBe(365);
  });

  it('keeps events for longer than usage is taken in', () => {
    expect(() => read({ retention: { events: { days: 90 } } })).toThrow(
      'must be at least 91',
    );
    expect(() => read({ ingestion: { maxAgeDays: 400 } })).toThrow(
      'mcpCost.retention.events is 400 days; it must be at least 401',
    );
    expect(() =>
      read({
        ingestion: { maxAgeDays: 7 },
        retention: { events: { days: 30 } },
      }),
    ).toThrow('at least 40');
  });
});
