import { fillRegistry, teamRef } from './fillRegistry';
import { generateServers } from './generateServers';
import { openDatabases } from './openDatabases';
import { ms, percentile } from './percentiles';
import { printTable } from './printTable';
import { startRegistryBackend } from './registryBackend';

const SIZES = [100, 10_000];
const TOOLS_PER_SERVER = 20;
const ROUNDS = 30;

/** What people do on the Servers page. */
const QUERIES: Record<string, string[]> = {
  list: [
    '',
    'offset=25',
    'sort=health',
    'sort=dependents&order=desc',
    'health=problem&health=attention',
    `owner=${encodeURIComponent(teamRef(3))}`,
    'trust=internal&lifecycle=production&sort=tools&order=desc',
  ],
  search: [
    'search=invoice',
    'search=create',
    'search=quokka',
    'search=cancel+shipment',
    'search=inv',
    'search=billing+ledger+rotate',
    'search=payment&health=good&sort=name',
    'search=zzz',
  ],
  facets: ['', 'search=invoice', 'trust=internal'],
  // What people write into the form for a new server: short, long, half-typed, and
  // with nothing but the most frequent words.
  similar: [
    'find an invoice and explain its lines',
    'rotate the ledger of billing and cancel a shipment for a payment',
    'create list',
    'inv',
    'quokka inventory',
    'translate recipes to klingon',
    generateServers(4, 20)
      .map(({ purpose }) => purpose)
      .join('. '),
  ].map(text => `text=${encodeURIComponent(text)}`),
};

const PATHS: Record<string, string> = {
  facets: '/servers/facets',
  similar: '/servers/similar',
};

interface Figures {
  p50: number;
  p95: number;
}

/**
 * p50 and p95 of list, search, facets and what is similar over HTTP, by a member
 * of one team, at 100 and at 10,000 servers with 20 tools each, on both databases.
 */
export async function benchListAndSearch(): Promise<void> {
  const figures = new Map<string, Figures>();
  const engines = new Set<string>();
  for (const size of SIZES) {
    for (const database of await openDatabases()) {
      const { engine, knex } = database;
      engines.add(engine);
      process.stderr.write(`filling ${engine} with ${size} servers\n`);
      await fillRegistry(knex, generateServers(size, TOOLS_PER_SERVER));
      // As a database is after a while: with statistics, and swept.
      await knex.raw(engine === 'SQLite' ? 'ANALYZE' : 'VACUUM ANALYZE');
      const backend = await startRegistryBackend(knex);
      for (const [kind, queries] of Object.entries(QUERIES)) {
        figures.set(
          `${engine} ${kind} ${size}`,
          await measure(backend.baseUrl, kind, queries),
        );
      }
      await backend.stop();
      await database.close();
    }
  }
  const rows = [...engines].flatMap(engine =>
    Object.keys(QUERIES).map(kind => {
      const [few, many] = SIZES.map(
        size => figures.get(`${engine} ${kind} ${size}`)!,
      );
      return [
        `${kind}, ${engine}`,
        ms(few.p50),
        ms(few.p95),
        ms(many.p50),
        ms(many.p95),
        `${(many.p95 / few.p95).toFixed(1)} x`,
      ];
    }),
  );
  printTable(
    'List, search and facets over HTTP, in milliseconds (goal: p95 at 10,000 under 50 and under 3 x that at 100; of what is similar under 100)',
    ['', '100 p50', '100 p95', '10,000 p50', '10,000 p95', 'p95 ratio'],
    rows,
  );
}

async function measure(
  baseUrl: string,
  kind: string,
  queries: string[],
): Promise<Figures> {
  const path = PATHS[kind] ?? '/servers';
  const call = async (query: string) => {
    const started = performance.now();
    const response = await fetch(`${baseUrl}${path}?${query}`, {
      headers: { Authorization: 'Bearer mock-user-token' },
    });
    const body = await response.text();
    if (!response.ok) {
      throw new Error(`${path}?${query} answered ${response.status}: ${body}`);
    }
    return performance.now() - started;
  };
  const times: number[] = [];
  const byQuery = new Map<string, number[]>();
  for (const query of queries) {
    await call(query);
    await call(query);
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of queries) {
      const time = await call(query);
      times.push(time);
      byQuery.set(query, [...(byQuery.get(query) ?? []), time]);
    }
  }
  if (process.env.BENCH_DETAILS) {
    for (const [query, values] of byQuery) {
      process.stderr.write(
        `  ${path}?${query}: p50 ${ms(percentile(values, 0.5))}, p95 ${ms(
          percentile(values, 0.95),
        )}\n`,
      );
    }
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
