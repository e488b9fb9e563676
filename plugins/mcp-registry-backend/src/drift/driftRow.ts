import type { ChangeClass } from '@mcp-portal/mcp-contract';
import type { Visibility } from '@mcp-portal/plugin-mcp-registry-common';

import type { KeptDrift } from './DriftStore';

/** What `servers`, `drifts` and `server_snapshots` say of an open drift. */
export interface DriftRow {
  server_id: number;
  ref: string;
  name: string;
  namespace: string;
  title: string | null;
  owner_ref: string;
  owner_exists: boolean | number;
  owner_title: string | null;
  visibility: Visibility;
  version: string;
  sha256: string;
  first_seen_at: string;
  last_seen_at: string;
  class: ChangeClass | null;
  settings: string | null;
  notified_at: string | null;
  acknowledged_at: string | null;
  acknowledged_by: string | null;
  acknowledged_reason: string | null;
}

export function toKeptDrift(row: DriftRow): KeptDrift {
  return {
    ref: row.ref,
    version: row.version,
    snapshot: row.sha256,
    server: {
      ref: row.ref,
      name: row.name,
      namespace: row.namespace,
      title: row.title ?? undefined,
      owner: {
        ref: row.owner_ref,
        exists: Boolean(row.owner_exists),
        title: row.owner_title ?? undefined,
      },
    },
    visibility: row.visibility,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    judged:
      row.class && row.settings
        ? { class: row.class, settings: row.settings }
        : undefined,
    notifiedAt: row.notified_at ?? undefined,
    acknowledgement:
      row.acknowledged_at === null
        ? undefined
        : {
            at: row.acknowledged_at,
            by: row.acknowledged_by ?? '',
            reason: row.acknowledged_reason ?? '',
          },
  };
}
