import fs from 'node:fs';

import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import {
  type BackendFeature,
  coreServices,
  createBackendPlugin,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import git from 'isomorphic-git';
import request from 'supertest';

import { catalogWithHidden } from './__testUtils__/catalogWithHidden';
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

async function start(features: BackendFeature[] = []) {
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
      ...features,
    ],
  });
  const token = mockCredentials.service.header();
  const register = (
    target: string,
    { dryRun = false, as = token }: { dryRun?: boolean; as?: string } = {},
  ) =>
    request(server)
      .post(`/api/catalog/locations?dryRun=${dryRun}`)
      .set('Authorization', as)
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

  it('are read for nobody who may not know of what is registered from them', async () => {
    const url = urlOf(BILLING, 'catalog-info.yaml');
    const hidden: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'billing',
        annotations: { 'backstage.io/managed-by-location': `url:${url}` },
      },
    };
    const own = { team: 'freight', name: 'ledger' };
    const { add, register } = await start([catalogWithHidden([], [hidden])]);
    await add(BILLING, { 'catalog-info.yaml': entityFile('the secret') });
    await add(own, {
      'catalog-info.yaml': JSON.stringify({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Location',
        metadata: { name: 'way-round' },
        spec: { type: 'url', targets: [url] },
      }),
    });
    const as = mockCredentials.user.header('user:default/frank');
    const missing = urlOf({ ...BILLING, name: 'missing' }, 'catalog-info.yaml');
    const nothing = await register(missing, { dryRun: true, as });
    const direct = await register(url, { dryRun: true, as });
    expect(direct.status).toBe(nothing.status);
    expect(direct.body.error.message).toBe(
      nothing.body.error.message.replaceAll('missing', 'billing'),
    );
    const roundabout = await register(urlOf(own, 'catalog-info.yaml'), {
      dryRun: true,
      as,
    });
    expect(roundabout.text).not.toContain('the secret');
    const portal = await register(url, { dryRun: true });
    expect(portal.text).toContain('the secret');
  }, 60_000);

  it('are read by the catalog only: other plugins read for anybody', async () => {
    const { directory, add } = await makeRepositories();
    await add(BILLING, { 'catalog-info.yaml': entityFile('x') });
    const readers = new Map<string, UrlReaderService>();
    const reading = (pluginId: string) =>
      createBackendPlugin({
        pluginId,
        register(env) {
          env.registerInit({
            deps: { reader: coreServices.urlReader },
            init: async ({ reader }) => {
              readers.set(pluginId, reader);
            },
          });
        },
      });
    await startTestBackend({
      features: [
        mcpTemplates,
        ...['catalog', 'scaffolder', 'techdocs'].map(reading),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: BASE_URL },
            mcpTemplates: { repositories: { directory } },
          },
        }),
        urlReaderServiceFactory,
      ],
    });
    const read = async (pluginId: string) =>
      readers.get(pluginId)?.readUrl(urlOf(BILLING, 'catalog-info.yaml'));
    await expect(read('catalog')).resolves.toBeDefined();
    for (const pluginId of ['scaffolder', 'techdocs']) {
      await expect(read(pluginId)).rejects.toThrow(/is not allowed/);
    }
  });
});
