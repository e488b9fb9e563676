import { randomBytes } from 'node:crypto';

import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import request from 'supertest';

import { catalogWithHidden } from './__testUtils__/catalogWithHidden';
import { makeRepositories } from './__testUtils__/makeRepositories';
import { mcpTemplatesPlugin } from './plugin';

const BASE_URL = 'http://portal.test';
const PETRA = 'user:default/petra';
const FRANK = 'user:default/frank';
const TEAMS: { [user: string]: string[] } = {
  [PETRA]: ['group:default/payments'],
  [FRANK]: ['group:default/freight'],
};

/** A server that the catalog read from the repository of a team. */
const server = (name: string, team = 'payments', from = name): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: {
    name,
    namespace: 'default',
    title: `The ${name}`,
    annotations: {
      'backstage.io/managed-by-location': `url:${BASE_URL}/mcp-repositories/${team}/${from}/blob/main/catalog-info.yaml`,
    },
  },
  spec: { type: 'mcp-server', owner: team },
});

async function start(
  options: {
    visible?: Entity[];
    hidden?: Entity[];
    repositories?: object;
  } = {},
) {
  const { directory, add } = await makeRepositories();
  const { server: http } = await startTestBackend({
    features: [
      mcpTemplatesPlugin,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: BASE_URL },
          mcpTemplates: {
            repositories: options.repositories ?? { directory },
          },
        },
      }),
      catalogWithHidden(options.visible ?? [], options.hidden ?? []),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          getUserInfo: async credentials => {
            const { userEntityRef } = (
              credentials as ReturnType<typeof mockCredentials.user>
            ).principal;
            return { userEntityRef, ownershipEntityRefs: TEAMS[userEntityRef] };
          },
        }),
      }),
    ],
  });
  const get = (path: string, user = PETRA) =>
    request(http)
      .get(`/api/mcp-templates${path}`)
      .set('Authorization', mockCredentials.user.header(user));
  return { http, get, add };
}

const BILLING = { team: 'payments', name: 'billing' };
const FILES = { 'README.md': '# Billing\n', 'docs/a b.md': 'Grüße\n' };

describe('GET /settings', () => {
  it('says what the operator decided, and no path of the machine', async () => {
    const { get } = await start();
    const answer = await get('/settings');
    expect(answer.body).toEqual({
      repositories: { type: 'local' },
      servers: { url: 'http://localhost:{port}/mcp' },
    });
  });

  it('is for those who are signed in', async () => {
    const { http } = await start();
    const answer = await request(http)
      .get('/api/mcp-templates/settings')
      .set('Authorization', mockCredentials.none.header());
    expect(answer.status).toBe(401);
  });
});

describe('GET /names/{kind}/{name}', () => {
  it('tells that a name is free', async () => {
    const { get } = await start({ visible: [server('billing')] });
    const { body } = await get('/names/server/payouts');
    expect(body).toEqual({ name: 'payouts', available: true });
    // An agent is another thing in the catalog.
    const agent = await get('/names/agent/billing');
    expect(agent.body.available).toBe(true);
  });

  it('says what has a name, to who may see that', async () => {
    const { get } = await start({ visible: [server('billing')] });
    const { body } = await get('/names/server/billing');
    expect(body).toEqual({
      name: 'billing',
      available: false,
      message: expect.stringContaining('The billing'),
      takenBy: {
        entityRef: 'api:default/billing',
        title: 'The billing',
        path: '/catalog/default/api/billing',
      },
    });
  });

  it('says of what is hidden no more than that the name is taken', async () => {
    const { get, add } = await start({ hidden: [server('ledger', 'freight')] });
    await add({ team: 'freight', name: 'unregistered' }, FILES);
    for (const name of ['ledger', 'unregistered']) {
      const { body } = await get(`/names/server/${name}`);
      expect(body).toEqual({
        name,
        available: false,
        message: `The name ${name} is taken; take another one.`,
      });
    }
  });

  it('asks only the catalog where there is a code host', async () => {
    const { get } = await start({
      hidden: [server('ledger')],
      repositories: { type: 'github', owner: 'acme' },
    });
    const taken = await get('/names/server/ledger');
    expect(taken.body.available).toBe(false);
    const free = await get('/names/server/payouts');
    expect(free.body.available).toBe(true);
  });

  it.each(['ab', 'Billing', 'a--b', '-ab', 'bílling', '..', 'x'.repeat(51)])(
    'says of %j what a name must be',
    async name => {
      const { get } = await start();
      const { body } = await get(`/names/server/${encodeURIComponent(name)}`);
      expect(body).toMatchObject({
        available: false,
        message: expect.stringMatching(/small letters/),
      });
    },
  );

  it('refuses what is neither server nor agent', async () => {
    const { get } = await start();
    const answer = await get('/names/user/petra');
    expect(answer.status).toBe(400);
  });
});

