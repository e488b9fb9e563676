import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { mockServices } from '@backstage/backend-test-utils';
import {
  checkConventions,
  createSnapshot,
  settleConventions,
} from '@mcp-portal/mcp-contract';

import { AS_PETRA, runAction } from '../../../__testUtils__/runAction';
import { createContractLintAction } from './createContractLintAction';

const SERVER = 'api:default/notes';
const GOOD = {
  tools: [
    {
      name: 'find_notes',
      title: 'Find notes',
      description: 'Finds the notes that have a word in their title or text.',
      inputSchema: {
        type: 'object' as const,
        properties: { word: { type: 'string', description: 'What to find.' } },
      },
      outputSchema: { type: 'object' as const, properties: {} },
      annotations: {
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
  ],
};
const POOR = {
  tools: [
    {
      name: 'find_notes',
      inputSchema: {
        type: 'object' as const,
        properties: { word: { type: 'string' } },
      },
    },
  ],
};

function registryWith(conventions = settleConventions()) {
  return {
    listConventions: jest.fn(async (..._: unknown[]) => conventions),
    getConventions: jest.fn(async (..._: unknown[]) => ({
      report: checkConventions({ contract: createSnapshot(POOR).contract }),
      checkedAt: '2026-11-21T12:00:00.000Z',
      trend: [],
    })),
  };
}

function actionOf(
  registry: Parameters<typeof createContractLintAction>[0]['registry'],
) {
  return createContractLintAction({
    auth: mockServices.auth({ pluginId: 'scaffolder' }),
    registry,
  });
}

describe('mcp:contract:lint', () => {
  let workspacePath: string;

  beforeEach(async () => {
    workspacePath = await mkdtemp(join(tmpdir(), 'workspace-'));
    await writeFile(join(workspacePath, 'good.json'), JSON.stringify(GOOD));
    await writeFile(join(workspacePath, 'poor.json'), JSON.stringify(POOR));
  });

  afterEach(() => rm(workspacePath, { recursive: true }));

  const lint = (input: object, registry = registryWith()) =>
    runAction(actionOf(registry), { ...input }, { workspacePath });

  it('gives the score of a contract that keeps the conventions', async () => {
    const { output, log } = await lint({ path: 'good.json' });
    expect(output).toEqual({ score: 100, findings: [] });
    expect(log).toEqual([
      'info: The contract keeps the conventions to 100 of 100.',
    ]);
  });

  it('stops below the score, and says of each place what to do', async () => {
    const failure = lint({ path: 'poor.json' });
    await expect(failure).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /^The contract keeps the conventions to \d+ of 100, and 100 is asked for:\n- find_notes/,
      ),
      stack: expect.not.stringContaining('createContractLintAction'),
    });
    const { fix } = settleConventions().find(
      ({ id }) => id === 'tool-described',
    )!;
    await expect(failure).rejects.toThrow(
      `The tool "find_notes" has no description. ${fix}`,
    );
    await expect(failure).rejects.toThrow(
      /- find_notes \/inputSchema\/properties\/word: /,
    );
  });

  it('goes on at the score that is asked for, and tells what could be better', async () => {
    const { output, log } = await lint({ path: 'poor.json', minScore: 0 });
    expect(output.score).toBeLessThan(100);
    expect(output.findings).not.toEqual([]);
    expect(log.join('\n')).toContain('What could be better:\n- find_notes');
  });

  it('goes by what the organisation has set', async () => {
    const off = settleConventions().map(convention => ({
      ...convention,
      severity: 'off' as const,
    }));
    const registry = registryWith(off);
    const { output } = await lint({ path: 'poor.json' }, registry);
    expect(output.score).toBe(100);
    expect(registry.listConventions).toHaveBeenCalledWith(AS_PETRA);
  });

  it('takes the common conventions when nobody can tell what is set', async () => {
    const registry = registryWith();
    registry.listConventions.mockRejectedValue(new TypeError('fetch failed'));
    const { output, log } = await lint({ path: 'good.json' }, registry);
    expect(output.score).toBe(100);
    expect(log[0]).toMatch(/^warn: .* common ones are taken: fetch failed$/);
  });

  it('looks a registered server up', async () => {
    const registry = registryWith();
    const { output } = await lint({ serverRef: SERVER, minScore: 0 }, registry);
    expect(output.score).toBe(
      checkConventions({ contract: createSnapshot(POOR).contract }).score,
    );
    await expect(lint({ serverRef: SERVER }, registry)).rejects.toThrow(
      'and 100 is asked for',
    );
  });

  it('says that a server was never checked; or goes on, when told', async () => {
    const registry = {
      ...registryWith(),
      getConventions: async () => undefined,
    };
    const input = { serverRef: SERVER };
    await expect(runAction(actionOf(registry), input)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('has never answered'),
    });
    const { output } = await runAction(actionOf(registry), {
      ...input,
      optional: true,
    });
    expect(output).toEqual({});
  });

  it('wants a file or a server', async () => {
    await expect(lint({})).rejects.toThrow('Give either path or serverRef');
  });

  it('checks a file in a dry run too, and looks no server up', async () => {
    const registry = registryWith();
    const { output } = await runAction(
      actionOf(registry),
      { path: 'good.json' },
      { workspacePath, isDryRun: true },
    );
    expect(output.score).toBe(100);
    await runAction(
      actionOf(registry),
      { serverRef: SERVER },
      { isDryRun: true },
    );
    expect(registry.getConventions).not.toHaveBeenCalled();
  });
});
