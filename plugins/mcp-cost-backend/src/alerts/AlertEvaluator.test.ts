import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { AlertQuery } from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { fixedDirectory } from '../__testUtils__/fixedDirectory';
import { type CostScope, systemScope } from '../access';
import { DatabaseNoticeStore, NoticeSender } from '../notices';
import { AlertEvaluator } from './AlertEvaluator';
import { DatabaseAlertStore } from './DatabaseAlertStore';
import type { Finding } from './Finding';
import type { Rule } from './Rule';

const TEAM = 'group:default/payments';
const MINUTE_MS = 60_000;

const trouble: Finding = {
  subject: TEAM,
  state: 'on',
  level: 'problem',
  teamRef: TEAM,
  title: 'Payments spent too much',
  message: 'It spent 72.',
  advice: 'Stop it.',
  link: '/mcp-costs',
  startedAt: '2026-11-21T12:00:00.000Z',
  facts: { costNanos: '72' },
};

describeOnBothDatabases('alerts', createKnex => {
  let knex: Knex;
  let now: Date;
  let findings: Finding[];
  let failure: Error | undefined;
  let sent: NotificationSendOptions[];
  let evaluator: AlertEvaluator;
  let store: DatabaseAlertStore;
  let sender: NoticeSender;
  const send = jest.fn();
  const rule: Rule = {
    name: 'cost-anomaly',
    tier: 'business',
    calmMs: 10 * MINUTE_MS,
    look: async () => {
      if (failure) {
        throw failure;
      }
      return findings;
    },
  };
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.resetAllMocks();
    knex = await createKnex();
    now = new Date('2026-11-21T12:00:00Z');
    findings = [];
    failure = undefined;
    sent = [];
    send.mockImplementation(async notification => {
      sent.push(notification);
    });
    const notices = new DatabaseNoticeStore({ knex });
    store = new DatabaseAlertStore({ knex, notices });
    sender = new NoticeSender({
      store: notices,
      notifications: { send },
      directory: fixedDirectory({ teams: [{ ref: TEAM }] }),
      deciders: [],
      logger,
      now: () => now,
    });
    evaluator = new AlertEvaluator({
      rules: [rule],
      store,
      logger,
      now: () => now,
    });
  });

  async function run(...current: Finding[]) {
    findings = current;
    await evaluator.run();
    await sender.flush();
  }
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * MINUTE_MS);
  };
  const list = async (
    query: AlertQuery = { state: 'all' },
    scope: CostScope = systemScope('test'),
  ) => (await store.list(scope, query)).items;

  it('are raised and told once while the trouble lasts', async () => {
    await run(trouble);
    later(5);
    await run({ ...trouble, message: 'It spent 80.' });
    await run({ ...trouble, message: 'It spent 90.', state: 'fading' });
    expect(await list()).toEqual([
      expect.objectContaining({
        rule: 'cost-anomaly',
        tier: 'business',
        teamRef: TEAM,
        message: 'It spent 90.',
        startedAt: trouble.startedAt,
        facts: { costNanos: '72' },
      }),
    ]);
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['user:default/payments-1'],
        },
        payload: {
          title: 'Payments spent too much',
          description: 'It spent 72. Stop it.',
          severity: 'high',
          topic: 'Cost and budget',
          link: '/mcp-costs',
          scope: expect.stringMatching(/^mcp-cost:alert:/),
        },
      },
    ]);
  });

  it('end when it was calm for long enough, and the notification says so', async () => {
    await run(trouble);
    later(9);
    await run();
    expect(await list({ state: 'open' })).toHaveLength(1);
    later(1);
    await run();
    expect(await list({ state: 'open' })).toEqual([]);
    expect((await list())[0].resolvedAt).toBe('2026-11-21T12:10:00.000Z');
    expect(sent[1]).toMatchObject({
      payload: {
        title: 'Over: Payments spent too much',
        severity: 'low',
        scope: sent[0].payload.scope,
      },
    });
    expect(sent[1].payload.description).toContain(
      'from 2026-11-21 12:00 to 2026-11-21 12:10 (UTC)',
    );
  });

  it('are new when the trouble comes back', async () => {
    await run(trouble);
    later(11);
    await run();
    later(1);
    await run(trouble);
    const alerts = await list();
    expect(alerts).toHaveLength(2);
    expect(alerts[0].startedAt).toBe('2026-11-21T12:11:00.000Z');
    expect(new Set(alerts.map(({ id }) => id)).size).toBe(2);
    expect(sent[2].payload.scope).not.toBe(sent[0].payload.scope);
  });

  it('are new with another occasion, though it never stopped', async () => {
    await run({ ...trouble, occasion: '2026-11' });
    later(60);
    await run({
      ...trouble,
      occasion: '2026-12',
      startedAt: now.toISOString(),
    });
    expect(await list()).toHaveLength(2);
    expect(await list({ state: 'open' })).toHaveLength(1);
    // The old one ends without a word: the new one says all.
    expect(sent.map(({ payload }) => payload.title)).toEqual([
      trouble.title,
      trouble.title,
    ]);
  });

  it('are not raised by what fades or is overtaken, which ends quietly', async () => {
    await run({ ...trouble, state: 'fading' });
    expect(await list()).toEqual([]);
    await run(trouble);
    await run({ ...trouble, state: 'overtaken' });
    expect(await list({ state: 'open' })).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('tell once of what was over before it was seen', async () => {
    const late = { ...trouble, endedAt: '2026-11-21T12:30:00.000Z' };
    later(120);
    await run(late);
    await run(late);
    await run({ ...late, startedAt: '2026-11-21T11:00:00.000Z' });
    expect(await list()).toHaveLength(1);
    expect(sent).toHaveLength(1);
    expect(sent[0].payload.description).toContain('It is over already.');
  });

  it('stay as they are while a rule can not look, which is logged once', async () => {
    await run(trouble);
    later(30);
    failure = new Error('no sums');
    await run();
    await run();
    expect(await list({ state: 'open' })).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no sums'),
    );
  });

  it('are raised once by two replicas that see it at once', async () => {
    findings = [trouble];
    await Promise.all([evaluator.run(), evaluator.run()]);
    await Promise.all([sender.flush(), sender.flush()]);
    expect(await list()).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it('are told when it works again, with what is true then', async () => {
    send.mockRejectedValueOnce(new Error('notifications are down'));
    await run(trouble);
    expect(sent).toEqual([]);
    await sender.flush();
    expect(sent).toEqual([]);
    later(2);
    await sender.flush();
    expect(sent).toHaveLength(1);
    later(10);
    await sender.flush();
    expect(sent).toHaveLength(1);
  });

  it('are told again with the same scope after a crash while telling', async () => {
    send.mockImplementationOnce(async notification => {
      sent.push(notification);
      // The process ends here: what it wrote down is that it wanted to send.
      await new Promise(() => {});
    });
    findings = [trouble];
    await evaluator.run();
    void sender.flush();
    while (sent.length === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    await sender.flush();
    expect(sent).toHaveLength(1);
    later(3);
    await sender.flush();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('are seen by the team, and by who owns the server', async () => {
    await run(trouble, {
      ...trouble,
      subject: 'api:default/ledger',
      serverRef: 'api:default/ledger',
      teamRef: 'group:default/owners',
    });
    const seenBy = (teams: string[], servers: string[] = []) =>
      list(
        { state: 'all' },
        {
          ...systemScope('test'),
          teams,
          servers,
          memberOf: teams,
          manages: [],
        },
      );
    expect(await seenBy([])).toEqual([]);
    expect((await seenBy([TEAM])).map(({ teamRef }) => teamRef)).toEqual([
      TEAM,
    ]);
    expect(await seenBy([], ['api:default/ledger'])).toHaveLength(1);
    expect(await list({ team: [TEAM] })).toHaveLength(1);
    expect(await list({ server: ['api:default/ledger'] })).toHaveLength(1);
    expect(await list({ rule: ['idle'] })).toEqual([]);
    expect(await list({ state: 'open', limit: 1, offset: 1 })).toHaveLength(1);
  });

  it('are raised by the tasks of the plugin only', async () => {
    const scope = { ...systemScope('test'), teams: [TEAM] };
    await expect(store.open(scope, 'cost-anomaly')).rejects.toThrow(
      'only the plugin',
    );
  });
});
