import fs from 'node:fs';

import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import {
  mockCredentials,
  mockServices,
  ServiceFactoryTester,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { localUrlReaderFactory } from '@mcp-portal/plugin-mcp-templates-node';
import git from 'isomorphic-git';
import request from 'supertest';

import { makeRepositories } from './__testUtils__/makeRepositories';
import mcpTemplates from './index';

const BASE_URL = 'http://localhost:7007';
const BILLING = { team: 'payments', name: 'billing' };

const entityFile = (description: unknown, name = 'billing') =>
  JSON.stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, description },
    spec: { type: 'service', lifecycle: 'experimental', owner: 'payments' },
  });

const urlOf = ({ team, name }: { team: string; name: string }, path: string) =>
  `${BASE_URL}/mcp-repositories/${team}/${name}/blob/main/${path}`;

async function start() {
  const { directory, add } = await makeRepositories();
  const { server } = await startTestBackend({
    features: [
      mcpTemplates,
      catalogPlugin,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: BASE_URL },
          catalog: { processingInterval: { seconds: 1 } },
          mcpTemplates: { repositories: { directory } },
        },
      }),
    ],
  });
  const token = mockCredentials.service.header();
  const register = (target: string, { dryRun = false } = {}) =>
    request(server)
      .post(`/api/catalog/locations?dryRun=${dryRun}`)
      .set('Authorization', token)
      .send({ type: 'url', target });
  const descriptionOf = async (name: string) => {
    const { body } = await request(server)
      .get(`/api/catalog/entities/by-name/component/default/${name}`)
      .set('Authorization', token);
    return (body as Entity).metadata?.description;
  };
  return { add, register, descriptionOf };
}

/** As a push does. */
async function change(gitdir: string, path: string, text: string) {
  const blob = await git.writeBlob({ fs, gitdir, blob: Buffer.from(text) });
  const parent = await git.resolveRef({ fs, gitdir, ref: 'main' });
  await git.commit({
    fs,
    gitdir,
    ref: 'refs/heads/main',
    parent: [parent],
    tree: await git.writeTree({
      fs,
      gitdir,
      tree: [{ path, oid: blob, mode: '100644', type: 'blob' }],
    }),
    message: 'Change',
    author: { name: 'A', email: 'a@example.com' },
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

describe('local repositories in the catalog', () => {
  it('are read when they are registered, and again after a push', async () => {
    const { add, register, descriptionOf } = await start();
    const { cloneUrl } = await add(BILLING, {
      'catalog-info.yaml': entityFile('Before'),
    });
    const registered = await register(urlOf(BILLING, 'catalog-info.yaml'));
    expect(registered.status).toBe(201);
    await until(async () => (await descriptionOf('billing')) === 'Before');

    await change(cloneUrl, 'catalog-info.yaml', entityFile('After'));
    await until(async () => (await descriptionOf('billing')) === 'After');
    await expect(descriptionOf('billing')).resolves.toBe('After');
  }, 60_000);

  it('give an entity the files of its own repository, and of no other', async () => {
    const secret = { team: 'freight', name: 'ledger' };
    const { add, register, descriptionOf } = await start();
    await add(secret, { 'secret.txt': 'the secret' });
    await add(BILLING, {
      'docs/about.txt': 'All about it',
      'catalog-info.yaml': entityFile({ $text: './docs/about.txt' }),
      'thief/catalog-info.yaml': entityFile(
        { $text: urlOf(secret, 'secret.txt') },
        'thief',
      ),
      'cousin/catalog-info.yaml': entityFile(
        { $text: '../../../../../freight/ledger/blob/main/secret.txt' },
        'cousin',
      ),
    });
    await register(urlOf(BILLING, 'catalog-info.yaml'));
    await until(async () => (await descriptionOf('billing')) !== undefined);
    await expect(descriptionOf('billing')).resolves.toBe('All about it');
    for (const folder of ['thief', 'cousin']) {
      const { status, text } = await register(
        urlOf(BILLING, `${folder}/catalog-info.yaml`),
        { dryRun: true },
      );
      expect(status).toBe(400);
      expect(text).toContain('from the same repository');
      expect(text).not.toContain('the secret');
    }
  }, 60_000);

  it('are read by the catalog only: other plugins read for anybody', async () => {
    const { directory, add } = await makeRepositories();
    await add(BILLING, { 'catalog-info.yaml': entityFile('x') });
    const tester = ServiceFactoryTester.from(localUrlReaderFactory, {
      dependencies: [
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: BASE_URL },
            mcpTemplates: { repositories: { directory } },
          },
        }),
      ],
    });
    const readersOf = async (pluginId: string) => {
      const [factory] = (await tester.getSubject(pluginId)) as unknown as Array<
        typeof urlReaderFactoriesServiceRef.T
      >;
      return factory({
        config: mockServices.rootConfig(),
        logger: mockServices.logger.mock(),
        treeResponseFactory: undefined as never,
      });
    };
    await expect(readersOf('catalog')).resolves.toHaveLength(1);
    for (const pluginId of ['scaffolder', 'techdocs', 'mcp-templates']) {
      await expect(readersOf(pluginId)).resolves.toHaveLength(0);
    }
  });
});
