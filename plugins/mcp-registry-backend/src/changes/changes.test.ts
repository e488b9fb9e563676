import type { ChangePage } from '@mcp-portal/plugin-mcp-registry-common';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { anAgent, aServer, aUse, NOW } from '../__testUtils__/samples';
import {
  FilledRegistry,
  startFilledRegistry,
} from '../__testUtils__/startFilledRegistry';
import { OWNER, STRANGER } from '../__testUtils__/startTestRegistry';
import { aContract } from '../versions/__testUtils__/versionSamples';

const system = systemScope();

describeOnBothDatabases('changes in the whole organisation', createKnex => {
  let registry: FilledRegistry;

  beforeAll(async () => {
    const knex = await createKnex();
    registry = await startFilledRegistry(knex);
    await registry.servers.put(
      system,
      [
        aServer('billing', { title: 'Invoices', ownerTitle: 'Payments Team' }),
        aServer('vault', { visibility: 'team', purpose: 'wombats' }),
      ],
      NOW,
    );
    const publish = async (
      server: string,
      version: string,
      changelog: string,
      ...tools: string[]
    ) => {
      await registry.call(OWNER, `/servers/${server}/versions`, {
        method: 'POST',
        body: { version, changelog, contract: aContract(...tools) },
      });
    };
    await publish('billing', '1.0.0', 'Begins', 'charge');
    await publish('billing', '1.1.0', 'Refunds a quokka', 'charge', 'refund');
    await publish('billing', '2.0.0', 'Ends', 'refund');
    await publish('vault', '1.0.0', 'Hides a wombat', 'open');
    const times = [
      ['1.0.0', '2026-01-01T00:00:00.000Z'],
      ['1.1.0', '2026-01-02T00:00:00.000Z'],
      ['2.0.0', '2026-01-03T00:00:00.000Z'],
    ];
    for (const [version, at] of times) {
      await knex('versions').where({ version }).update({ published_at: at });
    }
    await registry.agents.put(system, [
      anAgent('pinned', {
        uses: [{ ...aUse('billing'), versionRange: '1.0.0' }],
      }),
      anAgent('hidden', {
        visibility: 'team',
        uses: [{ ...aUse('billing'), versionRange: '1.0.0' }],
      }),
      anAgent('follower', { uses: [aUse('billing')] }),
    ]);
    const deprecate = (server: string, version: string, sunsetOn?: string) =>
      registry.call(
        OWNER,
        `/servers/${server}/versions/${version}/deprecation`,
        { method: 'POST', body: { reason: `Old ${server}`, sunsetOn } },
      );
    await deprecate('billing', '1.1.0');
    await deprecate('billing', '1.0.0', '2027-02-01');
    await deprecate('vault', '1.0.0', '2027-01-01');
  });

  afterAll(() => registry.backend.stop());

  const changes = async (query: string, user = STRANGER) => {
    const { body, text } = await registry.call(user, `/changes${query}`);
    return { ...(body as unknown as ChangePage), text };
  };
  const versions = async (query: string, user?: string) => {
    const { items } = await changes(query, user);
    return items.map(item => `${item.server.name} ${item.version}`);
  };

  it('are listed newest first, with their server and their worst class', async () => {
    const { items, totalItems, counts } = await changes('');
    expect(totalItems).toBe(3);
    expect(items).toMatchObject([
      {
        version: '2.0.0',
        verdict: 'breaking',
        latest: true,
        server: {
          ref: 'api:default/billing',
          title: 'Invoices',
          owner: { ref: 'group:default/payments', title: 'Payments Team' },
        },
      },
      { version: '1.1.0', verdict: 'additive', status: 'deprecated' },
      { version: '1.0.0', verdict: 'none' },
    ]);
    expect(counts).toEqual({
      breaking: 1,
      additive: 1,
      behavioural: 0,
      cosmetic: 0,
    });
  });

  it('are filtered by class, which does not change the counts', async () => {
    const page = await changes('?class=additive&class=cosmetic');
    expect(page.items.map(item => item.version)).toEqual(['1.1.0']);
    expect(page.totalItems).toBe(1);
    expect(page.counts).toMatchObject({ breaking: 1, additive: 1 });
  });

  it('are filtered by time, owner and page', async () => {
    expect(
      await versions('?from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z'),
    ).toEqual(['billing 1.1.0']);
    expect(await versions('?from=2026-01-03T01:00:00%2B02:00&limit=1')).toEqual(
      ['billing 2.0.0'],
    );
    expect(await versions('?owner=group:default/logistics')).toEqual([]);
    expect(await versions('?owner=group:default/Payments&offset=2')).toEqual([
      'billing 1.0.0',
    ]);
  });

  it('are found by server, owner, changelog and what changed', async () => {
    expect(await versions('?search=quokka')).toEqual(['billing 1.1.0']);
    expect(await versions('?search=invoi+team')).toHaveLength(3);
    expect(await versions('?search=removed+charge')).toEqual(['billing 2.0.0']);
    expect(await versions('?search=nothing')).toEqual([]);
    expect(await versions('?search=%25')).toEqual([]);
  });

  it('of a team-only server are for its team alone', async () => {
    expect(await versions('?search=wombat', OWNER)).toEqual(['vault 1.0.0']);
    for (const path of [
      '/changes',
      '/changes?search=wombat',
      '/changes?search=vault&owner=group:default/payments',
      '/removals',
      '/removals?search=vault',
    ]) {
      const { text, status } = await registry.call(STRANGER, path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(/vault|wombat/);
    }
    expect((await registry.call(undefined, '/changes')).status).toBe(401);
    expect((await registry.call(undefined, '/removals')).status).toBe(401);
  });

  it('come with what is about to be removed, the soonest first, and who is still on it', async () => {
    const removals = async (user: string, query = '') =>
      (await registry.call(user, `/removals${query}`)).body;
    expect(await removals(OWNER)).toMatchObject({
      totalItems: 3,
      items: [
        { server: { name: 'vault' }, sunsetOn: '2027-01-01', consumers: 0 },
        {
          server: { name: 'billing' },
          version: '1.0.0',
          status: 'deprecated',
          sunsetOn: '2027-02-01',
          reason: 'Old billing',
          consumers: 2,
          teams: [{ owner: { ref: 'group:default/payments' }, count: 2 }],
        },
        { version: '1.1.0', consumers: 0, teams: [] },
      ],
    });
    expect(await removals(STRANGER, '?search=invoices&limit=1')).toMatchObject({
      totalItems: 2,
      items: [{ version: '1.0.0', consumers: 1 }],
    });
  });

  it.each([
    ['/changes?class=fatal', 'class'],
    ['/changes?from=yesterday', 'from'],
    ['/changes?from=2026-12-31T23:59:60Z', 'no instant'],
    ['/changes?limit=0', 'limit'],
    ['/removals?class=breaking', 'class'],
    ['/removals?owner=%00', 'owner'],
  ])('are not read by %s', async (path, named) => {
    const { status, text } = await registry.call(OWNER, path);
    expect([status, text]).toEqual([400, expect.stringContaining(named)]);
  });
});
