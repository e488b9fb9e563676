import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { setTimeout as delay } from 'node:timers/promises';

import catalogModuleMcp from '../index';

const LOCATION = 'url:https://git.example.com/catalog-info.yaml';
const POLL_INTERVAL_MS = 100;
const POLL_ATTEMPTS = 200;

/** A database of `TestDatabases`. */
export type TestDatabase = Awaited<ReturnType<TestDatabases['init']>>;

/** A real catalog with the module under test, and hands to work it. */
export interface TestCatalog {
  backend: TestBackend;
  /** Makes these the entities that the catalog gets from the test. */
  setEntities(entities: Entity[]): Promise<void>;
  getEntities(): Promise<AlphaEntity[]>;
  getEntity(ref: string): Promise<AlphaEntity | undefined>;
  request(path: string, body?: JsonObject): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts the catalog on a database. */
export async function startTestCatalog(options: {
  knex: TestDatabase;
  config?: JsonObject;
  features?: BackendFeature[];
}): Promise<TestCatalog> {
  let connection: EntityProviderConnection | undefined;
  const testEntities = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(registration) {
      registration.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test-entities',
            connect: async given => {
              connection = given;
            },
          });
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleMcp,
      testEntities,
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      ...(options.features ?? []),
    ],
  });

  const request = (path: string, body?: JsonObject) =>
    fetch(`http://localhost:${backend.server.port()}/api/catalog${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: mockCredentials.service.header(),
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });

  const getEntities = async () =>
    (await (await request('/entities')).json()) as AlphaEntity[];

  return {
    backend,
    request,
    getEntities,
    getEntity: async ref => {
      const response = await request('/entities/by-refs', {
        entityRefs: [ref],
      });
      const { items } = (await response.json()) as {
        items: (AlphaEntity | null)[];
      };
      return items[0] ?? undefined;
    },
    setEntities: entities =>
      connection!.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({
          entity: located(entity),
          locationKey: 'test',
        })),
      }),
    stop: () => backend.stop(),
  };
}

/** Asks again until there is an answer, because the catalog works on its own. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false>,
): Promise<T> {
  for (let attempt = 0; attempt < POLL_ATTEMPTS; attempt++) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    await delay(POLL_INTERVAL_MS);
  }
  throw new Error(`Nothing came of: ${ask}`);
}

function located(entity: Entity): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
        ...entity.metadata.annotations,
      },
    },
  };
}
