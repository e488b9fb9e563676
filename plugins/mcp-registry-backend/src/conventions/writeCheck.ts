import type { ConventionReport } from '@mcp-portal/mcp-contract';
import { Knex } from 'knex';

import type { ConventionCheck } from './ConventionStore';

/** How many days are kept: as many as the API gives at most. */
const KEPT_DAYS_MS = 90 * 24 * 60 * 60 * 1000;

/** Writes a check in the place of the last one. */
export async function writeCheck(
  tx: Knex,
  serverId: number,
  now: Date,
  check: ConventionCheck,
): Promise<void> {
  const { report } = check;
  await tx('server_conventions')
    .insert({
      server_id: serverId,
      fingerprint: check.fingerprint,
      report: JSON.stringify(report),
      score: report.score,
      errors: countPlaces(report, 'error'),
      warnings: countPlaces(report, 'warning'),
      sha256: check.snapshot,
      tokens: report.toolListTokens ?? null,
      checked_at: now.toISOString(),
    })
    .onConflict('server_id')
    .merge();

  await tx('broken_conventions').where('server_id', serverId).delete();
  const broken = report.conventions.filter(
    ({ outcome }) => outcome === 'broken',
  );
  if (broken.length) {
    await tx('broken_conventions').insert(
      broken.map(({ id }) => ({ server_id: serverId, convention: id })),
    );
  }
}

/** Writes the score as that of the day, and forgets days that are too old. */
export async function writeDay(
  tx: Knex,
  serverId: number,
  now: Date,
): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  const checked: { score: number } | undefined = await tx('server_conventions')
    .where('server_id', serverId)
    .first('score');
  if (!checked) {
    return;
  }
  const { score } = checked;
  await tx('convention_days')
    .insert({ server_id: serverId, day, score })
    .onConflict(['server_id', 'day'])
    .merge();
  const oldest = new Date(now.getTime() - KEPT_DAYS_MS);
  await tx('convention_days')
    .where('server_id', serverId)
    .where('day', '<', oldest.toISOString().slice(0, 10))
    .delete();
}

function countPlaces(
  { conventions }: ConventionReport,
  severity: 'error' | 'warning',
): number {
  return conventions
    .filter(convention => convention.severity === severity)
    .reduce((sum, { broken }) => sum + broken, 0);
}
