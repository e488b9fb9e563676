import { FakeUsageReader } from '../../__testUtils__/FakeUsageReader';
import { fixedDirectory } from '../../__testUtils__/fixedDirectory';
import { systemScope } from '../../access';
import { CostAnomalyRule } from './CostAnomalyRule';

const TEAM = 'group:default/payments';
const UNIT = 1_000_000_000n;
const HOUR_MS = 3_600_000;
const NOW = new Date('2026-11-21T14:30:00Z');

/** Usage of each hour until now, at the same rate. */
function spendHourly(reader: FakeUsageReader, days: number, perHour: bigint) {
  for (let hour = 0; hour < days * 24; hour++) {
    reader.add({
      at: new Date(NOW.getTime() - hour * HOUR_MS).toISOString(),
      team: TEAM,
      costNanos: perHour,
    });
  }
}

function ruleOf(reader: FakeUsageReader, floor = 10n) {
  return new CostAnomalyRule({
    reader,
    directory: fixedDirectory({ teams: [{ ref: TEAM, title: 'Payments' }] }),
    thresholds: { factor: 2, floorNanos: floor * UNIT, minDays: 7 },
    currency: 'USD',
  });
}

const look = (reader: FakeUsageReader, floor?: bigint) =>
  ruleOf(reader, floor).look(systemScope('test'), NOW);

describe('CostAnomalyRule', () => {
  it('leaves alone what costs as it did', async () => {
    const reader = new FakeUsageReader();
    spendHourly(reader, 40, UNIT);
    expect(await look(reader)).toEqual([]);
  });

  it('sees 24 hours above twice the average day, and says by how much', async () => {
    const reader = new FakeUsageReader();
    spendHourly(reader, 40, UNIT);
    reader.add({
      at: '2026-11-21T13:10:00Z',
      team: TEAM,
      costNanos: 48n * UNIT,
    });
    const [finding, ...others] = await look(reader);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      subject: TEAM,
      state: 'on',
      teamRef: TEAM,
      title: 'Payments spent $72.00 within 24 hours',
      message:
        'In the 24 hours to 2026-11-21 14:00 (UTC) Payments spent $72.00. Its average day, of the 30 before, cost $24.00: this is 3 times as much.',
      startedAt: '2026-11-21T14:00:00.000Z',
      facts: { times: 3, averageNanos: String(24n * UNIT) },
    });
    expect(finding.endedAt).toBeUndefined();
    expect(finding.link).toContain('team=group%3Adefault%2Fpayments');
  });

  it('takes exactly twice for usual', async () => {
    const reader = new FakeUsageReader();
    spendHourly(reader, 40, UNIT);
    reader.add({
      at: '2026-11-21T10:10:00Z',
      team: TEAM,
      costNanos: 24n * UNIT,
    });
    expect(await look(reader)).toEqual([]);
    reader.add({ at: '2026-11-21T10:20:00Z', team: TEAM, costNanos: 1n });
    expect(await look(reader)).toHaveLength(1);
  });

  it('looks at any 24 hours, across midnight too', async () => {
    const reader = new FakeUsageReader();
    spendHourly(reader, 40, UNIT);
    // 17 more on each of two days: neither day is unusual, the hours between are.
    for (const at of ['2026-11-20T22:10:00Z', '2026-11-21T02:10:00Z']) {
      reader.add({ at, team: TEAM, costNanos: 17n * UNIT });
    }
    expect(await look(reader)).toHaveLength(1);
  });

  it('tells of hours that came late, and that they are over', async () => {
    const reader = new FakeUsageReader();
    spendHourly(reader, 40, UNIT);
    reader.add({
      at: '2026-11-19T15:10:00Z',
      team: TEAM,
      costNanos: 100n * UNIT,
    });
    expect(await look(reader)).toEqual([
      expect.objectContaining({
        startedAt: '2026-11-19T16:00:00.000Z',
        endedAt: '2026-11-20T15:00:00.000Z',
      }),
    ]);
  });

  it('needs a cost above the floor, and days to compare with', async () => {
    const reader = new FakeUsageReader();
    spendHourly(reader, 40, UNIT / 100n);
    reader.add({
      at: '2026-11-21T10:10:00Z',
      team: TEAM,
      costNanos: 5n * UNIT,
    });
    expect(await look(reader)).toEqual([]);
    expect(await look(reader, 1n)).toHaveLength(1);

    const young = new FakeUsageReader();
    spendHourly(young, 5, UNIT);
    young.add({
      at: '2026-11-21T10:10:00Z',
      team: TEAM,
      costNanos: 99n * UNIT,
    });
    expect(await look(young)).toEqual([]);
    const older = new FakeUsageReader();
    spendHourly(older, 12, UNIT);
    older.add({
      at: '2026-11-21T10:10:00Z',
      team: TEAM,
      costNanos: 99n * UNIT,
    });
    expect(await look(older)).toHaveLength(1);
  });

  it('is one event while the cost goes a little below and above', async () => {
    const reader = new FakeUsageReader();
    spendHourly(reader, 40, UNIT);
    const add = (at: string, cost: bigint) =>
      reader.add({ at, team: TEAM, costNanos: cost * UNIT });
    add('2026-11-20T06:10:00Z', 4n);
    add('2026-11-20T08:10:00Z', 22n);
    add('2026-11-21T07:10:00Z', 3n);
    const findings = await look(reader);
    expect(findings).toHaveLength(1);
  });
});
