import type { ReportedUsage } from '../ingestion';
import { makeSession } from './makeSession';
import { SampleAgent, sampleAgents, SampleProfile } from './SampleProfile';
import { SampleTimeline } from './SampleTimeline';
import { SeededRandom } from './SeededRandom';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MONTH_DAYS = 30;
/** When people are at work: around noon, UTC. */
const BUSIEST_HOUR = 12.5;
const HOURS_AROUND = 3.2;

/**
 * The sample usage of one day, by team. The same day is always the same,
 * whenever it is made.
 *
 * @param options - `dayMs`: start of the day, UTC; `startedAtMs`: the first start
 */
export function makeSampleDay(options: {
  profile: SampleProfile;
  dayMs: number;
  startedAtMs: number;
}): Map<string, Omit<ReportedUsage, 'index'>[]> {
  const { profile, dayMs, startedAtMs } = options;
  const timeline = new SampleTimeline({
    incidents: profile.incidents,
    startedAtMs,
  });
  const day = new Date(dayMs).toISOString().slice(0, 10);
  const byTeam = new Map<string, Omit<ReportedUsage, 'index'>[]>();
  for (const agent of sampleAgents(profile)) {
    const random = new SeededRandom(`${agent.agent} ${day}`);
    const usage = byTeam.get(agent.team) ?? [];
    byTeam.set(agent.team, usage);
    const starts = startTimes({ agent, dayMs, startedAtMs, timeline, random });
    starts.forEach((startMs, session) => {
      const id = `sample/${agent.agent}/${day}/${session}`;
      usage.push(
        ...makeSession({
          id,
          agent,
          startMs,
          timeline,
          random: new SeededRandom(id),
        }),
      );
    });
  }
  return byTeam;
}

function startTimes(options: {
  agent: SampleAgent;
  dayMs: number;
  startedAtMs: number;
  timeline: SampleTimeline;
  random: SeededRandom;
}): number[] {
  const { agent, dayMs, startedAtMs, timeline, random } = options;
  const weekday = new Date(dayMs).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  const monthsAgo = (startedAtMs - dayMs) / (MONTH_DAYS * DAY_MS);
  const usual = random.count(
    agent.sessionsPerDay *
      (isWeekend ? agent.weekendShare : 1) *
      (1 + agent.growthPerMonth) ** -monthsAgo *
      random.logNormal(0.12),
  );
  return Array.from({ length: usual }, () => timeOfDay(dayMs, random)).flatMap(
    startMs => {
      const { sessions } = timeline.of({ agent: agent.agent }, startMs);
      return Array.from(
        { length: random.count(sessions) },
        (_, extra) => startMs + extra * 61_000,
      );
    },
  );
}

function timeOfDay(dayMs: number, random: SeededRandom): number {
  const hour = BUSIEST_HOUR + HOURS_AROUND * random.normal();
  const within = Math.min(Math.max(hour, 0), 23.9);
  return dayMs + within * HOUR_MS;
}
