import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  LocalRepositories,
  type OperatorSettings,
  planRepository,
} from '@mcp-portal/plugin-mcp-templates-node';

import { runAction } from '../../../__testUtils__/runAction';
import { createServerUndoAction } from './createServerUndoAction';

const PORTAL_URL = 'http://portal.example.com';
const PAGE = `${PORTAL_URL}/catalog/default/api/billing`;
const BILLING = { team: 'payments', name: 'billing' };
const GITHUB: Pick<OperatorSettings, 'repositories'> = {
  repositories: {
    type: 'github',
    host: 'github.com',
    owner: 'acme',
    owners: {},
    visibility: 'internal',
  },
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mcp-undo-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function setUp(options: {
  settings?: Pick<OperatorSettings, 'repositories'>;
  registered?: boolean;
  refusal?: Error;
}) {
  const directory = join(folder, 'repositories');
  const settings = options.settings ?? {
    repositories: { type: 'local', directory },
  };
  const repositories = new LocalRepositories({ directory });
  const repository = planRepository(settings, {
    teamRef: 'group:default/payments',
    name: 'billing',
    baseUrl: PORTAL_URL,
  });
  const locations = new Map([
    ['url:https://elsewhere.test/catalog-info.yaml', 'other'],
    ...(options.registered
      ? ([[`url:${repository.catalogInfoUrl}`, 'own']] as const)
      : []),
  ]);
  const askedAs: string[] = [];
  const action = createServerUndoAction({
    auth: mockServices.auth({ pluginId: 'scaffolder' }),
    catalog: {
      getLocationByRef: async ref => {
        const id = locations.get(ref);
        return id
          ? { id, type: 'url', target: ref, entityRef: 'location:default/x' }
          : undefined;
      },
      removeLocationById: async (id, { credentials }) => {
        const { principal } = credentials as BackstageCredentials<{
          type: string;
        }>;
        askedAs.push(principal.type);
        if (options.refusal) {
          throw options.refusal;
        }
        for (const [ref, known] of locations) {
          if (known === id) {
            locations.delete(ref);
          }
        }
      },
    },
    settings,
    portalUrl: PORTAL_URL,
  });
  const undo = (
    input: JsonObject = {},
    context: { task?: { id: string }; isDryRun?: boolean } = {},
  ) =>
    runAction(
      action,
      {
        repository: { ...repository },
        entityRef: 'api:default/billing',
        ...input,
      },
      { task: { id: 'task-1' }, ...context },
    );
  const publish = async () => {
    const workspacePath = await mkdtemp(join(folder, 'workspace-'));
    await writeFile(join(workspacePath, 'README.md'), '# Billing\n');
    return repositories.create(BILLING, {
      workspacePath,
      createdBy: 'task-1',
      message: 'Begin',
    });
  };
  return { undo, publish, repositories, repository, locations, askedAs };
}

describe('mcp:server:undo, with local repositories', () => {
  it('takes back the repository and the location that the task made', async () => {
    const { undo, publish, repositories, repository, locations, askedAs } =
      await setUp({ registered: true });
    await publish();
    const { output, log } = await undo();
    expect(output).toEqual({
      removed: [
        `the catalog's location ${repository.catalogInfoUrl}`,
        `the repository ${repository.url}`,
      ],
      toRemove: [],
    });
    expect(log[log.length - 1]).toMatch(/Nothing is left of this try/);
    await expect(repositories.find(BILLING)).resolves.toBeUndefined();
    expect([...locations.values()]).toEqual(['other']);
    // A person may not remove locations.
    expect(askedAs).toEqual(['service']);
  });

  it('takes back the repository alone when the catalog was not told of it', async () => {
    const { undo, publish, repository } = await setUp({});
    await publish();
    const { output } = await undo();
    expect(output).toEqual({
      removed: [`the repository ${repository.url}`],
      toRemove: [],
    });
  });

  it('touches nothing that another task made', async () => {
    const { undo, publish, repositories, locations } = await setUp({
      registered: true,
    });
    await publish();
    const { output } = await undo({}, { task: { id: 'task-2' } });
    expect(output).toEqual({ removed: [], toRemove: [] });
    await expect(repositories.find(BILLING)).resolves.toBeDefined();
    expect([...locations.values()]).toContain('own');
  });

  it('keeps a repository that somebody pushed to, and says so', async () => {
    const { undo, publish, repositories, repository, locations } = await setUp({
      registered: true,
    });
    const { cloneUrl, commitHash } = await publish();
    // As a push of another branch leaves it.
    await writeFile(
      join(cloneUrl, 'refs', 'heads', 'topic'),
      `${commitHash}\n`,
    );
    const { output, log } = await undo({ commitHash });
    expect(output).toEqual({
      removed: [],
      toRemove: [
        { what: `the repository ${repository.url}`, url: repository.url },
      ],
    });
    expect(log.join()).toMatch(/warn: Remove by hand .*somebody has pushed/);
    await expect(repositories.find(BILLING)).resolves.toBeDefined();
    expect([...locations.values()]).toContain('own');
  });

  it('says what to remove when the catalog refuses', async () => {
    const { undo, publish, repository } = await setUp({
      registered: true,
      refusal: new NotAllowedError('not today'),
    });
    await publish();
    const { output, log } = await undo();
    expect(output).toEqual({
      removed: [`the repository ${repository.url}`],
      toRemove: [
        {
          what: `the catalog's location ${repository.catalogInfoUrl}`,
          url: PAGE,
        },
      ],
    });
    expect(log.join()).toContain(`(not today): ${PAGE}`);
  });

  it('does nothing in a dry run, and nothing where the check failed', async () => {
    const { undo, publish, repositories } = await setUp({ registered: true });
    await publish();
    const dry = await undo({}, { isDryRun: true });
    expect(dry.output).toEqual({ removed: [], toRemove: [] });
    await expect(repositories.find(BILLING)).resolves.toBeDefined();
    const early = await undo({ repository: undefined, entityRef: undefined });
    expect(early.output).toEqual({ removed: [], toRemove: [] });
  });
});

describe('mcp:server:undo, with a code host', () => {
  const url = 'https://github.com/acme/billing';

  it('says which repository to remove, for it deletes none there', async () => {
    const { undo } = await setUp({ settings: GITHUB });
    const { output, log } = await undo({ commitHash: 'abc' });
    expect(output).toEqual({
      removed: [],
      toRemove: [{ what: `the repository ${url}`, url }],
    });
    expect(log).toEqual([
      `warn: Remove by hand the repository ${url} (the portal deletes nothing on a code host): ${url}`,
    ]);
  });

  it('says where to look when publishing failed midway, and leaves a location alone', async () => {
    const { undo, locations } = await setUp({
      settings: GITHUB,
      registered: true,
    });
    const { output } = await undo();
    expect([...locations.values()]).toContain('own');
    expect(output.toRemove).toEqual([
      { what: `the repository ${url}, if it is there`, url },
    ]);
  });

  it('says nothing when publishing was not come to', async () => {
    const { undo } = await setUp({ settings: GITHUB });
    const { output, log } = await undo({ attempted: false });
    expect(output).toEqual({ removed: [], toRemove: [] });
    expect(log).toEqual([expect.stringMatching(/Nothing is left/)]);
  });

  it('takes away the location of what it published, for people may not', async () => {
    const catalogInfoUrl = `${url}/blob/main/catalog-info.yaml`;
    const { undo, locations, askedAs } = await setUp({
      settings: GITHUB,
      registered: true,
    });
    const { output } = await undo({ commitHash: 'abc' });
    expect(output).toEqual({
      removed: [`the catalog's location ${catalogInfoUrl}`],
      toRemove: [{ what: `the repository ${url}`, url }],
    });
    expect(askedAs).toEqual(['service']);
    expect([...locations.values()]).toEqual(['other']);
  });

  it.each([
    ['https://elsewhere.test/catalog-info.yaml', 'acme'],
    ['https://github.com/others/billing/blob/main/catalog-info.yaml', 'others'],
  ])(
    'asks as the person for a location that no template makes: %s',
    async (catalogInfoUrl, owner) => {
      const { undo, repository, locations, askedAs } = await setUp({
        settings: GITHUB,
        refusal: new NotAllowedError('not yours'),
      });
      locations.set(`url:${catalogInfoUrl}`, 'other');
      const { output } = await undo({
        repository: { ...repository, owner, catalogInfoUrl },
        commitHash: 'abc',
      });
      expect(askedAs).toEqual(['user']);
      expect(output.toRemove).toEqual([
        { what: `the catalog's location ${catalogInfoUrl}`, url: PAGE },
        { what: `the repository ${url}`, url },
      ]);
    },
  );
});
