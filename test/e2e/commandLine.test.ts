import { writeFile } from 'node:fs/promises';
import { amara, elif } from './support/people';
import { runCommandLine } from './support/commandLine';
import { expect, test } from './support/test';
import {
  forgetVersions,
  liveContract,
  publishEarlier,
  versionsOf,
  withOptional,
} from './support/versions';
import { whenAsked } from './support/whenAsked';

/** Live, owned by Data Platform, and used by agents of other teams. */
const SERVER = 'sequential-thinking';

/** The same server, as its own pipeline would start it. */
const COMMAND = [
  process.execPath,
  require.resolve(
    '@modelcontextprotocol/server-sequential-thinking/dist/index.js',
  ),
];

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test("a server's pipeline is refused what breaks agents, and publishes what the refusal proposes", async ({
  apiAs,
}) => {
  test.setTimeout(120_000);
  const owner = await apiAs(elif);
  const { version, patch } = await publishEarlier(owner, SERVER, live =>
    withOptional(live, 'sequentialthinking', 'totalThoughts'),
  );

  const drifting = await runCommandLine([
    'check',
    '--server',
    SERVER,
    '--',
    ...COMMAND,
  ]);
  expect(drifting.code, drifting.stderr).toBe(1);
  expect(drifting.stdout).toContain(`is not ${version} of ${SERVER}`);
  expect(drifting.stdout).toContain('totalThoughts');

  const publish = (name: string, ...options: string[]) =>
    runCommandLine([
      'publish',
      '--server',
      SERVER,
      '--version',
      name,
      ...options,
      '--',
      ...COMMAND,
    ]);
  const refused = await publish(patch, '--json');
  expect(refused.code, refused.stderr).toBe(1);
  const { outcome, report } = JSON.parse(refused.stdout);
  expect(outcome).toMatch(/refuse/);
  expect(report.breaks.teams).toContainEqual(
    expect.objectContaining({
      owner: expect.objectContaining({ title: 'Platform Engineering' }),
      dependents: [expect.objectContaining({ name: 'incident-scribe' })],
    }),
  );
  expect(
    (await versionsOf(owner, SERVER)).map(one => one.version),
  ).not.toContain(patch);

  const markdown = await publish(patch, '--markdown');
  expect(markdown.stdout).toContain('incident-scribe');

  const published = await publish(report.smallestVersion);
  expect(published.code, published.stderr).toBe(0);
  const again = await publish(report.smallestVersion);
  expect(again.code, again.stderr).toBe(0);
  expect(await versionsOf(owner, SERVER)).toContainEqual(
    expect.objectContaining({
      version: report.smallestVersion,
      latest: true,
      live: true,
    }),
  );

  // Without a contract of its own, it takes what the portal saw.
  const checked = await runCommandLine(['check', '--server', SERVER]);
  expect(checked.code, checked.stdout).toBe(0);
});

test('two contracts are compared without a portal', async ({
  apiAs,
}, testInfo) => {
  const live = await liveContract(await apiAs(amara), SERVER);
  const files = {
    old: testInfo.outputPath('old.json'),
    new: testInfo.outputPath('new.json'),
  };
  await writeFile(
    files.old,
    JSON.stringify(withOptional(live, 'sequentialthinking', 'totalThoughts')),
  );
  await writeFile(files.new, JSON.stringify(live));
  const breaking = await runCommandLine([
    'diff',
    files.old,
    files.new,
    '--json',
  ]);
  expect(breaking.code, breaking.stderr).toBe(1);
  expect(JSON.parse(breaking.stdout)).toMatchObject({
    verdict: 'breaking',
    requiredBump: 'major',
  });
  const compatible = await runCommandLine(['diff', files.new, files.old]);
  expect(compatible.code, compatible.stderr).toBe(0);
});

test('what can’t be done says why in one line on standard error', async ({
  apiAs,
}) => {
  await forgetVersions(await apiAs(elif), SERVER);
  for (const { argv, token, says } of [
    {
      argv: ['check', '--server', SERVER],
      token: 'no-key-of-this-portal',
      says: /401|key|token/i,
    },
    {
      argv: ['check', '--server', 'no-such-server'],
      says: /no-such-server/,
    },
    { argv: ['check', '--server', SERVER], says: /no version is published/ },
  ]) {
    const { code, stdout, stderr } = await runCommandLine(argv, { token });
    expect(code, stdout).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^mcp-portal: [^\n]+\n$/);
    expect(stderr).toMatch(says);
  }
});
