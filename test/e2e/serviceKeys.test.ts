import { amara, elif, margaret, priya } from './support/people';
import { runCommandLine } from './support/commandLine';
import { makeKey, revokeKey } from './support/serviceKeys';
import { expect, test } from './support/test';
import { whenAsked } from './support/whenAsked';

/** Live, owned by Data Platform. */
const SERVER = 'sequential-thinking';
const KEYS = '/api/mcp-cost/teams/data-platform/keys';

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test("a pipeline publishes with a key of the server's team, until it is revoked", async ({
  apiAs,
}) => {
  const owner = await apiAs(elif);
  const key = await makeKey(owner, 'data-platform', 'publish');
  const dryRun = (server: string, token: string) =>
    runCommandLine(
      [
        'publish',
        '--server',
        server,
        '--version',
        '9999.0.0',
        '--live',
        '--dry-run',
      ],
      { token },
    );

  const good = await dryRun(SERVER, key.secret);
  expect(good.stderr).toBe('');
  expect(good.stdout).toContain(`9999.0.0 of ${SERVER} would be published.`);
  const ofOthers = await dryRun('everything', key.secret);
  expect(ofOthers.code).toBe(2);
  expect(ofOthers.stderr).toContain("may not do this with 'everything'");

  const ingestOnly = await makeKey(owner, 'data-platform', 'ingest');
  expect((await dryRun(SERVER, ingestOnly.secret)).code).toBe(2);

  await revokeKey(owner, key);
  await revokeKey(owner, ingestOnly);
  const revoked = await dryRun(SERVER, key.secret);
  expect(revoked.code).toBe(2);
  expect(revoked.stderr).toContain('does not accept the key');
});

test("a team's keys are for its members and platform admins", async ({
  apiAs,
}) => {
  for (const [person, status] of [
    [elif, 200],
    [priya, 200],
    [amara, 403],
    [margaret, 403],
  ] as const) {
    expect((await (await apiAs(person)).get(KEYS)).status()).toBe(status);
  }
});
