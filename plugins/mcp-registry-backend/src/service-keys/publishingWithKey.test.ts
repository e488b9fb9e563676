import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  errorOf,
  FilledRegistry,
  startFilledRegistry,
} from '../__testUtils__/startFilledRegistry';
import { aContract } from '../versions/__testUtils__/versionSamples';

const GOOD = `mcpk_${'0'.repeat(16)}_${'a'.repeat(43)}`;
const INGEST_ONLY = `mcpk_${'1'.repeat(16)}_${'a'.repeat(43)}`;

/** Stands for the plugin that keeps the keys. */
const keeper = createBackendPlugin({
  pluginId: 'mcp-cost',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = express.Router();
        router.use(express.json());
        router.post('/keys/verification', async (req, res) => {
          const { principal } = await httpAuth.credentials(req, {
            allow: ['service'],
          });
          if (principal.subject !== 'plugin:mcp-registry') {
            res.status(403).json({});
          } else if (req.body.scope === 'publish' && req.body.secret === GOOD) {
            res.json({
              valid: true,
              keyId: '0'.repeat(16),
              teamRef: 'group:default/payments',
            });
          } else {
            const isKnown = req.body.secret === INGEST_ONLY;
            res.json({
              valid: false,
              reason: isKnown ? 'NotAllowedError' : 'AuthenticationError',
              message: isKnown ? 'is not for publish' : 'There is no such key',
            });
          }
        });
        httpRouter.use(router);
      },
    });
  },
});

describeOnBothDatabases('publishing with a service key', createKnex => {
  let registry: FilledRegistry;
  let baseUrl: string;
  const createEvent = jest.fn(async () => ({
    success: jest.fn(),
    fail: jest.fn(),
  }));

  beforeAll(async () => {
    registry = await startFilledRegistry(await createKnex(), [
      keeper,
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => mockServices.auditor.mock({ createEvent }),
      }),
    ]);
    const port = registry.backend.server.port();
    baseUrl = `http://localhost:${port}/api/mcp-registry/with-key`;
  });

  afterAll(() => registry.backend.stop());

  async function send(
    method: string,
    path: string,
    options: { key?: string; body?: object } = {},
  ) {
    const { key = GOOD, body } = options;
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        ...(key && { authorization: `Bearer ${key}` }),
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) };
  }

  it('publishes, compares and reads what the team owns', async () => {
    const name = await registry.newServer();
    const versions = `/servers/${name}/versions`;
    const body = { version: '1.0.0', contract: aContract('read', 'write') };
    expect((await send('POST', versions, { body })).status).toBe(201);
    expect((await send('GET', versions)).body.items).toMatchObject([
      {
        version: '1.0.0',
        publishedBy: `service-key:${'0'.repeat(16)}`,
      },
    ]);
    expect((await send('GET', `${versions}/1.0.0`)).status).toBe(200);
    expect((await send('GET', `/servers/${name}/contract`)).body).toEqual({
      contract: null,
    });
    const next = { version: '1.1.0', contract: aContract('read') };
    const refused = await send('POST', versions, {
      body: { ...next, dryRun: true },
    });
    expect(refused.body.outcome).toBe('would-refuse');
    expect((await send('POST', versions, { body: next })).status).toBe(409);
    expect(
      (await send('GET', `/servers/${name}/compare?from=1.0.0&to=latest`))
        .status,
    ).toBe(200);
  });

  it('writes down which key it was', async () => {
    const name = await registry.newServer();
    createEvent.mockClear();
    await send('POST', `/servers/${name}/versions`, {
      body: { version: '1.0.0', contract: aContract('read') },
    });
    expect(createEvent).toHaveBeenCalledWith({
      eventId: 'version-publish',
      severityLevel: 'medium',
      meta: expect.objectContaining({
        serviceKey: '0'.repeat(16),
        teamRef: 'group:default/payments',
        version: '1.0.0',
      }),
    });
  });

  it('never overrules the gate', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'read', 'write');
    const answer = await send('POST', `/servers/${name}/versions`, {
      body: {
        version: '1.1.0',
        contract: aContract('read'),
        override: { reason: 'because' },
      },
    });
    expect(answer.status).toBe(403);
  });

  it('reads, and does not publish, what another team shows to all', async () => {
    const name = await registry.newServer({ ownerRef: 'group:default/other' });
    const versions = `/servers/${name}/versions`;
    expect((await send('GET', versions)).status).toBe(200);
    const body = { version: '1.0.0', contract: aContract('read') };
    expect((await send('POST', versions, { body })).status).toBe(403);
  });

  it('does not know what another team keeps to itself', async () => {
    const name = await registry.newServer({
      ownerRef: 'group:default/other',
      visibility: 'team',
    });
    const hidden = await send('GET', `/servers/${name}/versions`);
    const missing = await send('GET', '/servers/missing/versions');
    expect(hidden.status).toBe(404);
    expect(hidden.text.replaceAll(name, 'missing')).toBe(missing.text);
    const body = { version: '1.0.0', contract: aContract('read') };
    expect(
      (await send('POST', `/servers/${name}/versions`, { body })).status,
    ).toBe(404);
  });

  it.each([
    ['GET', '/servers'],
    ['GET', '/servers/x'],
    ['GET', '/agents'],
    ['GET', '/servers/x/dependents'],
    ['GET', '/openapi.json'],
    ['DELETE', '/servers/x/versions/1.0.0?reason=x'],
    ['POST', '/servers/x/versions/1.0.0/deprecation'],
    ['POST', '/servers/x/introspection'],
    ['GET', '/servers/x%2F..%2F../versions/..%2F..'],
  ])('does nothing else: %s %s', async (method, path) => {
    expect([403, 404]).toContain((await send(method, path)).status);
  });

  it.each([
    ['none', ''],
    ['one that is unknown', GOOD.replace('a', 'b')],
    ['a Backstage token', 'mock-user-token'],
    ['one without end', `mcpk_${'a'.repeat(10_000)}`],
  ])('takes no key but a good one: %s', async (_, key) => {
    const answer = await send('GET', '/servers/x/versions', { key });
    expect(answer.status).toBe(401);
  });

  it('says that a key is for something else', async () => {
    const answer = await send('GET', '/servers/x/versions', {
      key: INGEST_ONLY,
    });
    expect(answer.status).toBe(403);
    expect(errorOf(answer).message).toContain('is not for publish');
  });

  it('lets a key in nowhere else', async () => {
    const { port } = new URL(baseUrl);
    const response = await fetch(
      `http://localhost:${port}/api/mcp-registry/servers`,
      { headers: { authorization: `Bearer ${GOOD}` } },
    );
    expect(response.status).toBe(401);
  });

  it('refuses before it reads what was sent', async () => {
    const answer = await send('POST', '/servers/x/versions', {
      key: GOOD.replace('a', 'b'),
      body: { rubbish: 'x'.repeat(200_000) },
    });
    expect(answer.status).toBe(401);
  });
});

describeOnBothDatabases('a registry without cost', createKnex => {
  it('says that keys can not be verified', async () => {
    const registry = await startFilledRegistry(await createKnex());
    const port = registry.backend.server.port();
    const response = await fetch(
      `http://localhost:${port}/api/mcp-registry/with-key/servers/x/versions`,
      { headers: { authorization: `Bearer ${GOOD}` } },
    );
    expect(response.status).toBe(503);
    await registry.backend.stop();
  });
});