describe('GET /repositories/{team}/{name}', () => {
  it('shows it to members of the team, registered or not', async () => {
    const { get, add } = await start();
    const { cloneUrl, commitHash } = await add(BILLING, FILES);
    const { body } = await get('/repositories/payments/billing');
    expect(body).toMatchObject({
      ...BILLING,
      cloneUrl,
      defaultBranch: 'main',
      lastCommit: { id: commitHash },
      files: [
        { path: 'README.md', sizeBytes: 10 },
        { path: 'docs/a b.md', sizeBytes: 8 },
      ],
      readme: '# Billing\n',
    });
  });

  it('shows it to who may see what was registered from it', async () => {
    const { get, add } = await start({ visible: [server('billing')] });
    await add(BILLING, FILES);
    const answer = await get('/repositories/payments/billing', FRANK);
    expect(answer.status).toBe(200);
  });

  it.each<[string, { visible?: Entity[]; hidden?: Entity[] }]>([
    ['nothing was registered', {}],
    ['what was registered is hidden', { hidden: [server('billing')] }],
    [
      'what has the name is from elsewhere',
      { visible: [server('billing', 'freight')] },
    ],
  ])('is not there for others when %s', async (_what, catalog) => {
    const { get, add } = await start(catalog);
    await add(BILLING, FILES);
    const answers = [
      await get('/repositories/payments/billing', FRANK),
      await get('/repositories/payments/billing/file?path=README.md', FRANK),
      await get('/repositories/payments/billing/file?path=nothing', FRANK),
    ];
    const missing = await get('/repositories/payments/missing', FRANK);
    for (const { status, body } of answers) {
      expect(status).toBe(404);
      // Not to be told from what is not there at all.
      expect(body.error.message.replace('billing', 'missing')).toBe(
        missing.body.error.message,
      );
    }
  });

  it('is not there with a code host, nor where a path leads away', async () => {
    const host = await start({
      repositories: { type: 'github', owner: 'acme' },
      visible: [server('billing')],
    });
    const { status } = await host.get('/repositories/payments/billing');
    expect(status).toBe(404);

    const { get, add } = await start();
    await add(BILLING, FILES);
    for (const path of [
      'payments/..%2Fpayments%2Fbilling',
      '..%2Frepositories/billing',
      'payments%2Fbilling/billing',
      'PAYMENTS/billing',
      'payments/billing.git',
      'payments/billing%00',
    ]) {
      const answer = await get(`/repositories/${path}`);
      expect(answer.status).toBe(404);
    }
  });
});

describe('GET /repositories/{team}/{name}/file', () => {
  async function withFiles(files: { [path: string]: string | Buffer }) {
    const { get, add } = await start();
    await add(BILLING, files);
    return (path: string) =>
      get(
        `/repositories/payments/billing/file?path=${encodeURIComponent(path)}`,
      );
  }

  it('gives the text, which no browser takes for a page', async () => {
    const file = await withFiles({ ...FILES, 'x.html': '<script>1</script>' });
    const page = await file('x.html');
    expect(page.text).toBe('<script>1</script>');
    expect(page.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    await expect(file('docs/a b.md')).resolves.toMatchObject({
      text: 'Grüße\n',
    });
  });

  it.each([
    '../../../../etc/passwd',
    '/etc/passwd',
    'docs/../README.md',
    'docs',
    'HEAD',
    'config',
    'README.md\0',
  ])('has no %j', async path => {
    const file = await withFiles(FILES);
    const answer = await file(path);
    expect(answer.status).toBe(404);
  });

  it('says of what is no text, or too long, how to see it', async () => {
    const file = await withFiles({
      ...FILES,
      'nul.bin': Buffer.from('a\0b'),
      'latin.txt': Buffer.from([0xe4, 0xf6, 0xfc]),
      'long.txt': 'x'.repeat(1024 * 1024 + 1),
      'large.bin': randomBytes(3 * 1024 * 1024),
    });
    for (const [path, why] of [
      ['nul.bin', /not text.*Clone/],
      ['latin.txt', /not text.*Clone/],
      ['long.txt', /1048577 bytes.*Clone/],
      ['large.bin', /3145728 bytes.*Clone/],
    ] as const) {
      const answer = await file(path);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(why);
    }
  });

  it('wants one path, as it is or encoded', async () => {
    const { get, add } = await start();
    await add(BILLING, { ...FILES, 'src/main.ts': 'main();' });
    const plain = await get(
      '/repositories/payments/billing/file?path=src/main.ts',
    );
    expect(plain.text).toBe('main();');
    for (const query of ['', '?path=', `?path=${'x'.repeat(1001)}`, '?x=1']) {
      const answer = await get(`/repositories/payments/billing/file${query}`);
      expect(answer.status).toBe(400);
    }
  });
});
