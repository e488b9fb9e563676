import { readOpenApiDocument } from '@mcp-portal/plugin-mcp-node';
import type { BudgetIncrease } from '@mcp-portal/plugin-mcp-cost-common';

import { describeOnBothDatabases } from './__testUtils__/databases';
import { ADA, DORA, PAYMENTS, PETRA } from './__testUtils__/people';
import { startTestCost, TestCost } from './__testUtils__/startTestCost';

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: unknown;
}

const METHODS = ['get', 'post', 'put', 'delete', 'head'];
/** Parts of addresses. */
const WORDS = [
  'a%00b',
  '%ED%A0%80',
  '%',
  '%2e%2e%2f',
  '-1',
  '1e400',
  '9223372036854775808',
  '__proto__',
  'x'.repeat(5_000),
];
/** Parts of bodies. */
const VALUES: unknown[] = [
  null,
  -1,
  2 ** 63,
  1e308,
  '',
  'a\u0000b',
  '\ud800',
  'x'.repeat(20_000),
  '9'.repeat(400),
  '1e400',
  [[]],
  { __proto: { a: 1 } },
];
const RAW = ['', '{', '{}trailing', 'nul', '\u0000', '['.repeat(50_000)];
const HEADERS: (Record<string, string> | undefined)[] = [
  undefined,
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=klingon' },
  { 'content-encoding': 'gzip' },
];
const PERIOD = 'from=2026-11-01&to=2026-11-21';

const BODIES: Record<string, Record<string, unknown>> = {
  '/prices': {
    subject: { kind: 'unit', unit: 'page' },
    amounts: { perUnit: '1' },
    validFrom: '2026-11-01',
    note: 'a',
  },
  '/teams/{ref}/budget': { amount: '1', softThreshold: 0.5, blocks: true },
  '/teams/{ref}/budget/increases': { amount: '1', reason: 'because' },
  '/increases/{id}/decision': { decision: 'declined', reason: 'a' },
  '/teams/{ref}/keys': { name: 'a', scopes: ['ingest'], validDays: 9 },
  '/keys/{id}/rotation': { overlapDays: 1 },
  '/keys/{id}/teams': { teamRefs: [PAYMENTS] },
};

describeOnBothDatabases('hostile requests', createKnex => {
  let cost: TestCost;
  const failures: string[] = [];
  const document = readOpenApiDocument(
    '@mcp-portal/plugin-mcp-cost-backend',
  ) as unknown as {
    paths: Record<string, Record<string, Operation>>;
    components: { parameters: Record<string, Parameter> };
  };
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap(method => {
      const operation = item[method === 'head' ? 'get' : method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );

  beforeAll(async () => {
    cost = await startTestCost(await createKnex());
  });
  beforeEach(() => failures.splice(0));
  afterAll(() => cost.backend.stop());

  const ask = async (
    method: string,
    path: string,
    options: {
      body?: unknown;
      headers?: Record<string, string>;
      by?: string;
    } = {},
  ) => {
    const { body, headers, by = ADA } = options;
    const { status, text } = await cost.ask(
      by,
      method.toUpperCase(),
      path,
      body,
      headers,
    );
    if (status >= 500) {
      failures.push(
        `${method} ${path} ${JSON.stringify(body)}: ${text}`.slice(0, 500),
      );
    }
    return status;
  };
  const named = (path: string) =>
    path
      .replace('{ref}', encodeURIComponent(PAYMENTS))
      .replace('{dimension}', 'team')
      .replace('{format}', 'csv')
      .replace(/\{[^}]+\}/g, '1');

  it('are no failure of the portal: in paths', async () => {
    for (const { method, path } of operations) {
      await ask(method, named(path));
      for (const word of path.includes('{') ? WORDS : []) {
        await ask(method, path.replace(/\{[^}]+\}/g, word));
      }
    }
    expect(failures).toEqual([]);
  });

  it('are no failure of the portal: in queries', async () => {
    const asked = new Set<string>();
    for (const { method, path, operation } of operations) {
      const parameters = (operation.parameters ?? []).map(
        parameter =>
          document.components.parameters[
            parameter.$ref?.split('/').at(-1) ?? ''
          ] ?? parameter,
      );
      const isReport = parameters.some(({ name }) => name === 'from');
      for (const { name, in: where } of parameters) {
        // What all reports share is read in one way.
        const what = isReport
          ? `${method} ${name}`
          : `${method} ${path} ${name}`;
        if (where === 'query' && !asked.has(what)) {
          asked.add(what);
          for (const word of WORDS) {
            await ask(
              method,
              `${named(path)}?${isReport ? `${PERIOD}&` : ''}${name}=${word}`,
            );
          }
        }
      }
    }
    expect(failures).toEqual([]);
    for (const path of ['/prices', '/idle', '/alerts', '/budgets']) {
      expect([path, await ask('get', `${path}?limit=1e400`)]).toEqual([
        path,
        400,
      ]);
      expect([path, await ask('head', `${path}?limit=201`)]).toEqual([
        path,
        400,
      ]);
    }
  });

  it('are no failure of the portal: in bodies', async () => {
    await ask('put', named('/teams/{ref}/budget'), { body: { amount: '5' } });
    const increase = await cost.ask<BudgetIncrease>(
      PETRA,
      'POST',
      named('/teams/{ref}/budget/increases'),
      { amount: '1', reason: 'more' },
    );
    expect(increase.status).toBe(201);
    for (const { method, path, operation } of operations) {
      if (!operation.requestBody || method === 'head') {
        continue;
      }
      const by = path.endsWith('/increases') ? PETRA : DORA;
      const address = named(
        path.replace('/increases/{id}', `/increases/${increase.body.id}`),
      );
      for (const value of VALUES) {
        await ask(method, address, { body: value });
        for (const name of Object.keys(BODIES[path] ?? {})) {
          const body = { ...BODIES[path], [name]: value };
          await ask(method, address, { body });
          await ask(method, address, { body, by });
        }
        for (const name of path === '/prices' ? ['unit', 'serverRef'] : []) {
          const subject = { kind: 'unit', unit: 'page', [name]: value };
          await ask(method, address, { body: { ...BODIES[path], subject } });
        }
      }
      for (const body of RAW) {
        for (const headers of HEADERS) {
          await ask(method, address, { body, headers });
        }
      }
    }
    expect(failures).toEqual([]);
  });
});
