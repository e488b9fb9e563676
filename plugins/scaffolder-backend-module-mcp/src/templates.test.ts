import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Entity } from '@backstage/catalog-model';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import type {
  Created,
  LocalRepository,
} from '@mcp-portal/plugin-mcp-templates-common';
import { parse } from 'yaml';

import { faultyCatalog } from './__testUtils__/faultyCatalog';
import { ADA, DORA, FRANK, PETRA } from './__testUtils__/people';
import {
  PORTAL_URL,
  startTestPortal,
  TestPortal,
} from './__testUtils__/startTestPortal';
import { TaskRun } from './__testUtils__/TaskRun';

jest.setTimeout(180_000);

/** What goes wrong in files that are not filled in with care. */
const PURPOSE = `Converts "times" & 'zones' for {{ agents }}: 100% #1 \${x} \\ <b>`;

const WHY_NEW = `None of the others does "this": it's # new {{ x }}`;

const EXCHANGE_API = {
  openapi: '3.1.0',
  info: { title: 'Exchange', version: '1.0.0' },
  servers: [{ url: 'https://exchange.example.com' }],
  paths: {
    '/rates/{currency}': {
      get: {
        operationId: 'getRate',
        summary: 'Gives the rate of a currency.',
        description: 'Gives what one euro costs in a currency, today.',
        parameters: [
          {
            name: 'currency',
            in: 'path',
            required: true,
            description: 'Three letters, like USD.',
            schema: { type: 'string' },
          },
        ],
        responses: {
          200: {
            description: 'The rate.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: { rate: { type: 'number' } },
                  required: ['rate'],
                },
              },
            },
          },
        },
      },
      delete: { responses: { 204: { description: 'Gone.' } } },
    },
  },
};

const values = (name: string, changes: object = {}) => ({
  name,
  owner: 'group:default/payments',
  purpose: { text: PURPOSE, whyNew: WHY_NEW },
  visibility: 'organisation',
  dataSensitivity: 'internal',
  ...changes,
});

