import { Knex } from 'knex';

import { Extent, whereInExtent } from '../access';

/**
 * The servers of an extent whose live contract is none of those that are
 * published, each with what is kept of that drift, if anything is. That a
 * version was published or deleted shows at once: nothing has to be brought up
 * to date.
 */
export function findOpenDrifts(knex: Knex, extent: Extent): Knex.QueryBuilder {
  return knex('servers')
    .modify(whereInExtent, extent, 'servers')
    .whereNull('servers.removed_at')
    .whereNotNull('servers.published_version')
    .whereNotNull('servers.snapshot')
    .whereNotExists(
      knex('versions')
        .select(knex.raw('1'))
        .where('versions.server_id', knex.ref('servers.id'))
        .where('versions.sha256', knex.ref('servers.snapshot'))
        .whereNot('versions.status', 'deleted'),
    )
    .join('versions as published', version =>
      version
        .on('published.server_id', 'servers.id')
        .andOn('published.version', 'servers.published_version'),
    )
    .leftJoin('drifts', drift =>
      drift
        .on('drifts.server_id', 'servers.id')
        .andOn('drifts.version', 'servers.published_version')
        .andOn('drifts.sha256', 'servers.snapshot'),
    );
}

const LIVE_SINCE = `(
  SELECT min(server_snapshots.first_seen_at) FROM server_snapshots
  WHERE server_snapshots.server_id = servers.id
  AND server_snapshots.sha256 = servers.snapshot
)`;
/**
 * No answer has shown this drift yet: another version was published since the
 * last one, of what was live before, or of what is not live yet.
 */
const UNOBSERVED_SINCE = `CASE WHEN ${LIVE_SINCE} > published.published_at
  THEN ${LIVE_SINCE} ELSE published.published_at END`;

/** The columns of `DriftRow`. */
export function driftColumns(knex: Knex): (string | Knex.Raw)[] {
  return [
    'servers.id as server_id',
    'servers.ref',
    'servers.name',
    'servers.namespace',
    'servers.title',
    'servers.owner_ref',
    'servers.owner_exists',
    'servers.owner_title',
    'servers.visibility',
    'servers.published_version as version',
    'servers.snapshot as sha256',
    knex.raw(
      `coalesce(drifts.first_seen_at, ${UNOBSERVED_SINCE}) as first_seen_at`,
    ),
    'servers.last_good_at as last_seen_at',
    'drifts.class',
    'drifts.settings',
    'drifts.notified_at',
    'drifts.acknowledged_at',
    'drifts.acknowledged_by',
    'drifts.acknowledged_reason',
  ];
}
