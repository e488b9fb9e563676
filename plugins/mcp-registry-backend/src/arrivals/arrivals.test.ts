import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  OWNER,
  startTestRegistry,
  STRANGER,
} from '../__testUtils__/startTestRegistry';

function asset(name: string, spec: Partial<Entity['spec']> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name, namespace: 'default', description: 'As it was' },
    spec: {
      type: 'mcp-server',
      lifecycle: 'production',
      owner: 'payments',
      visibility: 'organisation',
      ...spec,
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

function anAgentOf(name: string): Entity {
  return {
    ...asset(name, {
      type: 'ai-agent',
      mcpServers: [{ ref: 'ledger' }],
    }),
    kind: 'Component',
  };
}

describeOnBothDatabases('announcing what is new', createKnex => {
  /** A registry whose catalog shows what is private to its owner alone. */
  async function start(entities: Entity[]) {
    const readByRegistry = jest.fn(async () => {});
    const readByUser = jest.fn();
    const catalog = catalogServiceMock.mock({
      getEntityByRef: async (ref, options) => {
        const { credentials } = options as {
          credentials: BackstageCredentials;
        };
        const { userEntityRef } =
          credentials.principal as Partial<BackstageUserPrincipal>;
        await (userEntityRef ? readByUser() : readByRegistry());
        return entities.find(
          entity =>
            stringifyEntityRef(entity) === ref &&
            (userEntityRef !== STRANGER || entity.spec?.visibility !== 'team'),
        );
      },
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: (entityRefs as string[]).map(() => undefined),
      }),
    });
    const events = mockServices.events.mock();
    const registry = await startTestRegistry(
      await createKnex(),
      [events.factory],
      catalog.factory,
    );
    return {
      ...registry,
      readByUser,
      readByRegistry,
      told: () =>
        events.publish.mock.calls.map(([{ topic, eventPayload }]) => ({
          topic,
          eventPayload,
        })),
      announce: (path: string, user = OWNER) =>
        registry.call(user, `${path}/arrival`, { method: 'POST' }),
    };
  }

  it('lists a server at once, and says so only when it was news', async () => {
    const entities = [asset('ledger')];
    const { announce, call, told, backend } = await start(entities);
    expect((await call(OWNER, '/servers/ledger')).status).toBe(404);

    expect((await announce('/servers/ledger')).body).toEqual({
      listed: true,
      changed: true,
    });
    expect((await call(STRANGER, '/servers/ledger')).body).toMatchObject({
      purpose: 'As it was',
    });
    expect((await announce('/servers/ledger', STRANGER)).body).toEqual({
      listed: true,
      changed: false,
    });

    entities[0] = asset('ledger', { lifecycle: 'deprecated' });
    expect((await announce('/servers/ledger')).body).toMatchObject({
      changed: true,
    });
    expect((await call(OWNER, '/servers/ledger')).body).toMatchObject({
      lifecycle: 'deprecated',
    });
    const event = {
      topic: 'mcp-registry.servers',
      eventPayload: { changed: ['api:default/ledger'], removed: [] },
    };
    expect(told()).toEqual([event, event]);
    await backend.stop();
  });

  it('has a server asked at once that is new, not when the schedule looks', async () => {
    const { announce, call, backend } = await start([
      asset('ledger', {
        remotes: [{ type: 'streamable-http', url: 'http://localhost:1/mcp' }],
      }),
    ]);
    await announce('/servers/ledger');
    let attempts: unknown[] = [];
    while (!attempts.length) {
      const answer = await call(OWNER, '/servers/ledger/attempts');
      attempts = answer.body.items as unknown[];
    }
    // Nothing in the config lets it be called; but the portal has tried.
    expect(attempts).toMatchObject([{ outcome: 'refused' }]);
    await backend.stop();
  });

  it('lists an agent at once, with the servers that it uses', async () => {
    const { announce, call, backend } = await start([
      asset('ledger'),
      anAgentOf('clerk'),
    ]);
    await announce('/servers/ledger');
    expect((await announce('/agents/clerk')).body).toEqual({
      listed: true,
      changed: true,
    });
    expect((await announce('/agents/clerk')).body).toMatchObject({
      changed: false,
    });
    expect((await call(OWNER, '/agents/clerk')).body).toMatchObject({
      servers: [{ serverRef: 'api:default/ledger', exists: true }],
    });
    await backend.stop();
  });

  it('says the same of what is hidden as of what is not there, and takes neither', async () => {
    const { announce, call, backend } = await start([
      asset('hidden', { visibility: 'team' }),
      { ...anAgentOf('hidden-agent'), spec: { visibility: 'team' } },
      asset('rest', { type: 'openapi' }),
    ]);
    const missing = await announce('/servers/nothing', STRANGER);
    expect(missing.status).toBe(404);
    for (const name of ['hidden', 'rest']) {
      const answer = await announce(`/servers/${name}`, STRANGER);
      expect(answer.status).toBe(404);
      expect(answer.text.replaceAll(name, 'nothing')).toBe(missing.text);
    }
    expect((await announce('/agents/hidden-agent', STRANGER)).status).toBe(404);
    expect((await call(OWNER, '/servers')).body).toMatchObject({
      totalItems: 0,
    });
    await backend.stop();
  });

  it('takes one that everybody announces at once from the catalog twice, not for each', async () => {
    const { announce, readByUser, readByRegistry, told, backend } = await start(
      [asset('ledger')],
    );
    const crowd = 30;
    // The first is not done before all others have asked.
    readByRegistry.mockImplementationOnce(
      () =>
        new Promise<void>(resolve =>
          readByUser.mockImplementation(
            () => readByUser.mock.calls.length === crowd && resolve(),
          ),
        ),
    );
    const answers = await Promise.all(
      Array.from({ length: crowd }, () => announce('/servers/ledger')),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(crowd).fill(200));
    expect(readByRegistry).toHaveBeenCalledTimes(2);
    expect(told()).toHaveLength(1);
    await backend.stop();
  });
});
