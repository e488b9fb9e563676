import { FakeUsageReader } from '../../__testUtils__/FakeUsageReader';
import { fixedDirectory } from '../../__testUtils__/fixedDirectory';
import { systemScope } from '../../access';
import { ErrorRateRule } from './ErrorRateRule';
import { VolumeDropRule } from './VolumeDropRule';

const TEAM = 'group:default/payments';
const SERVERS = ['ledger', 'vault', 'archive'].map(
  name => `api:default/${name}`,
);
const [LEDGER] = SERVERS;
const NOW = new Date('2026-11-21T14:30:00Z');
const WEEK_MS = 7 * 24 * 3_600_000;

const directory = fixedDirectory({
  servers: SERVERS.map(ref => ({ ref, ownerRef: TEAM, title: ref.slice(12) })),
});
const scope = systemScope('test');

/** Calls so many weeks ago, at an hour that both rules look at. */
function call(
  reader: FakeUsageReader,
  weeksAgo: number,
  calls: number,
  errors = 0,
  server = LEDGER,
) {
  const at = Date.parse('2026-11-21T13:10:00Z') - weeksAgo * WEEK_MS;
  reader.add({
    at: new Date(at).toISOString(),
    team: 'group:default/other',
    server,
    calls,
    errors,
  });
}

describe('ErrorRateRule', () => {
  const look = (reader: FakeUsageReader) =>
    new ErrorRateRule({
      reader,
      directory,
      thresholds: { hours: 2, minCalls: 50, minRate: 0.1, factor: 3 },
    }).look(scope, NOW);

  it('sees that far more calls fail than at these hours of other weeks', async () => {
    const reader = new FakeUsageReader();
    [1, 2, 3, 4].forEach(week => call(reader, week, 100, 5));
    call(reader, 0, 200, 32);
    expect(await look(reader)).toEqual([
      expect.objectContaining({
        subject: LEDGER,
        state: 'on',
        teamRef: TEAM,
        serverRef: LEDGER,
        title: '16 % of the calls of ledger fail',
        message:
          '32 of 200 calls failed within 2 hours; usually 5 % do at these hours.',
        facts: expect.objectContaining({ thresholdPercent: 15 }),
      }),
    ]);
  });

  it('leaves a server alone that always fails that often', async () => {
    const reader = new FakeUsageReader();
    [1, 2, 3, 4].forEach(week => call(reader, week, 100, 30));
    call(reader, 0, 200, 60);
    expect(await look(reader)).toEqual([]);
  });

  it('lets it fade before it is over', async () => {
    const reader = new FakeUsageReader();
    call(reader, 0, 200, 16);
    expect((await look(reader))[0]?.state).toBe('fading');
  });

  it('says nothing new of a few calls', async () => {
    const reader = new FakeUsageReader();
    call(reader, 0, 40, 40);
    expect((await look(reader))[0]?.state).toBe('fading');
  });

  it('leaves alone what the catalog does not know', async () => {
    const reader = new FakeUsageReader();
    call(reader, 0, 200, 200, 'api:default/gone');
    call(reader, 0, 200, 200, '');
    expect(await look(reader)).toEqual([]);
  });
});

describe('VolumeDropRule', () => {
  const look = (reader: FakeUsageReader) =>
    new VolumeDropRule({
      reader,
      directory,
      thresholds: { hours: 3, minCalls: 100, dropTo: 0.3 },
    }).look(scope, NOW);
  const usual = (reader: FakeUsageReader, server = LEDGER) =>
    [1, 2, 3, 4].forEach(week => call(reader, week, 200, 0, server));

  it('sees that a server is hardly called any more', async () => {
    const reader = new FakeUsageReader();
    usual(reader);
    call(reader, 0, 20);
    expect(await look(reader)).toEqual([
      expect.objectContaining({
        subject: LEDGER,
        state: 'on',
        message:
          'It had 20 calls in 3 hours; usually there are about 200 at these hours.',
      }),
    ]);
  });

  it('sees it without any call', async () => {
    const reader = new FakeUsageReader();
    usual(reader);
    expect(await look(reader)).toHaveLength(1);
  });

  it('leaves servers alone that have few calls, or few weeks', async () => {
    const reader = new FakeUsageReader();
    [1, 2].forEach(week => call(reader, week, 500));
    [1, 2, 3, 4].forEach(week => call(reader, week, 50, 0, SERVERS[1]));
    expect(await look(reader)).toEqual([]);
  });

  it('does not take a quiet week for a drop where there are such weeks', async () => {
    const reader = new FakeUsageReader();
    [
      [1, 400],
      [2, 400],
      [3, 400],
      [4, 90],
    ].forEach(([week, calls]) => call(reader, week, calls));
    call(reader, 0, 100);
    expect((await look(reader))[0]?.state).toBe('fading');
  });

  it('blames no server when usage does not arrive at all', async () => {
    const reader = new FakeUsageReader();
    SERVERS.forEach(server => usual(reader, server));
    await expect(look(reader)).rejects.toThrow('as if usage did not arrive');
  });
});
