import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { aSnapshot, NOW } from '../__testUtils__/samples';
import type { IndexedServer } from '../servers/ServerIndexStore';
import { createServers } from '../__testUtils__/createServers';
import { DatabaseDriftStore } from './DatabaseDriftStore';
import { DriftJudge } from './DriftJudge';
import { DriftNotifier } from './DriftNotifier';
import { DriftWatcher } from './DriftWatcher';

const system = systemScope();
const BILLING = 'api:default/billing';
const PAYMENTS = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments' },
  spec: { type: 'team', children: ['payments-interns'] },
  relations: [
    { type: 'hasMember', targetRef: 'user:default/petra' },
    { type: 'parentOf', targetRef: 'group:default/payments-interns' },
  ],
};

describeOnBothDatabases('DriftWatcher', createKnex => {
  async function setUp(server: Partial<IndexedServer> = {}) {
    const knex = await createKnex();
    const servers = createServers(knex);
    await servers.add('billing', { title: 'Billing', ...server });
    await servers.publish('billing', '1.0.0', aSnapshot({ charge: 'Charges' }));
    const store = new DatabaseDriftStore({ knex });
    const send = jest.fn<Promise<void>, [NotificationSendOptions]>(
      async () => {},
    );
    const logger = mockServices.logger.mock();
    let now = NOW;
    const createWatcher = () =>
      new DriftWatcher({
        store,
        judge: new DriftJudge({ severities: {} }),
        notifier: new DriftNotifier({
          notifications: { send },
          auth: mockServices.auth(),
          catalog: catalogServiceMock({ entities: [PAYMENTS] }),
        }),
        logger,
        now: () => now,
      });
    const watcher = createWatcher();
    return {
      servers,
      store,
      send,
      logger,
      createWatcher,
      setNow: (at: Date) => {
        now = at;
      },
      async answer(tools: Record<string, string>, by = watcher) {
        const answer = await servers.offer('billing', tools);
        await by.answered(system, BILLING, answer);
        return answer;
      },
    };
  }

  it('tells the owner what changed, and where to look', async () => {
    const { answer, send } = await setUp();
    await answer({ refund: 'Refunds' });
    expect(send).toHaveBeenCalledTimes(1);
    const [{ recipients, payload }] = send.mock.calls[0];
    expect(recipients).toEqual({
      type: 'entity',
      entityRef: ['group:default/payments'],
    });
    expect(payload).toMatchObject({
      title: 'Billing does not offer what version 1.0.0 promises',
      link: '/mcp-servers/default/billing/versions',
      severity: 'high',
      topic: 'MCP server drift',
    });
    expect(payload.description).toContain('breaking');
    expect(payload.description).toContain('charge');
    expect(payload.scope).toMatch(/^mcp-registry:drift:.{10}/);
  });

  it('tells of what only a team may see the members of that team alone', async () => {
    const { answer, send } = await setUp({ visibility: 'team' });
    await answer({ refund: 'Refunds' });
    expect(send.mock.calls[0][0].recipients).toEqual({
      type: 'entity',
      entityRef: ['user:default/petra'],
    });
  });

  it('waits for somebody to tell in a team that has nobody', async () => {
    const { answer, send, store } = await setUp({
      visibility: 'team',
      ownerRef: 'group:default/empty',
    });
    await answer({ refund: 'Refunds' });
    expect(send).not.toHaveBeenCalled();
    expect((await store.get(system, BILLING))?.notifiedAt).toBeUndefined();
  });

  it('tells a person who owns a server', async () => {
    const { answer, send } = await setUp({
      visibility: 'team',
      ownerRef: 'user:default/petra',
    });
    await answer({ refund: 'Refunds' });
    expect(send.mock.calls[0][0].recipients).toMatchObject({
      entityRef: ['user:default/petra'],
    });
  });

  it('does not raise its voice when nothing breaks', async () => {
    const { answer, send } = await setUp();
    await answer({ charge: 'Charges', refund: 'Refunds' });
    expect(send.mock.calls[0][0].payload.severity).toBe('normal');
    expect(send.mock.calls[0][0].payload.description).toContain(
      'none breaking',
    );
  });

  it('tells once of each distinct drift, however often it is seen', async () => {
    const { answer, send } = await setUp();
    for (let i = 0; i < 5; i++) {
      await answer({ refund: 'Refunds' });
    }
    expect(send).toHaveBeenCalledTimes(1);
    await answer({ charge: 'Charges' });
    await answer({ refund: 'Refunds' });
    expect(send).toHaveBeenCalledTimes(1);
    await answer({ rebate: 'Another' });
    expect(send).toHaveBeenCalledTimes(2);
    const scopes = send.mock.calls.map(([{ payload }]) => payload.scope);
    expect(new Set(scopes).size).toBe(2);
  });

  it('tells once when two replicas see it at the same time', async () => {
    const { answer, send, createWatcher } = await setUp();
    await Promise.all([
      answer({ refund: 'Refunds' }, createWatcher()),
      answer({ refund: 'Refunds' }, createWatcher()),
    ]);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('says nothing of what someone acknowledged', async () => {
    const { answer, send, store, servers } = await setUp();
    await servers.offer('billing', { refund: 'Refunds' });
    const drift = (await store.get(system, BILLING))!;
    await store.acknowledge(system, drift, {
      by: 'user:default/petra',
      at: NOW.toISOString(),
      reason: 'We know',
    });
    await answer({ refund: 'Refunds' });
    expect(send).not.toHaveBeenCalled();
  });

  it('tries again with the next answer what could not be sent', async () => {
    const { answer, send, logger, store } = await setUp();
    send.mockRejectedValueOnce(new Error('notifications are down'));
    await answer({ refund: 'Refunds' });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('notifications are down'),
    );
    expect((await store.get(system, BILLING))?.notifiedAt).toBeUndefined();
    await answer({ refund: 'Refunds' });
    await answer({ refund: 'Refunds' });
    expect(send).toHaveBeenCalledTimes(2);
    const [first, second] = send.mock.calls.map(([{ payload }]) => payload);
    expect(second.scope).toBe(first.scope);
  });

  it('lets another replica tell when the first one died of it', async () => {
    const { answer, send, store, servers, setNow } = await setUp();
    await servers.offer('billing', { refund: 'Refunds' });
    const drift = (await store.observe(system, BILLING, NOW))!;
    const claimedUntil = new Date(NOW.getTime() + 60_000);
    await store.claimNotice(system, drift, NOW, claimedUntil);
    await answer({ refund: 'Refunds' });
    expect(send).not.toHaveBeenCalled();
    setNow(claimedUntil);
    await answer({ refund: 'Refunds' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('waits for an owner that the catalog knows', async () => {
    const { answer, send, servers } = await setUp({ ownerExists: false });
    await answer({ refund: 'Refunds' });
    expect(send).not.toHaveBeenCalled();
    await servers.add('billing', { ownerExists: true });
    await answer({ refund: 'Refunds' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('takes what a server writes for text, and cuts it', async () => {
    const { answer, send } = await setUp();
    await answer({ [`x${'y'.repeat(120)}`]: 'a\n\u202eb'.repeat(500) });
    const { description } = send.mock.calls[0][0].payload;
    expect(description).toMatch(/^\P{C}+$/u);
    expect(description!.length).toBeLessThan(1_000);
  });
});