describe('the templates, with local repositories', () => {
  const { module: faults, refused } = faultyCatalog();
  let portal: TestPortal;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mcp-templates-'));
    portal = await startTestPortal({
      repositories: { type: 'local', directory },
      features: [faults],
    });
  });

  afterAll(async () => {
    await portal?.backend.stop();
    await rm(directory, { recursive: true, force: true });
  });

  /** Runs a template to a good end; what went wrong else is in the failure. */
  async function make(template: string, given: object, user = PETRA) {
    const run = await portal.run(user, template, given);
    expect(`${run.status}: ${run.error}`).toBe('completed: undefined');
    return run;
  }

  async function repositoryOf(name: string, user = PETRA) {
    const path = `/mcp-templates/repositories/payments/${name}`;
    const { status, body } = await portal.ask<LocalRepository>(user, path);
    return status === 200 ? body : undefined;
  }

  async function textOf(name: string, file: string): Promise<string> {
    const { text } = await portal.ask(
      PETRA,
      `/mcp-templates/repositories/payments/${name}/file?path=${encodeURIComponent(
        file,
      )}`,
    );
    return text;
  }

  async function entityOf(ref: string, user = PETRA) {
    const { body } = await portal.ask<{ items: (Entity | null)[] }>(
      user,
      '/catalog/entities/by-refs',
      { body: { entityRefs: [ref] } },
    );
    return body.items[0] ?? undefined;
  }

  const madeRepositories = async () =>
    (await readdir(directory, { recursive: true })).filter(path =>
      /^[^/]+\/[^/]+\.git$/.test(path),
    );

  it('make a server in TypeScript, from a form to the list of servers', async () => {
    const run = await make(
      'mcp-server-typescript',
      values('zones', { system: 'system:default/billing' }),
    );
    const created = run.output.created as Created;
    expect(created).toMatchObject({
      kind: 'server',
      entityRef: 'api:default/zones',
      title: 'Zones',
      ownerRef: 'group:default/payments',
      url: 'http://localhost:4102/mcp',
      port: 4102,
      language: 'typescript',
      repository: {
        type: 'local',
        url: `${PORTAL_URL}/mcp-repositories/payments/zones`,
        cloneUrl: join(directory, 'payments/zones.git'),
      },
      contract: { tools: 1, score: 100 },
    });

    const repository = await repositoryOf('zones');
    const files = repository?.files.map(({ path }) => path) ?? [];
    expect(files).toEqual(
      expect.arrayContaining([
        '.github/workflows/ci.yml',
        '.gitignore',
        'Dockerfile',
        'README.md',
        'catalog-info.yaml',
        'contract.json',
        'package.json',
        'src/tools/index.ts',
      ]),
    );
    expect(files.filter(path => path.endsWith('.njk'))).toEqual([]);
    expect(JSON.parse(await textOf('zones', 'package.json'))).toMatchObject({
      name: expect.stringMatching(/zones$/),
    });
    expect(parse(await textOf('zones', 'catalog-info.yaml'))).toMatchObject({
      metadata: {
        name: 'zones',
        description: PURPOSE,
        annotations: {
          'mcp-portal.io/created-from': 'mcp-server-typescript@1',
          'mcp-portal.io/why-new': WHY_NEW,
        },
      },
      spec: { system: 'system:default/billing', owner: created.ownerRef },
    });

    expect(await entityOf('api:default/zones')).toMatchObject({
      metadata: { description: PURPOSE },
      relations: expect.arrayContaining([
        expect.objectContaining({
          type: 'ownedBy',
          targetRef: 'group:default/payments',
        }),
      ]),
    });
    const { body } = await portal.ask<ServerDetail>(
      FRANK,
      '/mcp-registry/servers/api:default%2Fzones',
    );
    expect(body).toMatchObject({
      ref: 'api:default/zones',
      purpose: PURPOSE,
      remotes: [{ type: 'streamable-http', url: created.url }],
    });
  });

  it('make a tool of each operation that was chosen of an API', async () => {
    const run = await make(
      'mcp-server-typescript',
      values('exchange', {
        openapi: {
          source: { document: JSON.stringify(EXCHANGE_API) },
          operations: ['GET /rates/{currency}'],
        },
      }),
    );
    expect(run.step('example')).toBe('skipped');
    expect(run.output.created).toMatchObject({ contract: { tools: 1 } });
    const { tools } = JSON.parse(await textOf('exchange', 'contract.json'));
    expect(tools).toEqual([
      expect.objectContaining({
        inputSchema: expect.objectContaining({ required: ['currency'] }),
        annotations: expect.objectContaining({ readOnlyHint: true }),
      }),
    ]);
    const files = (await repositoryOf('exchange'))!.files;
    expect(files.map(({ path }) => path)).not.toContain(
      'src/tools/convertTime.ts',
    );
  });

  it('make a server in Python', async () => {
    const run = await make('mcp-server-python', values('clocks'));
    expect(run.output.created).toMatchObject({
      entityRef: 'api:default/clocks',
      language: 'python',
      contract: { tools: 1, score: 100 },
    });
    const { files } = (await repositoryOf('clocks'))!;
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['pyproject.toml', 'contract.json']),
    );
    expect(parse(await textOf('clocks', 'catalog-info.yaml'))).toMatchObject({
      metadata: { description: PURPOSE },
    });
  });

  it('register a server that runs, although it does not answer', async () => {
    const run = await make(
      'register-existing-server',
      values('weather', {
        url: 'https://weather.example.com/mcp',
        transport: 'streamable-http',
        onCall: 'https://pager.example.com/weather',
      }),
    );
    expect(await entityOf('api:default/weather')).toMatchObject({
      metadata: { description: PURPOSE },
      spec: {
        remotes: [
          { type: 'streamable-http', url: 'https://weather.example.com/mcp' },
        ],
        onCall: 'https://pager.example.com/weather',
      },
    });
    expect(run.output.text).toEqual([
      expect.objectContaining({
        content: expect.stringContaining('weather'),
      }),
    ]);
  });

  it('make an agent that uses servers', async () => {
    const { dataSensitivity: _, ...form } = values('clerk', {
      servers: ['api:default/rates'],
    });
    await make('ai-agent', form);
    const entity = await entityOf('component:default/clerk');
    expect(entity?.spec).toMatchObject({ type: 'ai-agent' });
    expect(entity?.relations).toContainEqual(
      expect.objectContaining({ targetRef: 'api:default/rates' }),
    );
    expect(JSON.parse(await textOf('clerk', '.mcp.json'))).toMatchObject({
      mcpServers: { rates: { url: 'http://localhost:4100/mcp' } },
    });
    const { status } = await portal.ask(
      FRANK,
      '/mcp-registry/agents/component:default%2Fclerk',
    );
    expect(status).toBe(200);
  });

  it('keep what is for the team within the team', async () => {
    const form = values('secrets', { visibility: 'team' });
    const run = await make('mcp-server-typescript', form);
    expect(await entityOf('api:default/secrets')).toBeDefined();
    expect(await entityOf('api:default/secrets', FRANK)).toBeUndefined();
    expect(await repositoryOf('secrets', FRANK)).toBeUndefined();

    const path = `/scaffolder/v2/tasks/${run.id}`;
    for (const below of ['', '/events']) {
      expect((await portal.ask(FRANK, path + below)).status).toBe(403);
    }
    const cancel = { method: 'POST', body: {} };
    expect((await portal.ask(FRANK, `${path}/cancel`, cancel)).status).toBe(
      403,
    );
    const { body: list } = await portal.ask<{ tasks: object[] }>(
      FRANK,
      '/scaffolder/v2/tasks',
    );
    expect(list.tasks).toEqual([]);
    expect((await portal.ask(ADA, path)).status).toBe(200);
  });

  it('say all that is wrong before anything is made, and give no hidden server away', async () => {
    const before = await madeRepositories();
    const run = await portal.run(
      PETRA,
      'mcp-server-typescript',
      values('ledger', { owner: 'group:default/freight' }),
    );
    expect(run.status).toBe('failed');
    expect(run.error).toContain(
      "This server can't be made as it was asked for",
    );
    expect(run.error).toContain('The name ledger is taken; take another one.');
    expect(run.error).toContain(
      "you don't belong to group:default/freight. Choose a team of your own: group:default/payments",
    );
    expect(run.log).not.toContain('api:default/ledger');
    expect(run.log).not.toContain(__dirname);
    expect(run.step('files')).toBe('skipped');
    expect(run.log).toContain('start again');
    expect(await madeRepositories()).toEqual(before);
  });

  it('name the server that has the name, to whoever may see it', async () => {
    const run = await portal.run(PETRA, 'mcp-server-python', values('rates'));
    expect(run.error).toContain('There is rates of that name already');
  });

  it('ask why none fits, when a server comes very close', async () => {
    const run = await portal.run(
      PETRA,
      'mcp-server-python',
      values('zones-again', { purpose: { text: PURPOSE } }),
    );
    expect(run.error).toMatch(
      /\(api:default\/(zones|clocks)\) comes very close.* Use it, or say in one sentence why it does not fit\./,
    );
  });

  it('stop a team over its budget, with the way to ask for more', async () => {
    const { status } = await portal.ask(
      ADA,
      '/mcp-cost/teams/group:default%2Fspenders/budget',
      { method: 'PUT', body: { amount: '0' } },
    );
    expect(status).toBe(200);
    const run = await portal.run(
      DORA,
      'mcp-server-typescript',
      values('spree', { owner: 'group:default/spenders' }),
    );
    expect(run.status).toBe('failed');
    expect(run.error).toMatch(/has spent .* of .* this month/);
    expect(run.error).toContain(
      `where to ask for more: ${PORTAL_URL}/mcp-costs/budgets?search=group%3Adefault%2Fspenders`,
    );
    expect(run.step('files')).toBe('skipped');
    expect(await madeRepositories()).not.toContain('spenders/spree.git');
  });

  it('leave nothing when the catalog refuses, and succeed when tried again', async () => {
    refused.add('phoenix');
    const failed = await portal.run(
      PETRA,
      'mcp-server-typescript',
      values('phoenix'),
    );
    expect(failed.status).toBe('failed');
    expect(failed.step('catalog')).toBe('failed');
    expect(failed.step('local')).toBe('completed');
    expect(failed.step('undo')).toBe('completed');
    expect(failed.log).toContain('Nothing is left of this try');
    expect(await madeRepositories()).not.toContain('payments/phoenix.git');
    const { body: locations } = await portal.ask<
      { data: { target: string } }[]
    >(ADA, '/catalog/locations');
    expect(locations.filter(({ data }) => /phoenix/.test(data.target))).toEqual(
      [],
    );

    refused.clear();
    const { status } = await portal.ask(
      PETRA,
      `/scaffolder/v2/tasks/${failed.id}/retry`,
      { body: {} },
    );
    expect(status).toBe(201);
    const retried = await TaskRun.follow(portal.ask, {
      user: PETRA,
      id: failed.id,
    });
    expect(`${retried.status}: ${retried.error}`).toBe('completed: undefined');
    expect(await repositoryOf('phoenix')).toBeDefined();
  });

  it('are the only steps that members can run', async () => {
    const template = {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'mine' },
      spec: { type: 'x', steps: [{ id: 'a', name: 'a', action: 'debug:log' }] },
    };
    const body = { template, values: {}, secrets: {}, directoryContents: [] };
    const dryRun = (user: string) =>
      portal.ask(user, '/scaffolder/v2/dry-run', { body });
    expect((await dryRun(PETRA)).status).toBe(403);
    expect((await dryRun(ADA)).status).toBe(200);
  });
});
