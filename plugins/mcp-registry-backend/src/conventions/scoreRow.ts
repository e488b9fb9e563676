import type { ServerScore } from '@mcp-portal/plugin-mcp-registry-common';

/** What `servers` and `server_conventions` say of a server's score. */
export interface ScoreRow {
  id: number;
  ref: string;
  name: string;
  title: string | null;
  owner_ref: string;
  owner_exists: boolean | number;
  owner_title: string | null;
  sample: boolean | number;
  score: number | null;
  errors: number | null;
  warnings: number | null;
  tokens: number | null;
  checked_at: string | null;
}

/** The columns of {@link ScoreRow}. */
export const SCORE_COLUMNS = [
  'servers.id',
  'servers.ref',
  'servers.name',
  'servers.title',
  'servers.owner_ref',
  'servers.owner_exists',
  'servers.owner_title',
  'servers.sample',
  'server_conventions.score',
  'server_conventions.errors',
  'server_conventions.warnings',
  'server_conventions.tokens',
  'server_conventions.checked_at',
];

export function toServerScore(row: ScoreRow, before?: number): ServerScore {
  return {
    ref: row.ref,
    name: row.name,
    title: row.title ?? undefined,
    owner: {
      ref: row.owner_ref,
      exists: Boolean(row.owner_exists),
      title: row.owner_title ?? undefined,
    },
    score: row.score ?? undefined,
    before,
    errors: row.errors ?? 0,
    warnings: row.warnings ?? 0,
    toolListTokens: row.tokens ?? undefined,
    checkedAt: row.checked_at ?? undefined,
    sample: Boolean(row.sample),
  };
}
