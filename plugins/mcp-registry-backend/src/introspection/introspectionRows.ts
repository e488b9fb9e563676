import type {
  Attempt,
  SeenSnapshot,
} from '@mcp-portal/plugin-mcp-registry-common';

/** A row of the table `attempts`. */
export interface AttemptRow {
  id: string;
  started_at: string;
  latency_ms: number;
  outcome: Attempt['outcome'];
  error: string | null;
  trigger: Attempt['trigger'];
  transport: string | null;
  endpoint: string | null;
  credential: string | null;
  sha256: string | null;
}

export function toAttempt(row: AttemptRow): Attempt {
  return {
    id: row.id,
    startedAt: row.started_at,
    latencyMs: row.latency_ms,
    outcome: row.outcome,
    error: row.error ?? undefined,
    trigger: row.trigger,
    transport: row.transport ?? undefined,
    endpoint: row.endpoint ?? undefined,
    credential: row.credential ?? undefined,
    snapshot: row.sha256 ?? undefined,
  };
}

/** What `server_snapshots`, `snapshots` and `servers` say of a seen snapshot. */
export interface SnapshotRow {
  sha256: string;
  credential: string;
  first_seen_at: string;
  last_seen_at: string;
  protocol_version: string | null;
  server_info: string | null;
  size_bytes: number;
  tools: number;
  prompts: number;
  resources: number;
  resource_templates: number;
  /** The server's current snapshot. */
  snapshot: string | null;
  failures: number;
}

export const SNAPSHOT_COLUMNS = [
  'server_snapshots.sha256',
  'server_snapshots.credential',
  'server_snapshots.first_seen_at',
  'server_snapshots.last_seen_at',
  'server_snapshots.protocol_version',
  'server_snapshots.server_info',
  'snapshots.size_bytes',
  'snapshots.tools',
  'snapshots.prompts',
  'snapshots.resources',
  'snapshots.resource_templates',
  'servers.snapshot',
  'servers.failures',
];

export function toSeenSnapshot(row: SnapshotRow): SeenSnapshot {
  return {
    snapshot: row.sha256,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    sizeBytes: row.size_bytes,
    protocolVersion: row.protocol_version ?? undefined,
    serverInfo: row.server_info ? JSON.parse(row.server_info) : undefined,
    credential: row.credential || undefined,
    counts: {
      tools: row.tools,
      prompts: row.prompts,
      resources: row.resources,
      resourceTemplates: row.resource_templates,
    },
    current: row.snapshot === row.sha256,
  };
}
