import { mockServices } from '@backstage/backend-test-utils';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { aServer, aSnapshot, memberScope, NOW } from '../__testUtils__/samples';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { DatabaseServerStore } from '../servers/DatabaseServerStore';
import { ServerAnnouncer } from '../servers/ServerAnnouncer';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import type { AnswerListener } from './AnswerListener';
import type { Answer, ContractAsker } from './asking/ContractAsker';
import { DatabaseIntrospectionStore } from './DatabaseIntrospectionStore';
import { IntrospectionService, type TrialPlan } from './IntrospectionService';

const system = systemScope();

/**
 * An asker that holds its servers until three are asked at once, and notes the
 * most that ever were.
 */
function createCrowdedAsker(answer: () => Promise<Answer>) {
  const asked: string[] = [];
  let running = 0;
  let most = 0;
  let letGo = () => {};
  const threeAtOnce = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const ask: ContractAsker['ask'] = async server => {
    asked.push(server.ref);
    most = Math.max(most, ++running);
    if (running === 3) {
      letGo();
    }
    await threeAtOnce;
    running--;
    return answer();
  };
  return { ask, asked, most: () => most };
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

describeOnBothDatabases('IntrospectionService', createKnex => {
  async function setUp(
    names: string[],
    ask: ContractAsker['ask'],
    more: {
      listeners?: AnswerListener[];
      trials?: TrialPlan;
      announcer?: ServerAnnouncer;
    } = {},
  ) {
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    await new DatabaseServerIndexStore({ knex, searchIndex }).put(
      system,
      names.map(name => aServer(name)),
      NOW,
    );
    const store = new DatabaseIntrospectionStore({ knex, searchIndex });
    const servers = new DatabaseServerStore({ knex, searchIndex });
    const service = new IntrospectionService({
      asker: { ask },
      store,
      servers,
      logger: mockServices.logger.mock(),
      concurrency: 3,
      intervalMs: 600_000,
      deadlineMs: 20_000,
      ...more,
    });
    return { store, servers, service };
  }

  const ok = async (): Promise<Answer> => ({
    outcome: 'ok',
    latencyMs: 1,
    snapshot: aSnapshot({ t: 'x' }),
  });

  it('asks every due server once, never more at a time than it may', async () => {
    const crowd = createCrowdedAsker(ok);
    const { service, servers } = await setUp(
      Array.from({ length: 10 }, (_, i) => `s${i}`),
      crowd.ask,
    );
    await service.askDue(system);
    await service.askDue(system);
    expect(crowd.asked.sort()).toEqual(
      Array.from({ length: 10 }, (_, i) => `api:default/s${i}`),
    );
    expect(crowd.most()).toBe(3);
    const page = await servers.list(system, { health: ['good'] });
    expect(page.totalItems).toBe(10);
  });

  it('lets a server that fails cost only itself', async () => {
    const { service, servers } = await setUp(['bad', 'fine'], async server =>
      server.ref.endsWith('bad')
        ? { outcome: 'crashed', latencyMs: 1, error: 'It died.' }
        : ok(),
    );
    await service.askDue(system);
    expect(
      (await servers.get(system, 'api:default/bad'))?.health,
    ).toMatchObject({ level: 'problem', reason: 'It died.' });
    expect((await servers.get(system, 'api:default/fine'))?.health.level).toBe(
      'good',
    );
  });

  it('goes on when an answer can not be kept', async () => {
    const { service, servers, store } = await setUp(['a', 'b', 'c'], ok);
    const record = store.record.bind(store);
    jest
      .spyOn(store, 'record')
      .mockImplementation((scope, ref, attempt) =>
        ref === 'api:default/a'
          ? Promise.reject(new Error('the database refused it'))
          : record(scope, ref, attempt),
      );
    await service.askDue(system);
    expect((await servers.list(system, { health: ['good'] })).totalItems).toBe(
      2,
    );
  });

  it('has conclusions drawn from good answers only, one failing alone', async () => {
    const concluded: string[] = [];
    const listener: AnswerListener = {
      answered: async (_, ref) => {
        concluded.push(ref);
      },
    };
    const failing: AnswerListener = {
      answered: () => Promise.reject(new Error('no conclusion')),
    };
    const { service, servers } = await setUp(
      ['bad', 'fine'],
      async server =>
        server.ref.endsWith('bad')
          ? { outcome: 'crashed', latencyMs: 1, error: 'It died.' }
          : ok(),
      { listeners: [failing, listener] },
    );
    await service.askDue(system);
    expect(concluded).toEqual(['api:default/fine']);
    const fine = await servers.get(system, 'api:default/fine');
    expect(fine?.health.level).toBe('good');
  });

  it('counts as asking until all conclusions are drawn, also when one fails', async () => {
    const seen: (boolean | undefined)[] = [];
    const listeners: AnswerListener[] = [];
    const { service, servers } = await setUp(['a'], ok, { listeners });
    listeners.push({
      answered: async (_, ref) => {
        seen.push((await servers.get(system, ref))?.health.running);
        throw new Error('no conclusion');
      },
    });
    await service.askDue(system);
    seen.push((await servers.get(system, 'api:default/a'))?.health.running);
    expect(seen).toEqual([true, false]);
  });

  it('tells others of a contract that is new, and of no other answer', async () => {
    const events = mockServices.events.mock();
    const { service } = await setUp(['a'], ok, {
      announcer: new ServerAnnouncer({
        events,
        logger: mockServices.logger.mock(),
      }),
    });
    const told = () =>
      events.publish.mock.calls.map(([{ eventPayload }]) => eventPayload);
    const news = [{ changed: ['api:default/a'], removed: [] }];
    await service.askDue(system);
    expect(told()).toEqual(news);
    await service.askNow(system, 'api:default/a');
    await until(
      async () =>
        (await service.askNow(system, 'api:default/a')).state === 'started',
    );
    expect(told()).toEqual(news);
  });

  it('tries of a server what is planned', async () => {
    const ask = jest.fn(ok);
    const trial = { unknownTool: true, unlessSnapshot: 'abc' };
    const { service } = await setUp(['a'], ask, {
      trials: { trialOf: async () => trial },
    });
    await service.askDue(system);
    expect(ask).toHaveBeenCalledWith(
      expect.objectContaining({ ref: 'api:default/a' }),
      expect.objectContaining({ trial }),
    );
  });

  it('asks no more at a time when many are asked now', async () => {
    const crowd = createCrowdedAsker(ok);
    const names = Array.from({ length: 9 }, (_, i) => `s${i}`);
    const { service, servers } = await setUp(names, crowd.ask);
    await Promise.all(
      names.map(name => service.askNow(system, `api:default/${name}`)),
    );
    await until(
      async () =>
        (await servers.list(system, { health: ['good'] })).totalItems === 9,
    );
    expect(crowd.most()).toBe(3);
  });

  it('records nothing of an attempt that we broke off ourselves', async () => {
    const controller = new AbortController();
    const { service, store } = await setUp(['a'], async () => {
      controller.abort();
      return { outcome: 'timeout', latencyMs: 1, error: 'Stopped.' };
    });
    await service.askDue(system, controller.signal);
    const page = await store.listAttempts(system, 'api:default/a', {});
    expect(page.totalItems).toBe(0);
  });

  it('asks now, once at a time, for its owner only', async () => {
    let finish = () => {};
    const finished = new Promise<void>(resolve => {
      finish = resolve;
    });
    const { service, servers, store } = await setUp(['a'], async () => {
      await finished;
      return ok();
    });
    const owner = memberScope('group:default/payments');
    await expect(
      service.askNow(memberScope('group:default/logistics'), 'api:default/a'),
    ).rejects.toThrow(
      "Only the owner of 'api:default/a' (group:default/payments) and platform admins may have it asked now.",
    );
    await expect(service.askNow(owner, 'api:default/x')).rejects.toThrow(
      "No server 'api:default/x'",
    );
    expect(await service.askNow(owner, 'api:default/a')).toEqual({
      state: 'started',
    });
    expect(await service.askNow(owner, 'api:default/a')).toEqual({
      state: 'running',
    });
    await until(
      async () =>
        (await servers.get(system, 'api:default/a'))?.health.running === true,
    );
    expect(await service.askNow(owner, 'api:default/a')).toEqual({
      state: 'running',
    });
    finish();
    await until(
      async () =>
        (await store.listAttempts(system, 'api:default/a', {})).totalItems > 0,
    );
    const page = await store.listAttempts(system, 'api:default/a', {});
    expect(page.items).toMatchObject([{ trigger: 'manual', outcome: 'ok' }]);
  });
});
