import {
  type Change,
  CHANGE_CLASSES,
  type ChangeClass,
} from '@mcp-portal/mcp-contract';
import { Knex } from 'knex';
import { rsort } from 'semver';

import { likeDocument, searchWords } from '../search/searchWords';
import type { VersionDraft } from './VersionStore';

/** How many sentences stand for all the changes. */
const HIGHLIGHTS = 3;

/**
 * Writes a version; its snapshot is kept already.
 */
export async function writeVersion(
  tx: Knex,
  serverId: number,
  draft: VersionDraft,
): Promise<void> {
  const { deprecation } = draft;
  // The changes come the worst first.
  const highlights = draft.changes
    .slice(0, HIGHLIGHTS)
    .map(change => change.message);
  await tx('versions').insert({
    server_id: serverId,
    version: draft.version,
    status: deprecation ? 'deprecated' : 'active',
    sha256: draft.sha256,
    server_json: writeJson(draft.serverJson),
    changelog: draft.changelog ?? null,
    words: likeDocument(
      [draft.changelog, ...highlights].flatMap(text => searchWords(text)),
    ),
    published_at: draft.publishedAt.toISOString(),
    published_by: draft.publishedBy,
    base: draft.base ?? null,
    verdict: draft.verdict,
    required_bump: draft.requiredBump,
    smallest_version: draft.smallestVersion,
    ...countChanges(draft.changes),
    highlights: JSON.stringify(highlights),
    changes: JSON.stringify(draft.changes),
    override: writeJson(draft.override),
    acceptance: writeJson(draft.acceptance),
    deprecation: writeJson(deprecation),
    sunset_on: deprecation?.sunsetOn ?? null,
  });
}

/**
 * Brings up to date which version of a server is the newest active release.
 */
export async function writePublishedVersion(
  tx: Knex,
  serverId: number,
): Promise<void> {
  const rows: { version: string }[] = await tx('versions')
    .where({ server_id: serverId, status: 'active' })
    .select('version');
  const [newest] = rsort(
    rows.map(row => row.version).filter(version => !version.includes('-')),
  );
  await tx('servers')
    .where('id', serverId)
    .update({ published_version: newest ?? null });
}

function countChanges(changes: Change[]): Record<ChangeClass, number> {
  return Object.fromEntries(
    CHANGE_CLASSES.map(changeClass => [
      changeClass,
      changes.filter(change => change.class === changeClass).length,
    ]),
  ) as Record<ChangeClass, number>;
}

function writeJson(value: object | undefined): string | null {
  return value ? JSON.stringify(value) : null;
}
