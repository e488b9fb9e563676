import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import knexFactory, { Knex } from 'knex';

export interface BenchDatabase {
  engine: 'SQLite' | 'PostgreSQL';
  knex: Knex;
  close(): Promise<void>;
}

let openedDatabases = 0;

/** A fresh database on each engine, set up as Backstage does. */
export async function openDatabases(): Promise<BenchDatabase[]> {
  return [openSqlite(), await openPostgres()];
}

function openSqlite(): BenchDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-portal-bench-'));
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'bench.sqlite') },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (
        connection: { pragma(text: string): void },
        done: () => void,
      ) => {
        connection.pragma('foreign_keys = ON');
        connection.pragma('journal_mode = WAL');
        done();
      },
    },
  });
  return {
    engine: 'SQLite',
    knex,
    close: async () => {
      await knex.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A fresh database in the server that the launcher brings. */
export async function openPostgres(): Promise<BenchDatabase> {
  const url = process.env.BENCH_POSTGRES_URL;
  if (!url) {
    throw new Error(
      'BENCH_POSTGRES_URL is not set. Start the benchmark with `npm run bench`, which brings a PostgreSQL.',
    );
  }
  const admin = knexFactory({ client: 'pg', connection: url });
  const name = `bench_${process.pid}_${openedDatabases++}`;
  await admin.raw('CREATE DATABASE ??', [name]);
  const database = new URL(url);
  database.pathname = name;
  const knex = knexFactory({ client: 'pg', connection: database.href });
  return {
    engine: 'PostgreSQL',
    knex,
    close: async () => {
      await knex.destroy();
      await admin.raw('DROP DATABASE ??', [name]);
      await admin.destroy();
    },
  };
}
