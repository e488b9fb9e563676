import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { fixedDirectory } from '../__testUtils__/fixedDirectory';
import { systemScope } from '../access';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import type { Notice, NoticeRecipients } from './Notice';
import { NoticeSender } from './NoticeSender';

const TEAM = 'group:default/payments';
const ABOVE = 'group:default/engineering';
const ADMINS = 'group:default/admins';
const HOUR_MS = 3_600_000;

describeOnBothDatabases('notices', createKnex => {
  let knex: Knex;
  let now: Date;
  let empty: string[];
  let sent: NotificationSendOptions[];
  let store: DatabaseNoticeStore;
  let sender: NoticeSender;
  const send = jest.fn();
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.resetAllMocks();
    knex = await createKnex();
    now = new Date('2026-11-21T12:00:00Z');
    empty = [];
    sent = [];
    send.mockImplementation(async notification => {
      sent.push(notification);
    });
    const directory = fixedDirectory({
      teams: [{ ref: TEAM, parentRef: ABOVE }, { ref: ABOVE }, { ref: ADMINS }],
    });
    store = new DatabaseNoticeStore({ knex });
    sender = new NoticeSender({
      store,
      notifications: { send },
      directory: {
        ...directory,
        membersOf: async ref =>
          empty.includes(ref) ? [] : directory.membersOf(ref),
      },
      deciders: [ADMINS],
      logger,
      now: () => now,
    });
  });

  const put = (recipients: NoticeRecipients, title = 'News') =>
    store.put(
      knex,
      { scope: 'test', recipients, payload: { title } } satisfies Notice,
      now,
    );
  const told = () =>
    sent.map(({ recipients }) =>
      recipients.type === 'entity' ? recipients.entityRef : [],
    );

  it('go to the people of a team itself, each once, but not to who knows', async () => {
    await put({
      membersOf: [TEAM, TEAM],
      people: ['user:default/petra', 'user:default/payments-1'],
      except: 'user:default/petra',
    });
    await sender.flush();
    expect(told()).toEqual([['user:default/payments-1']]);
  });

  it('go to the nearest team above that has people, else to the deciders', async () => {
    await put({ decidersOf: TEAM });
    await sender.flush();
    empty = [ABOVE];
    await put({ decidersOf: TEAM });
    await sender.flush();
    await put({ decidersOf: ABOVE });
    await sender.flush();
    expect(told()).toEqual([
      ['user:default/engineering-1'],
      ['user:default/admins-1'],
      ['user:default/admins-1'],
    ]);
  });

  it('are not sent when there is nobody to tell, and not tried again', async () => {
    empty = [TEAM];
    await put({ membersOf: [TEAM] });
    await sender.flush();
    empty = [];
    now = new Date(now.getTime() + HOUR_MS);
    await sender.flush();
    expect(sent).toEqual([]);
  });

  it('say only what is newest', async () => {
    await put({ membersOf: [TEAM] }, 'It burns');
    await put({ membersOf: [TEAM] }, 'It is out');
    await sender.flush();
    expect(sent.map(({ payload }) => payload.title)).toEqual(['It is out']);
  });

  it('are sent anew when they change while they are sent', async () => {
    await put({ membersOf: [TEAM] }, 'It burns');
    send.mockImplementationOnce(async notification => {
      sent.push(notification);
      await put({ membersOf: [TEAM] }, 'It is out');
    });
    await sender.flush();
    expect(sent.map(({ payload }) => payload.title)).toEqual([
      'It burns',
      'It is out',
    ]);
  });

  it('are given up after a day', async () => {
    send.mockRejectedValue(new Error('down'));
    await put({ membersOf: [TEAM] });
    for (let hours = 0; hours < 40; hours++) {
      await sender.flush();
      now = new Date(now.getTime() + HOUR_MS);
    }
    expect(logger.error).toHaveBeenCalledTimes(1);
    const tries = send.mock.calls.length;
    await sender.flush();
    expect(send).toHaveBeenCalledTimes(tries);
  });

  it('are forgotten some months after they were sent', async () => {
    await put({ membersOf: [TEAM] });
    await sender.flush();
    await sender.prune();
    expect(await knex('notices')).toHaveLength(1);
    now = new Date(now.getTime() + 91 * 24 * HOUR_MS);
    await sender.prune();
    expect(await knex('notices')).toEqual([]);
  });

  it('are for the tasks of the plugin only', async () => {
    const scope = { ...systemScope('test'), teams: [TEAM] };
    await expect(store.claim(scope, now, 0)).rejects.toThrow('only the plugin');
  });
});
