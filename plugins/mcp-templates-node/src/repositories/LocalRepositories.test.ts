import { execFileSync } from 'node:child_process';
import {
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import fs from 'node:fs';
import { join } from 'node:path';

import git from 'isomorphic-git';

import { commitTo } from '../__testUtils__/commitTo';
import { makeExecutable, makeFolder } from '../__testUtils__/makeFolder';
import { LocalRepositories } from './LocalRepositories';
import { WORKSPACE_LIMITS } from './readWorkspace';

const BILLING = { team: 'payments', name: 'billing' };
const FILES = { 'README.md': '# Billing\n', 'src/main.ts': 'main();\n' };

/** Whether there is a git program to test with; nothing but tests needs one. */
const hasGit = (() => {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

async function setUp(files: { [path: string]: string | Buffer } = FILES) {
  const directory = join(await makeFolder(), 'repositories');
  const workspacePath = await makeFolder(files);
  const repositories = new LocalRepositories({ directory });
  const create = (name = BILLING, createdBy = 'task-1') =>
    repositories.create(name, {
      workspacePath,
      createdBy,
      message: 'Begin',
    });
  return { directory, workspacePath, repositories, create };
}

/** Clones by whatever is there, and returns where to. */
async function clone(cloneUrl: string): Promise<string> {
  const dir = join(await makeFolder(), 'clone');
  if (hasGit) {
    execFileSync('git', ['clone', '--quiet', cloneUrl, dir]);
  } else {
    await git.checkout({ fs, dir, gitdir: cloneUrl });
  }
  return dir;
}

/** Changes the README in a clone, and pushes it. */
async function push(cloneUrl: string, { branch = 'main' } = {}): Promise<void> {
  const change = { path: 'README.md', text: '# Changed\n' };
  if (!hasGit) {
    await commitTo(cloneUrl, { ...change, branch });
    return;
  }
  const dir = await clone(cloneUrl);
  await writeFile(join(dir, change.path), change.text);
  const run = (...args: string[]) =>
    execFileSync('git', ['-C', dir, ...args], { stdio: 'pipe' });
  run('checkout', '--quiet', '-B', branch);
  run('add', '--all');
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  run(...who, 'commit', '--quiet', '--message', 'Change');
  run('push', '--quiet', 'origin', branch);
}

/** Has git itself look at a repository, and pack it. */
function checkAndPack(cloneUrl: string): void {
  if (hasGit) {
    execFileSync('git', ['-C', cloneUrl, 'fsck', '--strict'], {
      stdio: 'pipe',
    });
    execFileSync('git', ['-C', cloneUrl, 'gc', '--quiet']);
  }
}

describe('LocalRepositories', () => {
  it('makes a repository that can be cloned, with all files', async () => {
    const { workspacePath, create, directory } = await setUp({
      ...FILES,
      'bin/run.sh': '#!/bin/sh\n',
      'Grüße/日本.txt': 'こんにちは\n',
      '.github/workflows/ci.yml': 'on: push\n',
      'pixel.bin': Buffer.from([0, 255, 1, 254]),
    });
    await makeExecutable(join(workspacePath, 'bin/run.sh'));
    const { cloneUrl, defaultBranch } = await create();
    expect(cloneUrl).toBe(join(directory, 'payments', 'billing.git'));
    expect(defaultBranch).toBe('main');
    await expect(readFile(join(cloneUrl, 'HEAD'), 'utf8')).resolves.toBe(
      'ref: refs/heads/main\n',
    );
    const dir = await clone(cloneUrl);
    await expect(readFile(join(dir, 'Grüße/日本.txt'), 'utf8')).resolves.toBe(
      'こんにちは\n',
    );
    await expect(readFile(join(dir, 'pixel.bin'))).resolves.toEqual(
      Buffer.from([0, 255, 1, 254]),
    );
    await expect(
      readFile(join(dir, '.github/workflows/ci.yml'), 'utf8'),
    ).resolves.toBe('on: push\n');
    const modeOf = async (path: string) =>
      (await lstat(join(dir, path))).mode.toString(8).slice(-3);
    expect(await modeOf('bin/run.sh')).toMatch(/^7/);
    expect(await modeOf('README.md')).toMatch(/^6/);
  });

  it('takes what is pushed, and git finds nothing wrong', async () => {
    const { create, repositories } = await setUp();
    const { cloneUrl, commitHash } = await create();
    checkAndPack(cloneUrl);
    await push(cloneUrl);
    checkAndPack(cloneUrl);
    const repository = await repositories.find(BILLING);
    const { commit } = (await repository?.tip()) ?? {};
    expect(commit?.message).toBe('Change');
    expect(commit?.id).not.toBe(commitHash);
    const file = await repository?.file(commit?.id ?? '', 'README.md');
    expect(file?.content.toString()).toBe('# Changed\n');
    const other = await repository?.file(commit?.id ?? '', 'src/main.ts');
    expect(other?.content.toString()).toBe('main();\n');
  });

  it('names who asked in the commit, and nobody else', async () => {
    const { workspacePath, repositories } = await setUp();
    const { cloneUrl, commitHash } = await repositories.create(BILLING, {
      workspacePath,
      createdBy: 'task-1',
      message: 'Begin',
      author: { name: 'Yuki\nauthor Eve <e@x>', email: 'yuki@example.com>' },
    });
    const { commit } = await git.readCommit({
      fs,
      gitdir: cloneUrl,
      oid: commitHash,
    });
    expect(commit.author).toMatchObject({
      name: 'Yuki author Eve  e@x',
      email: 'yuki@example.com',
    });
    expect(commit.parent).toEqual([]);
  });

  it('leaves out what belongs to git, and keeps links as links', async () => {
    const { workspacePath, create, repositories } = await setUp({
      ...FILES,
      '.git/hooks/post-checkout': 'rm -rf ~',
      'inner/.GIT/config': '[core]',
    });
    await symlink('/etc/passwd', join(workspacePath, 'secret'));
    const { cloneUrl, commitHash } = await create();
    const repository = await repositories.find(BILLING);
    const paths = (await repository?.files(commitHash))?.map(f => f.path);
    expect(paths).toEqual(['README.md', 'src/main.ts']);
    await expect(repository?.file(commitHash, 'secret')).rejects.toThrow(
      /no file "secret"/,
    );
    const { tree } = await git.readTree({
      fs,
      gitdir: cloneUrl,
      oid: commitHash,
    });
    expect(tree.find(({ path }) => path === 'secret')?.mode).toBe('120000');
  });

  it('makes each once, also when two ask at the same moment', async () => {
    const { create, directory } = await setUp();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => create(BILLING, `task-${i}`)),
    );
    const made = results.filter(({ status }) => status === 'fulfilled');
    const refused = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(made).toHaveLength(1);
    expect(refused.map(({ name }) => name)).toEqual(
      Array(7).fill('ConflictError'),
    );
    await expect(readdir(directory)).resolves.toEqual(['payments']);
    await expect(create()).rejects.toThrow(/payments\/billing already/);
  });

  it('leaves nothing when it fails', async () => {
    const { create, directory, workspacePath } = await setUp();
    await rm(join(workspacePath, 'README.md'));
    await rm(join(workspacePath, 'src'), { recursive: true });
    await mkdir(join(workspacePath, 'empty'));
    await expect(create()).rejects.toThrow(/nothing to publish/);
    await expect(readdir(directory)).rejects.toThrow(/ENOENT/);
  });

  it('removes what a portal left that was killed at work', async () => {
    const { create, directory } = await setUp();
    const left = join(directory, '.unfinished-old');
    const current = join(directory, '.unfinished-new');
    await mkdir(join(left, 'objects'), { recursive: true });
    await mkdir(current);
    await utimes(left, 1_000, 1_000);
    await create();
    await expect(readdir(directory)).resolves.toEqual([
      '.unfinished-new',
      'payments',
    ]);
  });

  it('takes no more than a new project has', async () => {
    const { workspacePath, create } = await setUp();
    const large = join(workspacePath, 'large.bin');
    await writeFile(large, Buffer.alloc(WORKSPACE_LIMITS.fileBytes + 1));
    await expect(create()).rejects.toThrow(/large\.bin/);
    await rm(large);
    const names = Array.from({ length: WORKSPACE_LIMITS.files }, (_, i) => i);
    await Promise.all(
      names.map(name => writeFile(join(workspacePath, `${name}.txt`), '')),
    );
    await expect(create()).rejects.toThrow(/more than 2000 files/);
  }, 30_000);

  it.each([
    ['..', 'billing'],
    ['payments', '..'],
    ['payments', '../billing'],
    ['payments/..', 'billing'],
    ['', 'billing'],
    ['.', 'billing'],
    ['payments', ''],
    ['Payments', 'billing'],
    ['payments', 'Billing'],
    ['payments', 'bílling'],
    ['payments', 'billing.git'],
    ['payments', 'billing\0'],
    ['default~payments', 'billing'],
    ['.unfinished-1', 'billing'],
  ])('has no repository %j/%j', async (team, name) => {
    const { repositories, create } = await setUp();
    await create();
    await expect(repositories.find({ team, name })).resolves.toBeUndefined();
    await expect(create({ team, name })).rejects.toThrow(/can be no/);
  });

  it('follows no link in place of a folder', async () => {
    const { directory, repositories, create } = await setUp();
    const { cloneUrl } = await create();
    await symlink(join(directory, 'payments'), join(directory, 'support'));
    await symlink(cloneUrl, join(directory, 'payments', 'other.git'));
    const linked = { team: 'support', name: 'billing' };
    await expect(repositories.find(linked)).resolves.toBeUndefined();
    await expect(
      repositories.find({ team: 'payments', name: 'other' }),
    ).resolves.toBeUndefined();
    await expect(create({ team: 'support', name: 'new' })).rejects.toThrow(
      /is a link/,
    );
  });

  it('tells who has a name', async () => {
    const { repositories, create } = await setUp();
    await expect(repositories.teamsWith('billing')).resolves.toEqual([]);
    await create();
    await create({ team: 'eu~support', name: 'billing' });
    const teams = await repositories.teamsWith('billing');
    expect(teams.sort()).toEqual(['eu~support', 'payments']);
    await expect(repositories.teamsWith('other')).resolves.toEqual([]);
    await expect(repositories.teamsWith('../payments')).resolves.toEqual([]);
  });
});

describe('LocalRepositories.remove', () => {
  it('removes what the same one made', async () => {
    const { directory, repositories, create } = await setUp();
    const own = { createdBy: 'task-1' };
    await create();
    await expect(repositories.isUntouched(BILLING, own)).resolves.toBe(true);
    await expect(repositories.remove(BILLING, own)).resolves.toBe(true);
    await expect(repositories.remove(BILLING, own)).resolves.toBe(false);
    await expect(readdir(directory)).resolves.toEqual([]);
    await create();
  });

  it('keeps what somebody else made', async () => {
    const { repositories, create } = await setUp();
    await create();
    const other = { createdBy: 'task-2' };
    await expect(repositories.isUntouched(BILLING, other)).resolves.toBe(false);
    await expect(repositories.remove(BILLING, other)).rejects.toThrow(
      /It stays/,
    );
    await expect(repositories.find(BILLING)).resolves.toBeDefined();
  });

  it.each(['main', 'topic'])('keeps what is pushed to %s', async branch => {
    const { repositories, create } = await setUp();
    const { cloneUrl } = await create();
    await push(cloneUrl, { branch });
    await expect(
      repositories.remove(BILLING, { createdBy: 'task-1' }),
    ).rejects.toThrow(/It stays/);
    await expect(repositories.find(BILLING)).resolves.toBeDefined();
  });
});
