import type {
  ContractCounts,
  DataSensitivity,
  HealthLevel,
  ServerSummary,
  Trust,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { IndexedServer } from './ServerIndexStore';

/** A row of the table `servers`, as both databases return it. */
export interface ServerRow {
  id: number;
  ref: string;
  namespace: string;
  name: string;
  title: string | null;
  purpose: string | null;
  name_words: string;
  about_words: string;
  owner_ref: string;
  owner_exists: boolean | number;
  owner_title: string | null;
  lifecycle: string;
  system_ref: string | null;
  trust: Trust;
  visibility: Visibility;
  data_sensitivity: DataSensitivity | null;
  sample: boolean | number;
  declared: string;
  health: HealthLevel;
  health_reason: string;
  last_attempt_at: string | null;
  last_good_at: string | null;
  failures: number;
  claimed_until: string | null;
  snapshot: string | null;
  seen_version: string | null;
  published_version: string | null;
  tools: number | null;
  prompts: number | null;
  resources: number | null;
  resource_templates: number | null;
}

/** The columns of {@link ServerRow}. */
export const SERVER_COLUMNS = [
  'id',
  'ref',
  'namespace',
  'name',
  'title',
  'purpose',
  'owner_ref',
  'owner_exists',
  'owner_title',
  'lifecycle',
  'system_ref',
  'trust',
  'visibility',
  'data_sensitivity',
  'sample',
  'declared',
  'health',
  'health_reason',
  'last_attempt_at',
  'last_good_at',
  'failures',
  'claimed_until',
  'snapshot',
  'seen_version',
  'published_version',
  'tools',
  'prompts',
  'resources',
  'resource_templates',
].map(column => `servers.${column}`);

/** A row as the API shows it, without what other tables know. */
export function toServerSummary(row: ServerRow, now: Date): ServerSummary {
  const declared = readDeclared(row);
  return {
    ref: row.ref,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    purpose: row.purpose ?? undefined,
    owner: {
      ref: row.owner_ref,
      exists: Boolean(row.owner_exists),
      title: row.owner_title ?? undefined,
    },
    lifecycle: row.lifecycle,
    system: row.system_ref ?? undefined,
    trust: row.trust,
    visibility: row.visibility,
    dataSensitivity: row.data_sensitivity ?? undefined,
    sample: Boolean(row.sample),
    version:
      row.published_version ??
      newestVersion(declared) ??
      row.seen_version ??
      undefined,
    health: {
      level: row.health,
      reason: row.health_reason,
      lastAttemptAt: row.last_attempt_at ?? undefined,
      lastGoodAt: row.last_good_at ?? undefined,
      stale: row.snapshot !== null && row.failures > 0,
      running:
        row.claimed_until !== null && row.claimed_until > now.toISOString(),
    },
    counts: readCounts(row),
    dependents: 0,
  };
}

export function readDeclared(row: ServerRow): IndexedServer['declared'] {
  return JSON.parse(row.declared);
}

/** What a registry publishes, else the version of the package, if they agree. */
function newestVersion(
  declared: IndexedServer['declared'],
): string | undefined {
  if (declared.registryVersion) {
    return declared.registryVersion;
  }
  const versions = new Set(
    declared.packages.flatMap(entry => entry.version ?? []),
  );
  return versions.size === 1 ? [...versions][0] : undefined;
}

function readCounts(row: ServerRow): ContractCounts | undefined {
  return row.snapshot === null
    ? undefined
    : {
        tools: row.tools ?? 0,
        prompts: row.prompts ?? 0,
        resources: row.resources ?? 0,
        resourceTemplates: row.resource_templates ?? 0,
      };
}
