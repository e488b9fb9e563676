import { createProfile } from './__testUtils__/createProfile';
import { makeSampleDay } from './makeSampleDay';

const DAY_MS = Date.parse('2026-11-18T00:00:00Z');
const startedAtMs = Date.parse('2026-11-20T09:30:00Z');

function toolCalls(incidents: Parameters<typeof createProfile>[0] = []) {
  const day = makeSampleDay({
    profile: createProfile(incidents),
    dayMs: DAY_MS,
    startedAtMs,
  });
  return [...day.values()].flat().filter(({ kind }) => kind === 'tool-call');
}

describe('a day of sample usage', () => {
  it('is the same whenever it is made', () => {
    const make = () =>
      makeSampleDay({ profile: createProfile(), dayMs: DAY_MS, startedAtMs });
    expect(make()).toEqual(make());
    const ids = [...make().values()].flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(200);
  });

  it('has each team send its own agents', () => {
    const day = makeSampleDay({
      profile: createProfile(),
      dayMs: DAY_MS,
      startedAtMs,
    });
    expect([...day.keys()]).toEqual(['payments', 'freight']);
    expect(new Set(day.get('payments')!.map(({ agent }) => agent))).toEqual(
      new Set(['clerk']),
    );
  });

  it('has a server that fails for all its agents from an hour on', () => {
    const calls = toolCalls([
      { server: 'ledger', fromHoursAgo: 45.5, errorRate: 1, slower: 10 },
    ]);
    const from = Date.parse('2026-11-18T12:00:00Z');
    const [before, after] = [
      calls.filter(({ occurredAtMs }) => occurredAtMs < from),
      calls.filter(({ occurredAtMs }) => occurredAtMs >= from),
    ];
    expect(before.some(({ measures }) => measures.isError)).toBe(false);
    expect(after.every(({ measures }) => measures.isError)).toBe(true);
    expect(new Set(after.map(({ agent }) => agent)).size).toBe(2);
  });

  it('has an agent that falls silent, and one that works more', () => {
    const usual = toolCalls();
    const changed = toolCalls([
      { agent: 'clerk', fromHoursAgo: 200, sessions: 0 },
      { agent: 'scout', fromHoursAgo: 200, sessions: 5 },
    ]);
    const count = (calls: typeof usual, name: string) =>
      calls.filter(({ agent }) => agent === name).length;
    expect(count(changed, 'clerk')).toBe(0);
    expect(count(changed, 'scout')).toBeGreaterThan(4 * count(usual, 'scout'));
  });
});
