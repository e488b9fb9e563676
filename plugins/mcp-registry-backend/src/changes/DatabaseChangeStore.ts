import {
  CHANGE_CLASSES,
  type ChangeClass,
  type Verdict,
} from '@mcp-portal/mcp-contract';
import type {
  ChangedServer,
  ChangePage,
  ChangeQuery,
  Deprecation,
  Page,
  RemovalQuery,
} from '@mcp-portal/plugin-mcp-registry-common';
import { InputError } from '@backstage/errors';
import { Knex } from 'knex';

import type { Scope } from '../access';
import {
  toServerVersion,
  VERSION_COLUMNS,
  VersionRow,
} from '../versions/versionRow';
import type { ChangeStore, KeptRemoval } from './ChangeStore';
import { whereChanged } from './whereChanged';

const DEFAULT_LIMIT = 25;

interface ChangedServerRow {
  ref: string;
  name: string;
  namespace: string;
  title: string | null;
  owner_ref: string;
  owner_exists: boolean | number;
  owner_title: string | null;
}

const SERVER_COLUMNS = [
  'servers.ref',
  'servers.name',
  'servers.namespace',
  'servers.title',
  'servers.owner_ref',
  'servers.owner_exists',
  'servers.owner_title',
];

/**
 * Reads changes and removals from the registry's database.
 */
export class DatabaseChangeStore implements ChangeStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(scope: Scope, query: ChangeQuery): Promise<ChangePage> {
    const counted: { verdict: Verdict; total: number | string }[] =
      await this.#changes(scope, { ...query, class: undefined })
        .groupBy('versions.verdict')
        .select('versions.verdict')
        .count({ total: '*' });
    const totals = new Map(
      counted.map(({ verdict, total }) => [verdict, Number(total)]),
    );
    const wanted = query.class?.length ? query.class : [...totals.keys()];
    const rows: (VersionRow & ChangedServerRow)[] = await this.#changes(
      scope,
      query,
    )
      .join('snapshots', 'snapshots.sha256', 'versions.sha256')
      .orderBy([
        { column: 'versions.published_at', order: 'desc' },
        { column: 'versions.id', order: 'desc' },
      ])
      .limit(query.limit ?? DEFAULT_LIMIT)
      .offset(query.offset ?? 0)
      .select([...VERSION_COLUMNS, ...SERVER_COLUMNS]);
    return {
      totalItems: [...new Set(wanted)].reduce(
        (sum, verdict) => sum + (totals.get(verdict) ?? 0),
        0,
      ),
      items: rows.map(row => ({
        ...toServerVersion(row),
        server: toChangedServer(row),
      })),
      counts: Object.fromEntries(
        CHANGE_CLASSES.map(name => [name, totals.get(name) ?? 0]),
      ) as Record<ChangeClass, number>,
    };
  }

  async removals(
    scope: Scope,
    query: RemovalQuery,
  ): Promise<Page<KeptRemoval>> {
    const removals = () =>
      this.#knex('versions')
        .join('servers', 'servers.id', 'versions.server_id')
        .modify(whereChanged, scope, query)
        .where('versions.status', 'deprecated');
    const [{ total }] = await removals().count({ total: '*' });
    const rows: (ChangedServerRow & {
      version: string;
      deprecation: string;
    })[] = await removals()
      .orderByRaw('CASE WHEN versions.sunset_on IS NULL THEN 1 ELSE 0 END')
      .orderBy(['versions.sunset_on', 'servers.sort_name', 'versions.id'])
      .limit(query.limit ?? DEFAULT_LIMIT)
      .offset(query.offset ?? 0)
      .select([...SERVER_COLUMNS, 'versions.version', 'versions.deprecation']);
    return {
      totalItems: Number(total),
      items: rows.map(row => {
        const { sunsetOn, reason, replacement }: Deprecation = JSON.parse(
          row.deprecation,
        );
        return {
          server: toChangedServer(row),
          version: row.version,
          status: 'deprecated',
          sunsetOn,
          reason,
          replacement,
        };
      }),
    };
  }

  #changes(scope: Scope, query: ChangeQuery): Knex.QueryBuilder {
    const changes = this.#knex('versions')
      .join('servers', 'servers.id', 'versions.server_id')
      .modify(whereChanged, scope, query);
    if (query.class?.length) {
      changes.whereIn('versions.verdict', query.class);
    }
    if (query.from) {
      changes.where('versions.published_at', '>=', toInstant(query.from));
    }
    if (query.to) {
      changes.where('versions.published_at', '<', toInstant(query.to));
    }
    return changes;
  }
}

/** As instants are kept: they are compared as text. */
function toInstant(text: string): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) {
    throw new InputError(
      `${JSON.stringify(
        text,
      )} is no instant. Write it as 2027-01-31T10:00:00Z.`,
    );
  }
  return instant.toISOString();
}

function toChangedServer(row: ChangedServerRow): ChangedServer {
  return {
    ref: row.ref,
    name: row.name,
    namespace: row.namespace,
    title: row.title ?? undefined,
    owner: {
      ref: row.owner_ref,
      exists: Boolean(row.owner_exists),
      title: row.owner_title ?? undefined,
    },
  };
}
