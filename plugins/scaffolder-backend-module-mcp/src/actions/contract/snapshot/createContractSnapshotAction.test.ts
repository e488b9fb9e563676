import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { mockServices } from '@backstage/backend-test-utils';
import { createSnapshot } from '@mcp-portal/mcp-contract';
import type { Attempt } from '@mcp-portal/plugin-mcp-registry-common';

import { responseError } from '../../../__testUtils__/responseError';
import { AS_PETRA, runAction } from '../../../__testUtils__/runAction';
import { createContractSnapshotAction } from './createContractSnapshotAction';

const CONTRACT = {
  tools: [
    { name: 'find', inputSchema: { type: 'object' as const } },
    { name: 'add', inputSchema: { type: 'object' as const } },
  ],
  prompts: [{ name: 'greet' }],
  resources: [{ uri: 'notes://all', name: 'notes' }],
  resourceTemplates: [{ uriTemplate: 'notes://{id}', name: 'note' }],
};
const SNAPSHOT = createSnapshot(CONTRACT);
const SEEN = { sha256: SNAPSHOT.sha256, tools: 2, prompts: 1, resources: 2 };
const SERVER = 'api:default/notes';

const attempt = (id: string, changes: Partial<Attempt> = {}): Attempt => ({
  id,
  startedAt: '2026-11-21T12:00:00.000Z',
  latencyMs: 5,
  outcome: 'ok',
  trigger: 'manual',
  ...changes,
});

/** A registry whose last attempt is each of these in turn, and then the last. */
function registryWith(...attempts: (Attempt | undefined)[]) {
  const introspect = jest.fn(async (..._: unknown[]) => ({
    state: 'started' as const,
  }));
  return {
    introspect,
    listAttempts: jest.fn(async () => {
      const [first] = attempts;
      if (attempts.length > 1) {
        attempts.shift();
      }
      return { items: first ? [first] : [], totalItems: 1 };
    }),
    getContract: jest.fn(async () => ({
      ...SNAPSHOT,
      snapshot: SNAPSHOT.sha256,
      firstSeenAt: '',
      lastSeenAt: '',
      counts: { tools: 2, prompts: 1, resources: 1, resourceTemplates: 1 },
      current: true,
      stale: false,
    })),
  };
}

function actionOf(registry = registryWith()) {
  return createContractSnapshotAction({
    auth: mockServices.auth({ pluginId: 'scaffolder' }),
    registry,
    pollIntervalMs: 1,
  });
}

describe('mcp:contract:snapshot of a file', () => {
  let workspacePath: string;
  const inWorkspace = (name: string) => join(workspacePath, name);

  beforeEach(async () => {
    workspacePath = await mkdtemp(join(tmpdir(), 'workspace-'));
    await writeFile(
      inWorkspace('contract.json'),
      JSON.stringify(CONTRACT, undefined, 2),
    );
  });

  afterEach(() => rm(workspacePath, { recursive: true }));

  it('names the contract, and leaves the file alone', async () => {
    const before = await readFile(inWorkspace('contract.json'), 'utf8');
    const { output } = await runAction(
      actionOf(),
      { path: 'contract.json' },
      { workspacePath },
    );
    expect(output).toEqual(SEEN);
    expect(await readFile(inWorkspace('contract.json'), 'utf8')).toBe(before);
  });

  it('writes it in canonical form when asked', async () => {
    const input = { path: 'contract.json', write: true };
    await runAction(actionOf(), input, { workspacePath });
    expect(await readFile(inWorkspace('contract.json'), 'utf8')).toBe(
      `${SNAPSHOT.canonicalJson}\n`,
    );
  });

  it('reads nothing outside of the workspace', async () => {
    await symlink('/etc/hostname', inWorkspace('link.json'));
    for (const path of ['../contract.json', '/etc/hostname', 'link.json']) {
      await expect(
        runAction(actionOf(), { path }, { workspacePath }),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    }
  });

  it.each([
    ['{"tools": [', /contract.json holds no contract/],
    ['[]', /it has none of tools, prompts/],
    ['{"name": "x"}', /it has none of tools, prompts/],
    ['{"tools": [{"name": "no spaces"}]}', /tools\/0\/name/],
  ])('says why %s is no contract', async (text, message) => {
    await writeFile(inWorkspace('contract.json'), text);
    await expect(
      runAction(actionOf(), { path: 'contract.json' }, { workspacePath }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });

  it('says that there is no such file; or goes on without, when told', async () => {
    const input = { path: 'other.json' };
    await expect(
      runAction(actionOf(), input, { workspacePath }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    const { output, log } = await runAction(
      actionOf(),
      { ...input, optional: true },
      { workspacePath },
    );
    expect(output).toEqual({ problem: expect.stringContaining('other.json') });
    expect(log).toEqual([expect.stringMatching(/^warn: No contract for now/)]);
  });

  it.each([{}, { path: 'contract.json', serverRef: SERVER }])(
    'wants one of both: %j',
    async input => {
      await expect(
        runAction(actionOf(), input, { workspacePath }),
      ).rejects.toThrow('Give either path or serverRef');
    },
  );
});

describe('mcp:contract:snapshot of a server', () => {
  it('has it asked now, as the person, and waits for the new answer', async () => {
    const old = attempt('1');
    const registry = registryWith(old, old, old, attempt('2'));
    const { output } = await runAction(actionOf(registry), {
      serverRef: SERVER,
    });
    expect(output).toEqual(SEEN);
    expect(registry.introspect).toHaveBeenCalledWith(SERVER, AS_PETRA);
  });

  it('says why it got no contract', async () => {
    const registry = registryWith(
      undefined,
      attempt('1', { outcome: 'unreachable', error: 'Nothing listens there.' }),
    );
    await expect(
      runAction(actionOf(registry), { serverRef: SERVER }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: `${SERVER} gave no contract (unreachable): Nothing listens there.`,
    });
    expect(registry.getContract).not.toHaveBeenCalled();
  });

  it('waits no longer than told', async () => {
    const registry = registryWith(attempt('1'));
    await expect(
      runAction(actionOf(registry), {
        serverRef: SERVER,
        timeoutSeconds: 0.05,
      }),
    ).rejects.toThrow(`${SERVER} did not answer within 0.05 seconds`);
  });

  it('goes on without, when told: the registry may refuse to ask', async () => {
    const registry = registryWith(undefined);
    registry.introspect.mockRejectedValue(
      await responseError(403, { name: 'NotAllowedError', message: 'No' }),
    );
    const { output } = await runAction(actionOf(registry), {
      serverRef: SERVER,
      optional: true,
    });
    expect(output).toEqual({ problem: 'No' });
  });

  it('asks nothing in a dry run', async () => {
    const registry = registryWith();
    const { output } = await runAction(
      actionOf(registry),
      { serverRef: SERVER },
      { isDryRun: true },
    );
    expect(output.problem).toContain('A dry run asks no server');
    expect(registry.introspect).not.toHaveBeenCalled();
  });
});
