import type { Contract } from '@mcp-portal/mcp-contract';
import type {
  Act,
  Attempt,
  HealthDay,
  SeenContract,
  SeenSnapshot,
  ServerDetail,
  ServerVersionDetail,
} from '@mcp-portal/plugin-mcp-registry-common';

/** A server of the fake registry, with everything that is kept of it. */
export interface FakeServer {
  detail: ServerDetail;
  contract?: Contract;
  attempts: Attempt[];
  days: HealthDay[];
  snapshots: SeenSnapshot[];
  /** What was published, newest first. */
  versions: ServerVersionDetail[];
  driftAcknowledgement?: Act;
}

/** The instant that all fake data is relative to. */
export const NOW = new Date('2026-11-21T09:00:00.000Z');

export function minutesAgo(minutes: number, from: Date = NOW): string {
  return new Date(from.getTime() - minutes * 60_000).toISOString();
}

/** 64 hex digits that depend on a text only. */
export function fakeSha256(text: string): string {
  let state = 2166136261;
  let hex = '';
  for (let part = 0; part < 8; part++) {
    for (const char of `${part}${text}`) {
      state = Math.imul(state ^ char.charCodeAt(0), 16777619) >>> 0;
    }
    hex += state.toString(16).padStart(8, '0');
  }
  return hex;
}

/** What to say of a server; the rest follows. */
export interface FakeServerOptions
  extends Partial<Omit<ServerDetail, 'health' | 'owner' | 'counts' | 'seen'>> {
  name: string;
  owner?: ServerDetail['owner'];
  health?: Partial<ServerDetail['health']>;
  contract?: Contract;
  serverInfo?: SeenContract['serverInfo'];
  credential?: string;
  /** Worked out when somebody asks: it takes a while. */
  versions?: () => ServerVersionDetail[];
  driftAcknowledgement?: Act;
  /** Minutes since it last answered. */
  lastGood?: number;
  /** Relative to this instant; the real one in the dev app. */
  now?: Date;
}

export function fakeServer(options: FakeServerOptions): FakeServer {
  const {
    contract,
    serverInfo,
    credential,
    lastGood = 3,
    now = NOW,
    health,
    versions = () => [],
    driftAcknowledgement,
    ...given
  } = options;
  const level = health?.level ?? (contract ? 'good' : 'unknown');
  const failing = level === 'problem' || Boolean(health?.stale);
  const lastAttemptAt = level === 'unknown' ? undefined : minutesAgo(3, now);
  const lastGoodAt = contract ? minutesAgo(lastGood, now) : undefined;
  const seen: SeenContract | undefined = contract && {
    snapshot: fakeSha256(options.name),
    firstSeenAt: minutesAgo(60 * 24 * 12, now),
    lastSeenAt: lastGoodAt!,
    sizeBytes: JSON.stringify(contract).length,
    protocolVersion: '2026-07-28',
    serverInfo,
    credential,
  };
  const counts = contract && {
    tools: contract.tools.length,
    prompts: contract.prompts.length,
    resources: contract.resources.length,
    resourceTemplates: contract.resourceTemplates.length,
  };
  const detail: ServerDetail = {
    ref: `api:${given.namespace ?? 'default'}/${given.name}`,
    namespace: 'default',
    owner: {
      ref: 'group:default/developer-experience',
      exists: true,
      title: 'Developer Experience',
    },
    lifecycle: 'production',
    trust: 'internal',
    visibility: 'organisation',
    sample: true,
    dependents: 0,
    remotes: [],
    packages: [],
    tags: [],
    links: [],
    mayIntrospect: true,
    mayPublish: true,
    mayOverride: false,
    ...given,
    counts,
    seen,
    health: {
      level,
      reason: contract
        ? 'It answered at the last attempt.'
        : 'Nobody has asked it yet.',
      lastAttemptAt,
      lastGoodAt,
      stale: false,
      running: false,
      ...health,
    },
  };
  let known: ServerVersionDetail[] | undefined;
  return {
    get versions() {
      known ??= versions();
      return known;
    },
    set versions(changed) {
      known = changed;
    },
    detail,
    contract,
    attempts: lastAttemptAt ? fakeAttempts(detail, failing, now) : [],
    days: lastAttemptAt ? fakeDays(failing, Boolean(contract), now) : [],
    driftAcknowledgement,
    snapshots: seen ? fakeSnapshots(seen, counts!, now) : [],
  };
}

function fakeAttempts(
  detail: ServerDetail,
  failing: boolean,
  now: Date,
): Attempt[] {
  const remote = detail.remotes[0];
  return Array.from({ length: 40 }, (_, index) => {
    const failed = failing ? index < 6 : index === 17;
    return {
      id: `${detail.name}-${index}`,
      startedAt: minutesAgo(3 + index * 30, now),
      latencyMs: failed ? 10_000 : 180 + ((index * 37) % 220),
      outcome: failed ? 'unreachable' : 'ok',
      error: failed ? detail.health.reason : undefined,
      trigger: index === 2 ? 'manual' : 'schedule',
      transport: remote?.type ?? 'stdio',
      endpoint: remote?.url ?? detail.packages[0]?.identifier,
      credential: detail.seen?.credential,
      snapshot: failed ? undefined : detail.seen?.snapshot,
    };
  });
}

function fakeDays(failing: boolean, answered: boolean, now: Date): HealthDay[] {
  return Array.from({ length: 26 }, (_, index) => {
    const age = 25 - index;
    const failed = (failing && age < 2) || !answered ? 40 : Number(age === 9);
    return {
      day: minutesAgo(age * 24 * 60, now).slice(0, 10),
      ok: answered ? 48 - failed : 0,
      failed,
      meanLatencyMs: answered ? 210 + ((age * 13) % 60) : undefined,
    };
  });
}

function fakeSnapshots(
  seen: SeenContract,
  counts: SeenSnapshot['counts'],
  now: Date,
): SeenSnapshot[] {
  return [
    { ...seen, counts, current: true },
    {
      ...seen,
      snapshot: fakeSha256(`${seen.snapshot} before`),
      firstSeenAt: minutesAgo(60 * 24 * 40, now),
      lastSeenAt: minutesAgo(60 * 24 * 12, now),
      counts: { ...counts, tools: Math.max(0, counts.tools - 1) },
      current: false,
    },
  ];
}
