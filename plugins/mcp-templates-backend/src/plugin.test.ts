import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';

import { mcpTemplatesPlugin } from './plugin';

describe('mcpTemplatesPlugin', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mcp-templates-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  async function start() {
    const { server } = await startTestBackend({
      features: [
        mcpTemplatesPlugin,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://portal.test' },
            mcpTemplates: { repositories: { directory } },
          },
        }),
        catalogServiceMock.factory({ entities: [] }),
      ],
    });
    return {
      get: (path: string) =>
        request(server)
          .get(`/api/mcp-templates${path}`)
          .set('Authorization', mockCredentials.user.header()),
    };
  }

  it('says what the operator decided, and no path of the machine', async () => {
    await writeFile(join(directory, 'x'), '');
    const portal = await start();
    const answer = await portal.get('/settings');
    expect(answer.body).toEqual({
      repositories: { type: 'local' },
      servers: { url: 'http://localhost:{port}/mcp' },
    });
  });

  it('tells that a name is free', async () => {
    const portal = await start();
    const answer = await portal.get('/names/server/payouts');
    expect(answer.body).toEqual({ name: 'payouts', available: true });
  });
});
