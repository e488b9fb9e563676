import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';

import { mcpTemplatesPlugin } from '../plugin';

const DOCUMENT = {
  openapi: '3.0.3',
  info: { title: 'Invoices', version: '2' },
  servers: [{ url: '/v2' }],
  paths: {
    '/invoices/{id}': {
      get: {
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: { type: 'string' },
          },
        ],
        responses: { 200: { description: 'Found' } },
      },
    },
  },
};

describe('POST /openapi', () => {
  const served = createServer((req, res) => {
    if (req.url === '/api.json') {
      res.end(JSON.stringify(DOCUMENT));
    } else if (req.url === '/large') {
      res.end('x'.repeat(6 * 1024 * 1024));
    } else {
      res.statusCode = 404;
      res.end('secret text of another host');
    }
  });
  let host: string;

  beforeAll(async () => {
    await new Promise<void>(done => {
      served.listen(0, '127.0.0.1', () => done());
    });
    host = `127.0.0.1:${(served.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    served.close();
    served.closeAllConnections();
  });

  async function start(allow: { host: string }[] = [{ host }]) {
    const { server } = await startTestBackend({
      features: [
        mcpTemplatesPlugin,
        urlReaderServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://portal.test' },
            backend: { reading: { allow } },
            mcpTemplates: { repositories: { directory: '/nowhere' } },
          },
        }),
        catalogServiceMock.factory({ entities: [] }),
      ],
    });
    return (source: object, header = mockCredentials.user.header()) =>
      request(server)
        .post('/api/mcp-templates/openapi')
        .set('Authorization', header)
        .send(source);
  }

  it('says what tools a pasted document makes', async () => {
    const post = await start();
    const { status, body } = await post({ document: JSON.stringify(DOCUMENT) });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Invoices',
      format: '3.0',
      operations: [
        {
          id: 'GET /invoices/{id}',
          tool: {
            name: 'get_invoices_by_id',
            inputSchema: { required: ['id'] },
          },
        },
      ],
    });
  });

  it('reads from a host that the operator allows', async () => {
    const post = await start();
    const { body } = await post({ url: `http://${host}/api.json` });
    expect(body.title).toBe('Invoices');
    expect(body.baseUrls).toEqual([`http://${host}/v2`]);
  });

  it('says what to set when the operator does not allow a host', async () => {
    const post = await start([{ host: 'other.example.com' }]);
    const { status, body } = await post({ url: `http://${host}/api.json` });
    expect(status).toBe(403);
    expect(body.error.message).toContain(
      `add { host: '${host}' } to backend.reading.allow`,
    );
  });

  it('reads nothing without a host allowed', async () => {
    const post = await start([]);
    for (const url of [
      `http://${host}/api.json`,
      'file:///etc/passwd',
      '/etc/passwd',
      'http://user:pass@host/api.json',
      'http://portal.test/mcp-repositories/payments/x/blob/main/contract.json',
    ]) {
      const { status } = await post({ url });
      expect([400, 403]).toContain(status);
    }
  });

  it('shows nothing of what another host answers in an error', async () => {
    const post = await start();
    const { status, body } = await post({ url: `http://${host}/missing` });
    expect(status).toBe(404);
    expect(JSON.stringify(body)).not.toContain('secret text');
    expect(body.error.message).toContain('Check the address');
  });

  it('takes no more than it can read', async () => {
    const post = await start();
    const { status, body } = await post({ url: `http://${host}/large` });
    expect(status).toBe(400);
    expect(body.error.message).toContain('larger than');
    expect((await post({ document: 'x'.repeat(7_000_000) })).status).toBe(413);
  });

  it('wants one source, and a caller', async () => {
    const post = await start();
    expect((await post({})).status).toBe(400);
    expect((await post({ document: '{}', url: 'https://x' })).status).toBe(400);
    expect((await post({ document: '{}' })).status).toBe(400);
    expect(
      (await post({ document: '{}' }, mockCredentials.none.header())).status,
    ).toBe(401);
  });
});
