import { randomUUID } from 'node:crypto';

import { Knex } from 'knex';

import type { ServerRow } from '../servers/serverRow';
import type { ServerSearchIndex } from '../servers/ServerSearchIndex';
import type { AttemptRecord } from './IntrospectionStore';
import { countContract, writeSnapshot } from './writeSnapshot';

/** How many attempts of a server are kept; the days keep the rest. */
const KEPT_ATTEMPTS = 200;
/** How many days are kept: as many as the API gives at most. */
const KEPT_DAYS_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * Writes one attempt with all that follows from it: the snapshot that was seen,
 * the tools to be found by, the day's counts, and how the server is now.
 *
 * @returns whether it offers something else than before
 */
export async function writeAttempt(
  tx: Knex,
  searchIndex: ServerSearchIndex,
  server: ServerRow,
  record: AttemptRecord,
): Promise<{ newContract: boolean }> {
  const { answer } = record;
  const startedAt = record.startedAt.toISOString();
  await tx('attempts').insert({
    id: randomUUID(),
    server_id: server.id,
    started_at: startedAt,
    latency_ms: answer.latencyMs,
    outcome: answer.outcome,
    error: answer.error ?? null,
    trigger: record.trigger,
    transport: answer.transport ?? null,
    endpoint: answer.endpoint ?? null,
    credential: answer.credential ?? null,
    sha256: answer.snapshot?.sha256 ?? null,
  });
  await forgetOldAttempts(tx, server.id);
  await countDay(tx, server.id, startedAt.slice(0, 10), answer);
  await forgetOldDays(tx, server.id, record.startedAt);

  const { snapshot } = answer;
  if (snapshot) {
    await writeSnapshot(tx, searchIndex, server, { snapshot, ...record });
  }
  await tx('servers')
    .where('id', server.id)
    .update({
      health: record.health.level,
      health_reason: record.health.reason,
      last_attempt_at: startedAt,
      next_attempt_at: record.nextAttemptAt.toISOString(),
      ...(!record.keepsClaim && { claimed_until: null }),
      ...(snapshot
        ? {
            failures: 0,
            last_good_at: startedAt,
            snapshot: snapshot.sha256,
            seen_version: answer.serverInfo?.version ?? null,
            ...countContract(snapshot.contract),
          }
        : { failures: server.failures + 1 }),
    });
  return {
    newContract: Boolean(snapshot && snapshot.sha256 !== server.snapshot),
  };
}

async function forgetOldAttempts(tx: Knex, serverId: number): Promise<void> {
  const oldest = await tx('attempts')
    .where('server_id', serverId)
    .orderBy('started_at', 'desc')
    .offset(KEPT_ATTEMPTS)
    .first('started_at');
  if (oldest) {
    await tx('attempts')
      .where('server_id', serverId)
      .where('started_at', '<=', oldest.started_at)
      .delete();
  }
}

async function forgetOldDays(
  tx: Knex,
  serverId: number,
  today: Date,
): Promise<void> {
  const oldest = new Date(today.getTime() - KEPT_DAYS_MS);
  await tx('health_days')
    .where('server_id', serverId)
    .where('day', '<=', oldest.toISOString().slice(0, 10))
    .delete();
}

async function countDay(
  tx: Knex,
  serverId: number,
  day: string,
  answer: AttemptRecord['answer'],
): Promise<void> {
  if (answer.outcome === 'refused') {
    // Nobody was asked: it says nothing of how the server did.
    return;
  }
  const ok = answer.outcome === 'ok';
  const counts = {
    ok: ok ? 1 : 0,
    failed: ok ? 0 : 1,
    ok_latency_ms: ok ? answer.latencyMs : 0,
  };
  await tx('health_days')
    .insert({ server_id: serverId, day, ...counts })
    .onConflict(['server_id', 'day'])
    .merge({
      ok: tx.raw('health_days.ok + ?', [counts.ok]),
      failed: tx.raw('health_days.failed + ?', [counts.failed]),
      ok_latency_ms: tx.raw('health_days.ok_latency_ms + ?', [
        counts.ok_latency_ms,
      ]),
    });
}
