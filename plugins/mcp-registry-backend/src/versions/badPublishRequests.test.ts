import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  errorOf,
  FilledRegistry,
  startFilledRegistry,
} from '../__testUtils__/startFilledRegistry';
import { OWNER, STRANGER } from '../__testUtils__/startTestRegistry';
import { aContract } from './__testUtils__/versionSamples';

describeOnBothDatabases('requests to publish', createKnex => {
  let registry: FilledRegistry;

  beforeAll(async () => {
    registry = await startFilledRegistry(await createKnex());
  });

  afterAll(() => registry.backend.stop());

  it('answers those who may not publish as they may read', async () => {
    const open = await registry.newServer();
    const secret = await registry.newServer({ visibility: 'team' });
    const request = { version: '1.0.0', contract: aContract('a') };
    const refused = await registry.publish(open, request, STRANGER);
    expect([refused.status, errorOf(refused).message]).toEqual([
      403,
      expect.stringContaining('(group:default/payments)'),
    ]);
    const hidden = await registry.publish(secret, request, STRANGER);
    const missing = await registry.publish('nothing', request, STRANGER);
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
    ['an unknown field', { verison: '1.0.0' }, 'leave out \\"verison\\"'],
    [
      'an unknown field in a field',
      { override: { reason: 'x', by: 'user:default/ada' } },
      'leave out \\"override/by\\"',
    ],
    // A body has types: what is of another is a mistake.
    ['a number for a version', { version: 1 }, 'version must be string'],
    ['a number for a text', { changelog: 1 }, 'changelog must be string'],
    ['null for a text', { changelog: null }, 'changelog must be string'],
    ['a list of one text', { changelog: ['x'] }, 'changelog must be string'],
    ['a text for yes or no', { dryRun: 'true' }, 'dryRun must be boolean'],
    ['null for yes or no', { dryRun: null }, 'dryRun must be boolean'],
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
    const name = await registry.newServer();
    const answer = await registry.publish(name, {
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

  it('takes a contract of more than 100 kB, and refuses one that no snapshot holds', async () => {
    const name = await registry.newServer();
    const large = (sizeBytes: number) => ({
      tools: [
        {
          name: 'a',
          description: 'x'.repeat(sizeBytes),
          inputSchema: { type: 'object' },
        },
      ],
    });
    const taken = await registry.publish(name, {
      version: '1.0.0',
      contract: large(1_000_000),
    });
    expect(taken.status).toBe(201);
    const refused = await registry.publish(name, {
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
    const name = await registry.newServer();
    const bottomless = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const answer = await registry.publish(
      name,
      `{"version":"1.0.0","contract":{},"serverJson":${bottomless}}`,
    );
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      expect.stringContaining('50 levels'),
    ]);
  });

  it('says that a body is no JSON', async () => {
    const name = await registry.newServer();
    const answer = await registry.publish(name, '{"version": ');
    expect([answer.status, errorOf(answer)]).toEqual([
      400,
      {
        name: 'InputError',
        message: expect.stringContaining('The body is not JSON'),
      },
    ]);
  });
});
