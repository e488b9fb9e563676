import type { Bump, Verdict } from '@mcp-portal/mcp-contract';
import type {
  ServerVersion,
  VersionStatus,
} from '@mcp-portal/plugin-mcp-registry-common';

/** What `versions`, `snapshots` and `servers` say of a version. */
export interface VersionRow {
  id: number;
  server_id: number;
  version: string;
  status: VersionStatus;
  sha256: string;
  changelog: string | null;
  published_at: string;
  published_by: string;
  base: string | null;
  verdict: Verdict;
  required_bump: Bump;
  smallest_version: string;
  breaking: number;
  additive: number;
  behavioural: number;
  cosmetic: number;
  highlights: string;
  override: string | null;
  acceptance: string | null;
  deprecation: string | null;
  deletion: string | null;
  tools: number;
  /** The server's. */
  published_version: string | null;
  snapshot: string | null;
  sample: boolean | number;
}

/** The columns of {@link VersionRow}. */
export const VERSION_COLUMNS = [
  'versions.id',
  'versions.server_id',
  'versions.version',
  'versions.status',
  'versions.sha256',
  'versions.changelog',
  'versions.published_at',
  'versions.published_by',
  'versions.base',
  'versions.verdict',
  'versions.required_bump',
  'versions.smallest_version',
  'versions.breaking',
  'versions.additive',
  'versions.behavioural',
  'versions.cosmetic',
  'versions.highlights',
  'versions.override',
  'versions.acceptance',
  'versions.deprecation',
  'versions.deletion',
  'snapshots.tools',
  'servers.published_version',
  'servers.snapshot',
  'servers.sample',
];

/** A row as the API shows it. */
export function toServerVersion(row: VersionRow): ServerVersion {
  return {
    version: row.version,
    status: row.status,
    snapshot: row.sha256,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    changelog: row.changelog ?? undefined,
    base: row.base ?? undefined,
    verdict: row.verdict,
    counts: {
      breaking: row.breaking,
      additive: row.additive,
      behavioural: row.behavioural,
      cosmetic: row.cosmetic,
    },
    highlights: JSON.parse(row.highlights),
    override: readJson(row.override),
    acceptance: readJson(row.acceptance),
    deprecation: readJson(row.deprecation),
    deletion: readJson(row.deletion),
    latest: row.version === row.published_version,
    live: row.sha256 === row.snapshot,
    tools: row.tools,
    sample: Boolean(row.sample),
  };
}

function readJson<T>(text: string | null): T | undefined {
  return text === null ? undefined : JSON.parse(text);
}
