import { createBackendModule } from '@backstage/backend-plugin-api';
import type {
  IdleKind,
  IdleResource,
} from '@mcp-portal/plugin-mcp-cost-common';
import { mcpIdleExtensionPoint } from '@mcp-portal/plugin-mcp-cost-node';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { ADA, DORA, FIONA, FRANK, PETRA } from '../__testUtils__/people';
import { startTestCost, type TestCost } from '../__testUtils__/startTestCost';
import { DAY_MS } from '../time/days';
import type { IdlePage } from './IdleStore';

const FEE = 90_000_000_000n;
const daysAgo = (days: number) => Date.now() - days * DAY_MS;
const dayIn = (days: number) =>
  new Date(daysAgo(-days)).toISOString().slice(0, 10);

describeOnBothDatabases('what lies idle', createKnex => {
  let knex: Knex;
  let cost: TestCost;
  const onIdle = jest.fn();

  beforeEach(async () => {
    jest.resetAllMocks();
    knex = await createKnex();
    cost = await startTestCost(knex, {
      features: [
        createBackendModule({
          pluginId: 'mcp-cost',
          moduleId: 'scale-down',
          register(env) {
            env.registerInit({
              deps: { idle: mcpIdleExtensionPoint },
              async init({ idle }) {
                idle.addIdleAction({ name: 'scale-down', onIdle });
              },
            });
          },
        }),
      ],
    });
    // The first scan that the plugin made by itself knows of nothing.
    await knex('idle_known').delete();
    onIdle.mockReset();
  });
  afterEach(() => cost.backend.stop());

  let uses = 0;
  /** Calls of a server by an agent, the last so many days ago. */
  async function use(server: string, agent: string, lastDaysAgo: number) {
    uses += 1;
    await knex('usage_consumers').insert({
      fingerprint: `fingerprint ${uses}`,
      team_ref: 'group:default/payments',
      environment: 'production',
      kind: 'tool-call',
      agent,
      server_ref: server,
      server_hint: '',
      model: '',
      provider: '',
      unit: '',
      first_at: daysAgo(80),
      last_at: daysAgo(lastDaysAgo),
    });
  }
  async function fee(server: string, since = 60) {
    await knex('prices').insert({
      subject_key: server,
      kind: 'hosting-month',
      server_ref: server,
      tool: '',
      model: '',
      provider: '',
      unit: '',
      per_unit: '90',
      valid_from: Math.floor(daysAgo(since) / DAY_MS),
      source: 'api',
      created_by: 'user:default/ada',
      created_at: daysAgo(since),
    });
  }
  const scan = () => cost.scheduler.triggerTask('mcp-cost-idle');
  const list = async (who: string, query = '') =>
    (await cost.ask<IdlePage>(who, 'GET', `/idle${query}`)).body;
  const subjects = async (who: string, kind: IdleKind, query = '') =>
    (await list(who, `?kind=${kind}${query}`)).items.map(({ subject }) =>
      subject.replace(/^.*\//, ''),
    );
  const exempt = (who: string, id: string, until = dayIn(10)) =>
    cost.ask(who, 'PUT', `/idle/${id}/exemption`, {
      reason: 'Back in May',
      until,
    });

  it('is servers without calls, with what they cost, and agents gone silent', async () => {
    await use('api:default/ledger', 'component:default/clerk', 1);
    await use('api:default/vault', 'component:default/auditor', 40);
    await use('api:default/freight', 'airesource:default/dispatcher', 29);
    await fee('api:default/vault');
    await scan();
    // Nobody ever called the archive, which was there since usage began.
    expect(await subjects(ADA, 'server')).toEqual(['vault', 'archive']);
    expect(await subjects(ADA, 'agent')).toEqual(['auditor']);
    expect(await list(PETRA)).toMatchObject({
      totalItems: 3,
      savingPerMonthNanos: String(FEE),
      scannedAt: expect.any(String),
      items: [
        {
          kind: 'server',
          subject: 'api:default/vault',
          ownerRef: 'group:default/payments',
          costPerMonthNanos: String(FEE),
          savingPerMonthNanos: String(FEE),
          lastUsedAt: expect.any(String),
          mayExempt: true,
        },
        { subject: 'api:default/archive', mayExempt: false },
        { kind: 'agent' },
      ],
    });
    expect(await list(FRANK)).toMatchObject({
      items: [],
      savingPerMonthNanos: '0',
    });
    expect((await list(DORA, '?limit=1')).items).toHaveLength(1);
    expect((await list(DORA, '?team=payments-ledger')).totalItems).toBe(1);
  });

  it('is nothing that is new, or that is used again', async () => {
    await use('api:default/ledger', 'component:default/clerk', 1);
    await use('api:default/vault', 'component:default/clerk', 40);
    await scan();
    expect(await subjects(ADA, 'server')).toContain('vault');
    await knex('usage_consumers').update({ last_at: daysAgo(0) });
    // What is new since the first scan is known since it was seen.
    await knex('idle_known')
      .where({ ref: 'api:default/archive' })
      .update({ is_initial: false });
    await scan();
    expect(await subjects(ADA, 'server')).toEqual(['freight']);
  });

  it('is hosting that is paid for and not used, once', async () => {
    // Unused since before this month, yet for less than thirty days.
    const days = new Date().getUTCDate() + 1;
    await use(
      'api:default/ledger',
      'component:default/clerk',
      Math.max(8, days),
    );
    await use('api:default/freight', 'component:default/clerk', 0);
    await use('api:default/vault', 'component:default/clerk', 60);
    for (const name of ['ledger', 'freight', 'vault']) {
      await fee(`api:default/${name}`);
    }
    await scan();
    const expected = days < 30 ? ['ledger'] : [];
    expect(await subjects(ADA, 'hosting')).toEqual(expected);
    expect(await subjects(ADA, 'server')).toContain('vault');
  });

  it('is keys that nobody uses, told of to their team only', async () => {
    await cost.makeKey('group:default/payments', { name: 'gateway' });
    await scan();
    expect(await subjects(PETRA, 'key')).toEqual([]);
    await knex('service_keys').update({ created_at: daysAgo(31) });
    await scan();
    expect(await subjects(PETRA, 'key')).toHaveLength(1);
    expect((await list(PETRA, '?kind=key')).items[0]).toMatchObject({
      title: 'gateway',
    });
    expect(await subjects(ADA, 'key')).toHaveLength(1);
    for (const who of [DORA, FIONA, FRANK]) {
      expect(await subjects(who, 'key')).toEqual([]);
    }
    await knex('service_keys').update({ last_used_at: daysAgo(2) });
    await scan();
    expect(await subjects(PETRA, 'key')).toEqual([]);
  });

  it('is exempted by its owners, with a reason, until a day', async () => {
    await use('api:default/vault', 'component:default/clerk', 40);
    await fee('api:default/vault');
    await scan();
    const [{ id }] = (await list(PETRA, '?kind=server')).items;
    expect((await exempt(FRANK, id)).status).toBe(404);
    expect((await exempt(DORA, id)).status).toBe(403);
    for (const until of [dayIn(-1), dayIn(400), '2026-02-30', 'x']) {
      expect((await exempt(PETRA, id, until)).status).toBe(400);
    }
    expect((await exempt(PETRA, `server-${'0'.repeat(32)}`)).status).toBe(404);
    expect(await exempt(PETRA, id)).toMatchObject({
      status: 200,
      body: { reason: 'Back in May', until: dayIn(10), by: PETRA },
    });
    expect(await subjects(PETRA, 'server')).not.toContain('vault');
    expect(await list(PETRA, '?exempted=only')).toMatchObject({
      totalItems: 1,
      savingPerMonthNanos: '0',
      items: [{ id, exemption: { by: PETRA } }],
    });
    expect(await subjects(PETRA, 'server', '&exempted=with')).toContain(
      'vault',
    );
    // It ends by itself.
    await knex('idle_exemptions').update({ until: dayIn(-1) });
    expect(await subjects(PETRA, 'server')).toContain('vault');
    await exempt(PETRA, id);
    const end = (who: string) =>
      cost.ask(who, 'DELETE', `/idle/${id}/exemption`);
    expect((await end(DORA)).status).toBe(403);
    expect((await end(PETRA)).status).toBe(204);
    expect((await end(PETRA)).status).toBe(404);
    expect(await subjects(PETRA, 'server')).toContain('vault');
  });

  it('is told to actions once, and again where they failed', async () => {
    await use('api:default/vault', 'component:default/clerk', 40);
    onIdle.mockRejectedValueOnce(new Error('no cluster'));
    await scan();
    await scan();
    await scan();
    expect(onIdle).toHaveBeenCalledTimes(2);
    const told = (call: number) =>
      (onIdle.mock.calls[call][0] as IdleResource[]).map(({ subject }) =>
        subject.replace(/^.*\//, ''),
      );
    expect(told(0)).toEqual(told(1));
    expect(told(1)).toContain('vault');
    // In use, and idle again: that is news.
    const [{ last_at }] = await knex('usage_consumers');
    await knex('usage_consumers').update({ last_at: daysAgo(0) });
    await scan();
    await knex('usage_consumers').update({ last_at });
    await scan();
    expect(onIdle).toHaveBeenCalledTimes(3);
    expect(told(2).sort()).toEqual(['clerk', 'vault']);
  });

  it('is not told to actions while it is exempted', async () => {
    await use('api:default/vault', 'component:default/clerk', 40);
    onIdle.mockRejectedValueOnce(new Error('not yet'));
    await scan();
    const [{ id }] = (await list(PETRA, '?kind=server')).items;
    await exempt(PETRA, id);
    await scan();
    expect(
      onIdle.mock.calls[1][0].map((resource: IdleResource) => resource.id),
    ).not.toContain(id);
  });

  it('stays as it was found while it can not be looked for', async () => {
    await use('api:default/vault', 'component:default/clerk', 40);
    await scan();
    const { scannedAt } = await list(ADA);
    await knex.schema.renameTable('usage_consumers', 'away');
    await scan();
    expect(await subjects(ADA, 'server')).toContain('vault');
    expect((await list(ADA)).scannedAt).toBe(scannedAt);
  });

  it.each(['?kind=x', '?exempted=x', '?limit=500', '?what=1'])(
    'is not listed with %s',
    async query => {
      expect((await cost.ask(PETRA, 'GET', `/idle${query}`)).status).toBe(400);
    },
  );
});
