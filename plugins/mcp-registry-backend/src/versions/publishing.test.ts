import type {
  GateReport,
  PublishReceipt,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import { systemScope } from '../access';
import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  aFailedAttempt,
  aGoodAttempt,
  anAgent,
  aServer,
  aSnapshot,
  aUse,
  NOW,
} from '../__testUtils__/samples';
import {
  ADMIN,
  OWNER,
  startTestRegistry,
  STRANGER,
  TestRegistry,
} from '../__testUtils__/startTestRegistry';
import { DatabaseIntrospectionStore } from '../introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { aContract } from './__testUtils__/versionSamples';

const system = systemScope();
const LOGISTICS = {
  ownerRef: 'group:default/logistics',
  ownerTitle: 'Logistics',
};

describeOnBothDatabases('publishing', createKnex => {
  let knex: Knex;
  let registry: TestRegistry;
  let introspection: DatabaseIntrospectionStore;
  let servers: DatabaseServerIndexStore;
  let agents: DatabaseAgentIndexStore;
  let nextServer = 0;

  beforeAll(async () => {
    knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    servers = new DatabaseServerIndexStore({ knex, searchIndex });
    introspection = new DatabaseIntrospectionStore({ knex, searchIndex });
    agents = new DatabaseAgentIndexStore({ knex });
    registry = await startTestRegistry(knex);
  });

  afterAll(() => registry.backend.stop());

  /** A server of its own for each test. */
  async function newServer(changes: Parameters<typeof aServer>[1] = {}) {
    nextServer += 1;
    const name = `ledger${nextServer}`;
    await servers.put(system, [aServer(name, changes)], NOW);
    return name;
  }

  function publish(name: string, body: unknown, user = OWNER) {
    return registry.call(user, `/servers/${name}/versions`, {
      method: 'POST',
      body,
    });
  }

  async function published(name: string, version: string, ...tools: string[]) {
    const answer = await publish(name, {
      version,
      contract: aContract(...tools),
    });
    expect([answer.text, answer.status]).toEqual([answer.text, 201]);
    return answer.body as unknown as PublishReceipt;
  }

  const errorOf = (answer: { body: { [key: string]: unknown } }) =>
    answer.body.error as { name: string; message: string; details?: unknown };

  it('keeps the first version of a server, whatever it offers', async () => {
    const name = await newServer();
    const answer = await publish(name, {
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
    const name = await newServer();
    await agents.put(system, [
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
    await published(name, '1.0.0', 'a', 'b', 'c');

    const answer = await publish(name, {
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
    const major = await publish(name, {
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
    const name = await newServer();
    await published(name, '1.0.0', 'a');
    const again = await publish(name, {
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

    const other = await publish(name, {
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
    const overruled = await publish(
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
    const name = await newServer();
    const serverJson = {
      name: 'com.example/ledger',
      description: 'Keeps the books',
      version: '1.0.0',
      remotes: [{ type: 'sse', url: 'https://mcp.example.com' }],
    };
    const request = { version: '1.0.0', contract: aContract('a') };
    expect((await publish(name, { ...request, serverJson })).status).toBe(201);
    expect((await publish(name, { ...request, serverJson })).status).toBe(200);
    expect((await publish(name, request)).status).toBe(200);
    const other = await publish(name, {
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
    const name = await newServer();
    await published(name, '1.4.0', 'a', 'b');
    await published(name, '2.0.0', 'c');
    const { report } = await published(name, '1.4.1', 'a', 'b');
    expect(report).toMatchObject({ base: '1.4.0', diff: { verdict: 'none' } });
    expect((await registry.call(OWNER, `/servers/${name}`)).body.version).toBe(
      '2.0.0',
    );
  });

  it('says in a dry run what would happen, and changes nothing', async () => {
    const name = await newServer();
    await published(name, '1.0.0', 'a');
    const dry = async (version: string, ...tools: string[]) =>
      publish(name, { version, contract: aContract(...tools), dryRun: true });
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

  it('lets only platform admins overrule the gate, and keeps why they did', async () => {
    const name = await newServer();
    await published(name, '1.0.0', 'a');
    const request = {
      version: '1.0.1',
      contract: aContract('b'),
      override: { reason: ' The old tool leaks ' },
    };
    const refused = await publish(name, request);
    expect([refused.status, errorOf(refused).message]).toEqual([
      403,
      expect.stringContaining('Only platform admins may overrule'),
    ]);
    const taken = await publish(name, request, ADMIN);
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({
      report: { accepted: false, smallestVersion: '2.0.0' },
      version: {
        publishedBy: ADMIN,
        override: { by: ADMIN, reason: 'The old tool leaks' },
      },
    });
    // One that was not needed is not kept.
    const needless = await publish(
      name,
      { ...request, version: '1.1.0', contract: aContract('b', 'c') },
      ADMIN,
    );
    expect(needless.body.version).not.toHaveProperty('override');
  });

  it('publishes what is live, if it is what is meant', async () => {
    const name = await newServer();
    const ref = `api:default/${name}`;
    const live = (more: object = {}) =>
      publish(name, { version: '1.0.0', contract: 'live', ...more });
    const never = await live();
    expect([never.status, errorOf(never).message]).toEqual([
      409,
      expect.stringContaining('has never answered'),
    ]);

    await introspection.record(system, ref, aGoodAttempt({ a: 'x' }));
    const { sha256 } = aSnapshot({ a: 'x' });
    const other = await live({ expectedSnapshot: 'f'.repeat(64) });
    expect([other.status, errorOf(other).message]).toEqual([
      409,
      expect.stringContaining('offers another contract by now'),
    ]);

    await introspection.record(system, ref, aFailedAttempt());
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

  it('lets one of two win who publish the same version at once', async () => {
    const name = await newServer();
    await published(name, '1.0.0', 'a');
    const answers = await Promise.all(
      ['b', 'c', 'd', 'e'].map(tool =>
        publish(name, { version: '1.1.0', contract: aContract('a', tool) }),
      ),
    );
    expect(answers.map(answer => answer.status).sort()).toEqual([
      201, 409, 409, 409,
    ]);
    const list = await registry.call(OWNER, `/servers/${name}/versions`);
    expect(list.body.totalItems).toBe(2);
  });

  it('compares each of many who publish at once with the one before it', async () => {
    const name = await newServer();
    await published(name, '1.0.0', 'a');
    const versions = ['1.1.0', '1.2.0', '1.3.0', '1.4.0'];
    // Each offers what those below it do: in whatever order they come, no one breaks.
    const answers = await Promise.all(
      versions.map((version, index) =>
        publish(name, {
          version,
          contract: aContract('a', ...'bcde'.slice(0, index + 1)),
        }),
      ),
    );
    expect(answers.map(answer => answer.status)).toEqual([201, 201, 201, 201]);
    const kept = answers.map(
      answer => (answer.body as unknown as PublishReceipt).version!,
    );
    // Who came after a lower one was compared with it, not with the first alone.
    for (const version of kept) {
      const lower = kept.filter(
        other =>
          other.version < version.version &&
          other.publishedAt < version.publishedAt,
      );
      expect(version.base! >= '1.0.0').toBe(true);
      expect(lower.every(other => other.version <= version.base!)).toBe(true);
    }
  });

  it('refuses the later of two who publish at once what does not go together', async () => {
    const name = await newServer();
    await published(name, '1.0.0', 'a');
    const answers = await Promise.all([
      publish(name, { version: '1.1.0', contract: aContract('a', 'b') }),
      publish(name, { version: '1.2.0', contract: aContract('a', 'c') }),
    ]);
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 409]);
  });

  it('answers those who may not publish as they may read', async () => {
    const open = await newServer();
    const secret = await newServer({ visibility: 'team' });
    const request = { version: '1.0.0', contract: aContract('a') };
    const refused = await publish(open, request, STRANGER);
    expect([refused.status, errorOf(refused).message]).toEqual([
      403,
      expect.stringContaining('(group:default/payments)'),
    ]);
    const hidden = await publish(secret, request, STRANGER);
    const missing = await publish('nothing', request, STRANGER);
    expect(hidden.status).toBe(404);
    expect(hidden.text.replaceAll(secret, 'nothing')).toBe(missing.text);
  });

  it.each<[string, object, string]>([
    ['no contract', { contract: undefined }, 'contract'],
    ['another word than live', { contract: 'dead' }, 'contract'],
    ['a range', { version: '^1.0.0' }, '^1.0.0'],
    ['latest', { version: 'latest' }, 'latest'],
    ['a v before the version', { version: 'v1.0.0' }, 'v1.0.0'],
    ['build metadata', { version: '1.0.0+build' }, 'build metadata'],
    ['a long version', { version: `1.0.0-${'x'.repeat(250)}` }, '255'],
    ['an unknown field', { verison: '1.0.0' }, 'additional properties'],
    ['a bad contract', { contract: { tools: [{ name: 'a b' }] } }, '/tools/0'],
    ['an empty reason', { override: { reason: '' } }, 'reason'],
    ['a long reason', { override: { reason: 'x'.repeat(2001) } }, 'reason'],
    ['a long changelog', { changelog: 'x'.repeat(20_001) }, 'changelog'],
    ['a NUL', { changelog: 'a\u0000b' }, 'NUL'],
    ['no snapshot', { expectedSnapshot: 'abc' }, 'expectedSnapshot'],
    [
      'a snapshot beside a contract',
      { expectedSnapshot: 'a'.repeat(64) },
      'expectedSnapshot',
    ],
    [
      'no changes to accept',
      { accept: { changes: [], reason: 'x' } },
      'changes',
    ],
    [
      'a server.json of another version',
      {
        serverJson: {
          name: 'com.example/a',
          description: 'x',
          version: '2.0.0',
        },
      },
      'serverJson.version',
    ],
    [
      'a server.json without a proper name',
      { serverJson: { name: 'ledger', description: 'x', version: '1.0.0' } },
      'name must be like com.example/ledger',
    ],
    [
      'a large server.json',
      {
        serverJson: {
          name: 'com.example/a',
          description: 'x',
          version: '1.0.0',
          more: 'x'.repeat(102_400),
        },
      },
      'too large',
    ],
  ])('refuses %s, and says so', async (_, changes, named) => {
    const name = await newServer();
    const answer = await publish(name, {
      version: '1.0.0',
      contract: aContract('a'),
      ...changes,
    });
    expect([answer.status, answer.text]).toEqual([
      400,
      expect.stringContaining(named),
    ]);
    expect(errorOf(answer).name).toBe('InputError');
    const list = await registry.call(OWNER, `/servers/${name}/versions`);
    expect(list.body.totalItems).toBe(0);
  });

  it('refuses an override that gives no reason but blanks', async () => {
    const name = await newServer();
    const answer = await publish(
      name,
      {
        version: '1.0.0',
        contract: aContract('a'),
        override: { reason: '  ' },
      },
      ADMIN,
    );
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      'Give a reason for overruling the gate: others will read it.',
    ]);
  });

  it('lets platform admins take undecided changes for harmless', async () => {
    const name = await newServer();
    const withPattern = (pattern: string) => ({
      tools: [
        {
          name: 'find',
          inputSchema: {
            type: 'object',
            properties: { id: { type: 'string', pattern } },
          },
        },
      ],
    });
    const first = { version: '1.0.0', contract: withPattern('^[a-z]{1,8}$') };
    expect((await publish(name, first)).status).toBe(201);
    const request = {
      version: '1.0.1',
      contract: withPattern('^([a-z]){1,8}$'),
    };
    const refused = await publish(name, request);
    expect([refused.status, errorOf(refused).message]).toEqual([
      409,
      expect.stringContaining('may break'),
    ]);
    const { diff } = errorOf(refused).details as GateReport;
    expect(diff?.changes).toMatchObject([{ undecided: true }]);

    const accept = {
      changes: diff!.changes.map(change => change.id),
      reason: 'The same names',
    };
    const notAllowed = await publish(name, { ...request, accept });
    expect(notAllowed.status).toBe(403);
    const taken = await publish(name, { ...request, accept }, ADMIN);
    expect([taken.status, taken.body]).toEqual([
      201,
      expect.objectContaining({
        version: expect.objectContaining({
          verdict: 'behavioural',
          acceptance: expect.objectContaining({
            by: ADMIN,
            reason: 'The same names',
          }),
        }),
      }),
    ]);
  });

  it('refuses to accept changes that are not undecided', async () => {
    const name = await newServer();
    await published(name, '1.0.0', 'a');
    const answer = await publish(
      name,
      {
        version: '1.1.0',
        contract: aContract('a', 'b'),
        accept: { changes: ['abc'], reason: 'Harmless' },
      },
      ADMIN,
    );
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      expect.stringContaining('accept.changes has abc'),
    ]);
  });

  it('takes a contract of more than 100 kB, and refuses one that no snapshot holds', async () => {
    const name = await newServer();
    const large = (sizeBytes: number) => ({
      tools: [
        {
          name: 'a',
          description: 'x'.repeat(sizeBytes),
          inputSchema: { type: 'object' },
        },
      ],
    });
    const taken = await publish(name, {
      version: '1.0.0',
      contract: large(1_000_000),
    });
    expect(taken.status).toBe(201);
    const refused = await publish(name, {
      version: '1.0.1',
      contract: large(11 * 1024 * 1024),
    });
    expect([refused.status, errorOf(refused)]).toEqual([
      413,
      {
        name: 'PayloadTooLargeError',
        message: expect.stringContaining('Send less'),
        statusCode: 413,
      },
    ]);
    const deprecation = await registry.call(
      OWNER,
      `/servers/${name}/versions/1.0.0/deprecation`,
      { method: 'POST', body: { reason: 'x'.repeat(200_000) } },
    );
    expect(deprecation.status).toBe(413);
  });

  it('refuses a bottomless server.json', async () => {
    const name = await newServer();
    const bottomless = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const answer = await publish(
      name,
      `{"version":"1.0.0","contract":{},"serverJson":${bottomless}}`,
    );
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      expect.stringContaining('50 levels'),
    ]);
  });

  it('says that a body is no JSON', async () => {
    const name = await newServer();
    const answer = await publish(name, '{"version": ');
    expect([answer.status, errorOf(answer)]).toEqual([
      400,
      {
        name: 'InputError',
        message: expect.stringContaining('The body is not JSON'),
      },
    ]);
  });
});
