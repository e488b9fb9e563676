import { amara, elif, priya } from './support/people';
import { expect, test } from './support/test';
import {
  liveContract,
  publish,
  publishEarlier,
  refusalOf,
  versionsOf,
  withOptional,
  withoutTool,
} from './support/versions';
import { whenAsked } from './support/whenAsked';

/** Live, owned by Data Platform, and used by agents of other teams. */
const SERVER = 'sequential-thinking';
const VERSIONS = `/api/mcp-registry/servers/${SERVER}/versions`;

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test('a breaking change without a major version is refused, with the agents of other teams that it would break', async ({
  apiAs,
}) => {
  const owner = await apiAs(elif);
  const { version, patch, minor } = await publishEarlier(owner, SERVER, live =>
    withOptional(live, 'sequentialthinking', 'totalThoughts'),
  );
  const before = await versionsOf(owner, SERVER);

  for (const tooSmall of [patch, minor]) {
    const response = await publish(owner, SERVER, {
      version: tooSmall,
      contract: 'live',
    });
    expect(response.status()).toBe(409);
    const { message, details } = await refusalOf(response);
    expect(message).toContain(`${tooSmall} of 'api:default/${SERVER}'`);
    expect(message).toContain('Platform Engineering');
    expect(details).toMatchObject({
      accepted: false,
      base: version,
      requiredBump: 'major',
      smallestVersion: expect.stringMatching(/^2027\./),
    });
    expect(details.diff?.changes).toContainEqual(
      expect.objectContaining({
        class: 'breaking',
        where: expect.objectContaining({
          tool: 'sequentialthinking',
          side: 'input',
        }),
      }),
    );
    expect(details.breaks.teams).toContainEqual(
      expect.objectContaining({
        owner: expect.objectContaining({
          ref: 'group:default/platform-engineering',
        }),
        dependents: [
          expect.objectContaining({ ref: 'component:default/incident-scribe' }),
        ],
      }),
    );
  }
  expect(await versionsOf(owner, SERVER)).toEqual(before);
});

test('the smallest version that a refusal names is accepted, and the same again changes nothing', async ({
  apiAs,
}) => {
  const owner = await apiAs(elif);
  const { patch } = await publishEarlier(owner, SERVER, live =>
    withOptional(live, 'sequentialthinking', 'totalThoughts'),
  );
  const refusal = await publish(owner, SERVER, {
    version: patch,
    contract: 'live',
  });
  const { smallestVersion } = (await refusalOf(refusal)).details;

  const request = { version: smallestVersion, contract: 'live' } as const;
  const first = await publish(owner, SERVER, request);
  expect(first.status()).toBe(201);
  expect(await first.json()).toMatchObject({
    outcome: 'published',
    version: {
      version: smallestVersion,
      verdict: 'breaking',
      publishedBy: 'user:default/elif.demir',
      latest: true,
      live: true,
    },
  });
  const published = await versionsOf(owner, SERVER);

  const again = await publish(owner, SERVER, request);
  expect(again.status()).toBe(200);
  expect(await again.json()).toMatchObject({ outcome: 'unchanged' });

  const other = await publish(owner, SERVER, {
    version: smallestVersion,
    contract: withoutTool(
      await liveContract(owner, SERVER),
      'sequentialthinking',
    ),
  });
  expect(other.status()).toBe(409);
  expect((await refusalOf(other)).message).toContain('never changes');
  expect(await versionsOf(owner, SERVER)).toEqual(published);
});

test('what only adds needs no more than a minor version', async ({ apiAs }) => {
  const owner = await apiAs(elif);
  const { patch, minor } = await publishEarlier(owner, SERVER, live =>
    withoutTool(live, 'sequentialthinking'),
  );
  const refusal = await publish(owner, SERVER, {
    version: patch,
    contract: 'live',
  });
  expect((await refusalOf(refusal)).details).toMatchObject({
    diff: { verdict: 'additive' },
    smallestVersion: minor,
    breaks: { total: 0 },
  });
  const response = await publish(owner, SERVER, {
    version: minor,
    contract: 'live',
  });
  expect(response.status()).toBe(201);
});

test('a fix of an old version is compared with that one, not with the newest', async ({
  apiAs,
}) => {
  const owner = await apiAs(amara);
  const server = 'billing-invoices';
  const contractOf = async (version: string) =>
    (
      await owner.read<{ contract: object }>(
        `/api/mcp-registry/servers/${server}/versions/${version}`,
      )
    ).contract;
  const judge = async (version: string, contract: object) =>
    (await publish(owner, server, { version, contract, dryRun: true })).json();

  expect(await judge('2.9.1', await contractOf('2.9.0'))).toMatchObject({
    outcome: 'would-publish',
    report: { base: '2.9.0' },
  });
  const refused = await judge('2.9.1', await contractOf('3.0.0'));
  expect(refused).toMatchObject({
    outcome: 'would-refuse',
    report: { base: '2.9.0', smallestVersion: '3.0.1' },
  });
  expect(refused.report.breaks.teams).toEqual([
    expect.objectContaining({
      owner: expect.objectContaining({ ref: 'group:default/data-platform' }),
      dependents: [
        expect.objectContaining({
          ref: 'component:default/month-end-assistant',
        }),
      ],
    }),
  ]);
  expect(
    (await versionsOf(owner, server)).map(({ version }) => version),
  ).toEqual(['3.2.0', '3.1.4', '3.0.0', '2.9.0']);
});

test('of two who publish the same version at once, one wins', async ({
  apiAs,
}) => {
  const owner = await apiAs(elif);
  const admin = await apiAs(priya);
  const { minor } = await publishEarlier(owner, SERVER, live =>
    withoutTool(live, 'sequentialthinking'),
  );
  const live = await liveContract(owner, SERVER);
  const answers = await Promise.all([
    publish(owner, SERVER, { version: minor, contract: live }),
    publish(admin, SERVER, {
      version: minor,
      contract: withOptional(live, 'sequentialthinking', 'thought'),
    }),
  ]);
  expect(answers.map(answer => answer.status()).sort()).toEqual([201, 409]);
});

test('only a platform admin may overrule the gate, and only with a reason', async ({
  apiAs,
}) => {
  const owner = await apiAs(elif);
  const admin = await apiAs(priya);
  const { patch } = await publishEarlier(owner, SERVER, live =>
    withOptional(live, 'sequentialthinking', 'totalThoughts'),
  );
  const overruled = (reason: string) => ({
    version: patch,
    contract: 'live' as const,
    override: { reason },
  });
  const byOwner = await publish(owner, SERVER, overruled('We know better'));
  expect(byOwner.status(), await byOwner.text()).toBe(403);
  expect((await publish(admin, SERVER, overruled(''))).status()).toBe(400);
  expect((await publish(admin, SERVER, overruled('  '))).status()).toBe(400);

  const byAdmin = await publish(admin, SERVER, overruled('Nobody left it out'));
  expect(byAdmin.status()).toBe(201);
  expect(await (await apiAs(amara)).read(`${VERSIONS}/${patch}`)).toMatchObject(
    {
      verdict: 'breaking',
      override: {
        by: 'user:default/priya.raman',
        reason: 'Nobody left it out',
      },
    },
  );
});
