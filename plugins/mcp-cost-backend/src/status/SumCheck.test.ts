import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { DatabaseRollupRunner } from '../rollups/DatabaseRollupRunner';
import { DatabaseRollupWriter } from '../rollups/DatabaseRollupWriter';
import { readTotal } from '../rollups/__testUtils__/readSums';
import { EventRetention } from '../retention/EventRetention';
import { DatabaseUsageStore, type PricedUsage } from '../usage';
import { anEntry, NOON } from '../usage/__testUtils__/entries';
import { StatusStore } from './StatusStore';
import { SumCheck } from './SumCheck';

const DAY_MS = 86_400_000;
const scope = systemScope('test');

describeOnBothDatabases('SumCheck', createKnex => {
  let knex: Knex;
  let writer: DatabaseRollupWriter;
  let check: SumCheck;
  const logger = mockServices.logger.mock();
  const now = () => new Date(NOON);
  const store = async (...entries: PricedUsage[]) => {
    await new DatabaseUsageStore({ knex }).append(scope, {
      source: 'usage',
      receivedFrom: 'key-1',
      receivedAtMs: NOON - 500 * DAY_MS,
      priceVersion: 1,
      entries,
    });
    await new DatabaseRollupRunner({ knex, writer, logger, now }).catchUp();
  };

  beforeEach(async () => {
    knex = await createKnex();
    writer = new DatabaseRollupWriter({ knex });
    check = new SumCheck({ knex, logger, now });
  });
  afterEach(() => knex.destroy());

  it('finds equal sums equal, also of nothing', async () => {
    expect(await check.run()).toMatchObject({ differences: 0 });
    await store(
      anEntry('a', { costNanos: undefined }),
      anEntry('b', { occurredAtMs: NOON - 30 * DAY_MS }),
      anEntry('c', { attribution: { tool: 'other', kind: 'model-call' } }),
    );
    await store(anEntry('a', { revision: 1 }));
    expect(await check.run()).toMatchObject({ differences: 0 });
    expect(logger.error).not.toHaveBeenCalled();
    expect(await new StatusStore({ knex }).read(scope)).toEqual({
      pendingBatches: 0,
      failedBatches: 0,
      pendingSince: undefined,
      keptFrom: undefined,
      sample: false,
      check: {
        at: now(),
        differences: 0,
        message: 'All sums equal the events that they are of.',
      },
    });
  });

  it.each([
    'usage_hours',
    'usage_days',
    'usage_consumer_days',
    'usage_team_days',
    'usage_server_days',
    'usage_agent_days',
    'usage_model_days',
  ])('finds a wrong row in %s', async table => {
    await store(anEntry('a'));
    await knex(table).increment('cost_nanos', 1);
    const { differences, message } = await check.run();
    expect(differences).toBeGreaterThan(0);
    expect(message).toContain(`1 rows of ${table}`);
    expect(logger.error).toHaveBeenCalled();
  });

  it('finds a missing row, and one too many', async () => {
    await store(anEntry('a'));
    await knex('usage_team_days').delete();
    expect(await check.run()).toMatchObject({ differences: 1 });
    await store(anEntry('b', { occurredAtMs: NOON - DAY_MS }));
    await knex('usage_events').delete();
    expect((await check.run()).message).toContain('2 rows of usage_hours');
  });

  it('goes on being right when old events are deleted, whose sums stay', async () => {
    const old = Array.from({ length: 12_000 }, (_, n) =>
      anEntry(`old${n}`, {
        occurredAtMs: NOON - 401 * DAY_MS - n,
        attribution: { tool: `tool-${n % 7}` },
      }),
    );
    await store(...old);
    await store(anEntry('kept', { occurredAtMs: NOON - 400 * DAY_MS }));
    const before = await readTotal(knex);

    const retention = new EventRetention({ writer, retentionDays: 400, now });
    await retention.deleteOld();
    expect(await knex('usage_events').select('occurred_at')).toHaveLength(1);
    expect(await knex('usage_batches').select('events')).toEqual([
      { events: 1 },
    ]);
    expect(await readTotal(knex)).toEqual(before);
    expect(await check.run()).toMatchObject({ differences: 0 });
    expect(
      (await new StatusStore({ knex }).read(scope)).keptFrom?.toISOString(),
    ).toBe('2025-10-16T00:00:00.000Z');
  });

  it('deletes nothing that is not summed yet', async () => {
    await new DatabaseUsageStore({ knex }).append(scope, {
      source: 'usage',
      receivedFrom: 'key-1',
      receivedAtMs: 0,
      priceVersion: 1,
      entries: [anEntry('a', { occurredAtMs: NOON - 500 * DAY_MS })],
    });
    await new EventRetention({ writer, retentionDays: 400, now }).deleteOld();
    expect(await knex('usage_events').select('key')).toHaveLength(1);
  });
});
