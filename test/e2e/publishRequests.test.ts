import { amara, elif } from './support/people';
import { expect, test } from './support/test';
import {
  publish,
  publishEarlier,
  versionsOf,
  withoutTool,
} from './support/versions';
import { whenAsked } from './support/whenAsked';

/** Live, and owned by Data Platform. */
const SERVER = 'sequential-thinking';
const VERSIONS = `/api/mcp-registry/servers/${SERVER}/versions`;

test.beforeAll(async ({ apiAs }) => {
  await whenAsked(await apiAs(amara));
});

test('a stranger changes nothing', async ({ apiAs }) => {
  const owner = await apiAs(elif);
  const { version, minor } = await publishEarlier(owner, SERVER, live =>
    withoutTool(live, 'sequentialthinking'),
  );
  const before = await versionsOf(owner, SERVER);
  const { drift } = await owner.read<{ drift: { snapshot: string } }>(
    `/api/mcp-registry/servers/${SERVER}/drift`,
  );

  const stranger = await apiAs(amara);
  const reason = 'I feel like it';
  const tries = [
    await publish(stranger, SERVER, { version: minor, contract: 'live' }),
    await publish(stranger, SERVER, {
      version: minor,
      contract: 'live',
      dryRun: true,
    }),
    await stranger.post(`${VERSIONS}/${version}/deprecation`, { reason }),
    await stranger.delete(`${VERSIONS}/${version}/deprecation`),
    await stranger.delete(`${VERSIONS}/${version}?reason=none`),
    await stranger.post(
      `/api/mcp-registry/servers/${SERVER}/drift/acknowledgement`,
      { snapshot: drift.snapshot, reason },
    ),
  ];
  for (const response of tries) {
    expect(response.status(), response.url()).toBe(403);
  }
  expect(await versionsOf(owner, SERVER)).toEqual(before);
  expect(
    (
      await owner.read<{ drift: object }>(
        `/api/mcp-registry/servers/${SERVER}/drift`,
      )
    ).drift,
  ).not.toHaveProperty('acknowledgement');
});

for (const { what, request, says } of [
  {
    what: 'a version that is none',
    request: { version: '1.0', contract: { tools: [] } },
    says: /Give one version with all three numbers/,
  },
  {
    what: 'a contract that is none',
    request: { version: '2030.0.0', contract: { tools: [{ name: 3 }] } },
    says: /\/tools\/0\/name: a string is needed/,
  },
  {
    what: 'no contract',
    request: { version: '2030.0.0' },
    says: /must have required property 'contract'/,
  },
  {
    what: 'a word that is not known',
    request: { version: '2030.0.0', contract: 'live', force: true },
    says: /must NOT have additional properties/,
  },
]) {
  test(`${what} is refused with what is wrong and where`, async ({ apiAs }) => {
    const response = await (await apiAs(elif)).post(VERSIONS, request);
    expect(response.status()).toBe(400);
    expect((await response.json()).error.message).toMatch(says);
  });
}
