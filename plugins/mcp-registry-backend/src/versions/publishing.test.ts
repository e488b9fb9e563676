import type { GateReport } from '@mcp-portal/plugin-mcp-registry-common';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  aFailedAttempt,
  aGoodAttempt,
  anAgent,
  aSnapshot,
  aUse,
  NOW,
} from '../__testUtils__/samples';
import {
  errorOf,
  FilledRegistry,
  startFilledRegistry,
} from '../__testUtils__/startFilledRegistry';
import { ADMIN, OWNER, STRANGER } from '../__testUtils__/startTestRegistry';
import { aContract } from './__testUtils__/versionSamples';

const system = systemScope();
const LOGISTICS = {
  ownerRef: 'group:default/logistics',
  ownerTitle: 'Logistics',
};

describeOnBothDatabases('publishing', createKnex => {
  let registry: FilledRegistry;

  beforeAll(async () => {
    registry = await startFilledRegistry(await createKnex());
  });

  afterAll(() => registry.backend.stop());

  it('keeps the first version of a server, whatever it offers', async () => {
    const name = await registry.newServer();
    const answer = await registry.publish(name, {
      version: '0.1.0',
      contract: aContract('a'),
      changelog: 'The **first** one',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      outcome: 'published',
      version: {
        version: '0.1.0',
        status: 'active',
        publishedBy: OWNER,
        changelog: 'The **first** one',
        verdict: 'none',
        counts: { breaking: 0, additive: 0, behavioural: 0, cosmetic: 0 },
        latest: true,
        live: false,
        tools: 1,
        sample: false,
      },
      report: {
        accepted: true,
        version: '0.1.0',
        breaks: { total: 0, teams: [] },
      },
    });
    const server = await registry.call(STRANGER, `/servers/${name}`);
    expect(server.body).toMatchObject({
      version: '0.1.0',
      mayPublish: false,
      mayOverride: false,
    });
    const list = await registry.call(STRANGER, `/servers?search=${name}`);
    expect(list.body.items).toMatchObject([{ version: '0.1.0' }]);
  });

  it('refuses a breaking change without a major bump, and names the agents of other teams', async () => {
    const name = await registry.newServer();
    await registry.agents.put(system, [
      anAgent(`${name}-any`, {
        ...LOGISTICS,
        uses: [{ ...aUse(name), versionRange: '^1.0.0' }],
      }),
      anAgent(`${name}-uses-b`, {
        ...LOGISTICS,
        uses: [{ ...aUse(name, ['b', 'c']), versionRange: '^1.0.0' }],
      }),
      anAgent(`${name}-own`, { uses: [aUse(name, ['b'])] }),
      anAgent(`${name}-uses-a`, { uses: [aUse(name, ['a'])] }),
      anAgent(`${name}-pinned`, {
        uses: [{ ...aUse(name, ['b']), versionRange: '1.0.0' }],
      }),
      anAgent(`${name}-hidden`, {
        ...LOGISTICS,
        visibility: 'team',
        uses: [aUse(name, ['b'])],
      }),
    ]);
    await registry.published(name, '1.0.0', 'a', 'b', 'c');

    const answer = await registry.publish(name, {
      version: '1.1.0',
      contract: aContract('a', 'c'),
    });
    expect(answer.status).toBe(409);
    const { name: errorName, message, details } = errorOf(answer);
    expect(errorName).toBe('ConflictError');
    expect(message).toBe(
      `1.1.0 of 'api:default/${name}' is refused: 1 of its changes since 1.0.0 breaks callers, so the smallest version that it can have is 2.0.0; it would break 3 agents of Logistics (2), group:default/payments (1).`,
    );
    const report = details as GateReport;
    expect(report).toMatchObject({
      accepted: false,
      version: '1.1.0',
      base: '1.0.0',
      requiredBump: 'major',
      smallestVersion: '2.0.0',
      diff: { verdict: 'breaking', changes: [{ where: { tool: 'b' } }] },
    });
    expect(report.breaks.total).toBe(3);
    expect(
      report.breaks.teams.map(team => [
        team.owner.ref,
        team.dependents.map(agent => [agent.name, agent.tools]),
      ]),
    ).toEqual([
      [
        'group:default/logistics',
        [
          [`${name}-any`, undefined],
          [`${name}-uses-b`, ['b']],
        ],
      ],
      ['group:default/payments', [[`${name}-own`, ['b']]]],
    ]);
    expect(answer.body).toMatchObject({ response: { statusCode: 409 } });
    expect(answer.text).not.toContain('hidden');

    // The major version passes; those whose range does not take it are safe.
    const major = await registry.publish(name, {
      version: '2.0.0',
      contract: aContract('a', 'c'),
    });
    expect(major.status).toBe(201);
    expect(major.body).toMatchObject({
      report: {
        accepted: true,
        breaks: {
          total: 1,
          teams: [{ dependents: [{ name: `${name}-own` }] }],
        },
      },
      version: { verdict: 'breaking', counts: { breaking: 1 } },
    });
  });

  it('takes the very same again as no change, and never another content', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const again = await registry.publish(name, {
      version: '1.0.0',
      contract: aContract('a'),
      changelog: 'Said later',
    });
    expect([again.status, again.body]).toEqual([
      200,
      expect.objectContaining({
        outcome: 'unchanged',
        report: expect.objectContaining({ accepted: true, version: '1.0.0' }),
      }),
    ]);
    expect(again.text).not.toContain('Said later');

    const other = await registry.publish(name, {
      version: '1.0.0',
      contract: aContract('a', 'b'),
    });
    expect([other.status, errorOf(other)]).toEqual([
      409,
      {
        name: 'ConflictError',
        message: `1.0.0 of 'api:default/${name}' is published with another contract, and a published version never changes. The smallest version that this contract can have is 1.1.0.`,
      },
    ]);
    const overruled = await registry.publish(
      name,
      {
        version: '1.0.0',
        contract: aContract('a', 'b'),
        override: { reason: 'I am the boss' },
      },
      ADMIN,
    );
    expect(overruled.status).toBe(409);
  });

  it('keeps the server.json of a version, and never another one', async () => {
    const name = await registry.newServer();
    const serverJson = {
      name: 'com.example/ledger',
      description: 'Keeps the books',
      version: '1.0.0',
      remotes: [{ type: 'sse', url: 'https://mcp.example.com' }],
    };
    const request = { version: '1.0.0', contract: aContract('a') };
    expect(
      (await registry.publish(name, { ...request, serverJson })).status,
    ).toBe(201);
    expect(
      (await registry.publish(name, { ...request, serverJson })).status,
    ).toBe(200);
    expect((await registry.publish(name, request)).status).toBe(200);
    const other = await registry.publish(name, {
      ...request,
      serverJson: { ...serverJson, description: 'Keeps other books' },
    });
    expect([other.status, errorOf(other).message]).toEqual([
      409,
      expect.stringContaining('another server.json'),
    ]);
    const version = await registry.call(
      STRANGER,
      `/servers/${name}/versions/1.0.0`,
    );
    expect(version.body.serverJson).toEqual(serverJson);
  });

  it('compares a fix of an old line with that line', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.4.0', 'a', 'b');
    await registry.published(name, '2.0.0', 'c');
    const { report } = await registry.published(name, '1.4.1', 'a', 'b');
    expect(report).toMatchObject({ base: '1.4.0', diff: { verdict: 'none' } });
    expect((await registry.call(OWNER, `/servers/${name}`)).body.version).toBe(
      '2.0.0',
    );
  });

  it('says in a dry run what would happen, and changes nothing', async () => {
    const name = await registry.newServer();
    await registry.published(name, '1.0.0', 'a');
    const dry = async (version: string, ...tools: string[]) =>
      registry.publish(name, {
        version,
        contract: aContract(...tools),
        dryRun: true,
      });
    expect([
      (await dry('1.1.0', 'a', 'b')).body.outcome,
      (await dry('1.1.0', 'b')).body.outcome,
      (await dry('1.0.0', 'a')).body.outcome,
    ]).toEqual(['would-publish', 'would-refuse', 'unchanged']);
    expect((await dry('1.1.0', 'b')).body).toMatchObject({
      report: { smallestVersion: '2.0.0' },
    });
    const list = await registry.call(OWNER, `/servers/${name}/versions`);
    expect(list.body.totalItems).toBe(1);
  });

  it('publishes what is live, if it is what is meant', async () => {
    const name = await registry.newServer();
    const ref = `api:default/${name}`;
    const live = (more: object = {}) =>
      registry.publish(name, { version: '1.0.0', contract: 'live', ...more });
    const never = await live();
    expect([never.status, errorOf(never).message]).toEqual([
      409,
      expect.stringContaining('has never answered'),
    ]);

    await registry.introspection.record(system, ref, aGoodAttempt({ a: 'x' }));
    const { sha256 } = aSnapshot({ a: 'x' });
    const other = await live({ expectedSnapshot: 'f'.repeat(64) });
    expect([other.status, errorOf(other).message]).toEqual([
      409,
      expect.stringContaining('offers another contract by now'),
    ]);

    await registry.introspection.record(system, ref, aFailedAttempt());
    const stale = await live();
    expect([stale.status, errorOf(stale).message]).toEqual([
      409,
      expect.stringContaining(`last good answer, of ${NOW.toISOString()}`),
    ]);
    const named = await live({ expectedSnapshot: sha256 });
    expect([named.status, named.body]).toEqual([
      201,
      expect.objectContaining({
        version: expect.objectContaining({ snapshot: sha256, live: true }),
      }),
    ]);
  });
});
