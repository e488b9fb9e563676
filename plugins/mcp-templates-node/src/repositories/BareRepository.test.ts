import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { makeFolder } from '../__testUtils__/makeFolder';
import { describeRepository } from './describeRepository';
import { LocalRepositories } from './LocalRepositories';

const BILLING = { team: 'payments', name: 'billing' };

async function setUp(files: { [path: string]: string | Buffer } = {}) {
  const directory = await makeFolder();
  const repositories = new LocalRepositories({ directory });
  const { cloneUrl, commitHash } = await repositories.create(BILLING, {
    workspacePath: await makeFolder({ 'README.md': '# Billing\n', ...files }),
    createdBy: 'task-1',
    message: 'Begin\n\nWith a second paragraph.',
    description: 'Invoices\nof   customers',
  });
  const describeIt = () => describeRepository(repositories, BILLING);
  const find = async () => {
    const repository = await repositories.find(BILLING);
    if (!repository) {
      throw new Error('it is gone');
    }
    return repository;
  };
  return { cloneUrl, commitHash, describeIt, find };
}

async function looseObjects(gitdir: string) {
  const objects = join(gitdir, 'objects');
  const folders = (await readdir(objects)).filter(name => name.length === 2);
  const found = await Promise.all(
    folders.map(async folder =>
      (
        await readdir(join(objects, folder))
      ).map(name => ({
        id: `${folder}${name}`,
        path: join(objects, folder, name),
      })),
    ),
  );
  return found.flat();
}

describe('BareRepository', () => {
  it('tells what a page shows', async () => {
    const { cloneUrl, commitHash, describeIt } = await setUp({
      'src/b.ts': 'bb',
      'src/a.ts': 'a',
    });
    await expect(describeIt()).resolves.toEqual({
      ...BILLING,
      description: 'Invoices of customers',
      defaultBranch: 'main',
      cloneUrl,
      lastCommit: {
        id: commitHash,
        message: 'Begin\n\nWith a second paragraph.',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
      files: [
        { path: 'README.md', sizeBytes: 10 },
        { path: 'src/a.ts', sizeBytes: 1 },
        { path: 'src/b.ts', sizeBytes: 2 },
      ],
      readme: '# Billing\n',
    });
  });

  it.each([
    '../../../../etc/passwd',
    '/etc/passwd',
    'src/../README.md',
    './README.md',
    'src',
    'src/',
    '',
    'README.md/x',
    'readme.md',
    'README.md\0',
    '.git/config',
    'HEAD',
  ])('has no file %j', async path => {
    const { commitHash, find } = await setUp({ 'src/a.ts': 'a' });
    const repository = await find();
    await expect(repository.file(commitHash, path)).rejects.toThrow(
      expect.objectContaining({ name: 'NotFoundError' }),
    );
  });

  it.each([
    ['leads to no branch', 'ref: refs/heads/gone\n'],
    ['leads out of the branches', 'ref: refs/heads/../../config\n'],
  ])('is shown without commits when its HEAD %s', async (_what, head) => {
    const { cloneUrl, describeIt } = await setUp();
    await writeFile(join(cloneUrl, 'HEAD'), head);
    const shown = await describeIt();
    expect(shown).not.toHaveProperty('lastCommit');
    expect(shown?.files).toEqual([]);
  });

  it.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['is a commit that is not there', `${'0'.repeat(40)}\n`],
  ])('is shown as main is when its HEAD %s', async (_what, head) => {
    const { cloneUrl, commitHash, describeIt } = await setUp();
    const file = join(cloneUrl, 'HEAD');
    await (head === undefined ? rm(file) : writeFile(file, head));
    const shown = await describeIt();
    expect(shown?.defaultBranch).toBe('main');
    expect(shown?.lastCommit?.id).toBe(commitHash);
  });

  it.each(['../../HEAD', '', 'a b', '-x', 'x/../y', '..'])(
    'has no branch %j',
    async branch => {
      const repository = await (await setUp()).find();
      const { commit } = await repository.tip(branch);
      expect(commit).toBeUndefined();
    },
  );

  it.each([
    ['nothing of it', () => true, []],
    ['only its commits', (id: string, commit: string) => id !== commit, null],
  ])('when %s can be read, says what is left', async (_what, lost, files) => {
    const { cloneUrl, commitHash, describeIt } = await setUp();
    for (const { id, path } of await looseObjects(cloneUrl)) {
      if (lost(id, commitHash)) {
        await truncate(path, 3);
      }
    }
    const shown = await describeIt().catch(error => error);
    expect(shown.files ?? null).toEqual(files);
    expect(shown.message ?? '').toMatch(files ? /^$/ : /is damaged.*git fsck/);
  });

  it('does not take a repository into memory that grew too large', async () => {
    const { cloneUrl, commitHash, describeIt, find } = await setUp();
    const pack = join(cloneUrl, 'objects', 'pack', 'pack-x.pack');
    await mkdir(join(cloneUrl, 'objects', 'pack'), { recursive: true });
    await writeFile(pack, randomBytes(10));
    // Sparse: it takes no room on the disk.
    await truncate(pack, 300 * 1024 * 1024);
    await expect(describeIt()).rejects.toThrow(/too large to be shown/);
    const repository = await find();
    await expect(repository.file(commitHash, 'README.md')).rejects.toThrow(
      /too large/,
    );
  });
});
