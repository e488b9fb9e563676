import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  describeRepository,
  LocalRepositories,
  planRepository,
} from '@mcp-portal/plugin-mcp-templates-node';
import type { TargetRepository } from '@mcp-portal/plugin-mcp-templates-common';

import { OWNERSHIP, PETRA } from '../../../__testUtils__/people';
import { runAction } from '../../../__testUtils__/runAction';
import { createRepositoryPublishAction } from './createRepositoryPublishAction';

const PORTAL_URL = 'http://portal.example.com';
const BILLING = { team: 'payments', name: 'billing' };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mcp-publish-'));
  await mkdir(join(folder, 'workspace'));
  await writeFile(join(folder, 'workspace', 'README.md'), '# Billing\n');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function setUp(options: { locations?: string[]; type?: 'github' } = {}) {
  const directory = join(folder, 'repositories');
  const local = { repositories: { type: 'local', directory } } as const;
  const github = {
    repositories: {
      type: 'github',
      host: 'github.com',
      owner: 'acme',
      owners: {},
      visibility: 'internal',
    },
  } as const;
  const action = createRepositoryPublishAction({
    auth: mockServices.auth({ pluginId: 'scaffolder' }),
    catalog: {
      getEntityByRef: async ref =>
        ({ kind: 'Group', metadata: { name: String(ref) } } as Entity),
      getLocationByRef: async ref =>
        options.locations?.includes(ref)
          ? {
              id: '1',
              type: 'url',
              target: ref,
              entityRef: 'location:default/x',
            }
          : undefined,
    },
    permissions: mockServices.permissions({ result: AuthorizeResult.DENY }),
    userInfo: {
      getUserInfo: async () => ({
        userEntityRef: PETRA,
        ownershipEntityRefs: OWNERSHIP[PETRA],
      }),
    },
    settings: options.type ? github : local,
    portalUrl: PORTAL_URL,
  });
  const target = (teamRef = 'group:default/payments') =>
    planRepository(local, { teamRef, name: 'billing', baseUrl: PORTAL_URL });
  const publish = (
    repository: TargetRepository = target(),
    context: { task?: { id: string }; isDryRun?: boolean } = {},
  ) =>
    runAction(
      action,
      { repository: { ...repository }, description: 'Looks up invoices.' },
      {
        workspacePath: join(folder, 'workspace'),
        task: { id: 'task-1' },
        user: {
          ref: PETRA,
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'petra' },
            spec: {
              profile: { displayName: 'Petra P.', email: 'petra@example.com' },
            },
          },
        },
        ...context,
      },
    );
  const repositories = new LocalRepositories({ directory });
  return { directory, repositories, target, publish };
}

describe('mcp:repository:publish', () => {
  it('makes a repository of the workspace, and says how to get it', async () => {
    const { publish, repositories, directory } = setUp();
    const { output, log } = await publish();
    const url = `${PORTAL_URL}/mcp-repositories/payments/billing`;
    const cloneUrl = join(directory, 'payments', 'billing.git');
    expect(output).toEqual({
      remoteUrl: url,
      repoContentsUrl: `${url}/blob/main`,
      catalogInfoUrl: `${url}/blob/main/catalog-info.yaml`,
      cloneUrl,
      commitHash: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(log).toEqual([
      `info: Made the repository ${url}`,
      `info: Get it with: git clone ${cloneUrl}`,
    ]);
    const made = await describeRepository(repositories, BILLING);
    expect(made).toMatchObject({
      description: 'Looks up invoices.',
      lastCommit: { id: output.commitHash },
      files: [{ path: 'README.md', sizeBytes: 10 }],
    });
  });

  it('makes nothing in a dry run, but says what it would make', async () => {
    const { publish, directory } = setUp();
    const { output, log } = await publish(undefined, { isDryRun: true });
    expect(output.remoteUrl).toMatch(/payments\/billing$/);
    expect(output).not.toHaveProperty('commitHash');
    expect(log).toEqual([expect.stringMatching(/dry run makes no repository/)]);
    await expect(readdir(directory)).rejects.toThrow(/ENOENT/);
  });

  it('takes no name that is taken', async () => {
    const { publish } = setUp();
    await publish();
    await expect(publish(undefined, { task: { id: 'other' } })).rejects.toThrow(
      expect.objectContaining({
        name: 'ConflictError',
        message: expect.stringMatching(/payments\/billing already/),
      }),
    );
  });

  it('begins anew when the same task does, unless somebody pushed', async () => {
    const { publish, repositories } = setUp();
    await publish();
    await writeFile(join(folder, 'workspace', 'new.txt'), 'new');
    const { output } = await publish();
    const repository = await repositories.find(BILLING);
    const files = await repository?.files(String(output.commitHash));
    expect(files?.map(({ path }) => path)).toEqual(['README.md', 'new.txt']);
  });

  it('takes no name that the catalog was told of, so that undoing takes nothing else', async () => {
    const { target } = setUp();
    const { publish, directory } = setUp({
      locations: [`url:${target().catalogInfoUrl}`],
    });
    await expect(publish()).rejects.toThrow(/was told of .* already/);
    await expect(readdir(directory)).rejects.toThrow(/ENOENT/);
  });

  it("makes nothing in another team's folder", async () => {
    const { publish, target, directory } = setUp();
    await expect(publish(target('group:default/freight'))).rejects.toThrow(
      /you don't belong to group:default\/freight/,
    );
    await expect(readdir(directory)).rejects.toThrow(/ENOENT/);
  });

  it('makes nothing where the portal would not have planned it', async () => {
    const { publish, target } = setUp();
    for (const changes of [
      { owner: '..' },
      { owner: 'payments/../freight' },
      { name: '../../x' },
      { name: 'other' },
      { catalogInfoUrl: 'https://evil.test/catalog-info.yaml' },
    ]) {
      await expect(publish({ ...target(), ...changes })).rejects.toThrow(
        expect.objectContaining({ name: 'InputError' }),
      );
    }
  });

  it('says what to use where there is a code host', async () => {
    const { target } = setUp();
    const { publish } = setUp({ type: 'github' });
    await expect(publish(target())).rejects.toThrow(
      /made on github\.com here.*publish:github/,
    );
  });
});
