import { mockServices } from '@backstage/backend-test-utils';
import { ANNOTATION_ORIGIN_LOCATION, Entity } from '@backstage/catalog-model';
import { locationSpecToMetadataName } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { SkeletonValues } from '@mcp-portal/plugin-mcp-templates-common';
import type { JsonObject } from '@backstage/types';

import { server } from '../../../__testUtils__/entities';
import { responseError } from '../../../__testUtils__/responseError';
import { AS_PETRA, runAction } from '../../../__testUtils__/runAction';
import { createServerRegisterAction } from './createServerRegisterAction';

const SERVER = 'api:default/invoices';
const CATALOG_INFO = 'https://git.example.com/invoices/catalog-info.yaml';
const LOCATION = `location:default/${locationSpecToMetadataName({
  type: 'url',
  target: CATALOG_INFO,
})}`;

const VALUES = {
  kind: 'server',
  title: 'Invoices',
  ownerRef: 'group:default/payments',
  url: 'http://localhost:4100/mcp',
  port: 4100,
  repository: { type: 'local', name: 'invoices', catalogInfoUrl: CATALOG_INFO },
} as unknown as SkeletonValues & JsonObject;

/** @param file - that the catalog took it from */
function invoicesOf(file = CATALOG_INFO): Entity {
  const entity = server('invoices', { owner: 'payments', port: 4100 });
  const annotations = { [ANNOTATION_ORIGIN_LOCATION]: `url:${file}` };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

const unreadable = {
  kind: 'Location',
  status: {
    items: [
      { level: 'error', message: 'The file has no kind' },
      { level: 'warning', message: 'Something else' },
    ],
  },
} as unknown as Entity;

/**
 * An action, and what it works with.
 *
 * @param options - `entities`: what the catalog has of a ref, look by look
 */
function setUp(
  options: {
    entities?: { [ref: string]: (Entity | undefined)[] };
    announcements?: (() => Promise<unknown>)[];
  } = {},
) {
  const invoices = invoicesOf();
  const looks: { [ref: string]: (Entity | undefined)[] } = {
    [SERVER]: [invoices],
    ...options.entities,
  };
  const announcements = options.announcements ?? [];
  const announce = jest.fn(async (..._: unknown[]) => {
    await announcements.shift()?.();
    return { listed: true as const, changed: true };
  });
  const announceAgent = jest.fn(async (..._: unknown[]) => ({
    listed: true as const,
    changed: true,
  }));
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async ref => {
      const seen = looks[String(ref)] ?? [];
      return seen.length > 1 ? seen.shift() : seen[0];
    },
    refreshEntity: async () => {},
  });
  return {
    announce,
    announceAgent,
    catalog,
    action: createServerRegisterAction({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      catalog,
      registry: { announceServer: announce, announceAgent },
      pollIntervalMs: 1,
    }),
  };
}

const notFound = async () => {
  throw await responseError(404, {
    name: 'NotFoundError',
    message: 'Unknown.',
  });
};

describe('mcp:server:register', () => {
  it('waits for the catalog and then the registry, as the person', async () => {
    const invoices = invoicesOf();
    const { action, announce, catalog } = setUp({
      entities: { [SERVER]: [undefined, undefined, invoices] },
      announcements: [notFound],
    });
    const { output, log } = await runAction(action, { entityRef: SERVER });
    expect(output).toEqual({
      entityRef: SERVER,
      path: '/catalog/default/api/invoices',
    });
    expect(log).toEqual([
      `info: The catalog has ${SERVER}.`,
      'info: The portal lists it: /catalog/default/api/invoices',
    ]);
    expect(announce).toHaveBeenCalledTimes(2);
    expect(announce).toHaveBeenCalledWith(SERVER, AS_PETRA);
    expect(catalog.getEntityByRef).toHaveBeenCalledWith(SERVER, {
      credentials: expect.objectContaining({
        principal: { type: 'user', userEntityRef: 'user:default/petra' },
      }),
    });
  });

  it('gives what the last page shows', async () => {
    const contract = { sha256: 'ab', tools: 1, score: 100 };
    const { output } = await runAction(setUp().action, {
      entityRef: SERVER,
      values: VALUES,
      cloneUrl: '/repositories/invoices.git',
      language: 'typescript',
      contract,
    });
    expect(output.created).toEqual({
      kind: 'server',
      entityRef: SERVER,
      title: 'Invoices',
      ownerRef: 'group:default/payments',
      repository: {
        ...VALUES.repository,
        cloneUrl: '/repositories/invoices.git',
      },
      url: 'http://localhost:4100/mcp',
      port: 4100,
      language: 'typescript',
      contract,
    });
  });

  it('leaves out what is not known of the contract, and the port of a server that runs', async () => {
    const { output } = await runAction(setUp().action, {
      entityRef: SERVER,
      values: { ...VALUES, existing: { transport: 'sse' } },
      contract: { tools: 1 },
    });
    expect(output.created).not.toHaveProperty('contract');
    expect(output.created).not.toHaveProperty('port');
  });

  it('announces agents as agents', async () => {
    const entityRef = 'component:default/clerk';
    const { action, announce, announceAgent } = setUp({
      entities: { [entityRef]: [server('clerk', { owner: 'x', port: 1 })] },
    });
    const { output } = await runAction(action, { entityRef });
    expect(output.path).toBe('/catalog/default/component/clerk');
    expect(announceAgent).toHaveBeenCalledTimes(1);
    expect(announce).not.toHaveBeenCalled();
  });

  it('says what the catalog said of the file when nothing comes of it', async () => {
    const { action } = setUp({
      entities: { [SERVER]: [undefined], [LOCATION]: [unreadable] },
    });
    const failure = runAction(action, {
      entityRef: SERVER,
      values: VALUES,
      timeoutSeconds: 0.05,
    });
    await expect(failure).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: `The catalog did not take ${SERVER}: The file has no kind`,
    });
  });

  it('says so when the catalog says nothing', async () => {
    const { action } = setUp({ entities: { [SERVER]: [undefined] } });
    await expect(
      runAction(action, { entityRef: SERVER, timeoutSeconds: 0.01 }),
    ).rejects.toThrow('in time, and said nothing about it');
  });

  it('has the catalog read the file again that it could not read', async () => {
    const invoices = invoicesOf();
    const { action, catalog } = setUp({
      entities: {
        [SERVER]: [...Array(7).fill(undefined), invoices],
        [LOCATION]: [unreadable],
      },
    });
    const { log } = await runAction(action, {
      entityRef: SERVER,
      values: VALUES,
    });
    expect(catalog.refreshEntity).toHaveBeenCalledTimes(1);
    expect(catalog.refreshEntity).toHaveBeenCalledWith(LOCATION, {
      credentials: expect.objectContaining({
        principal: expect.objectContaining({ type: 'service' }),
      }),
    });
    expect(log[0]).toMatch(/^warn: .* tries again: The file has no kind$/);
  });

  it('says that the registry did not list it in time, or would not', async () => {
    const late = setUp({ announcements: Array(1_000).fill(notFound) });
    await expect(
      runAction(late.action, { entityRef: SERVER, timeoutSeconds: 0.05 }),
    ).rejects.toThrow('but the registry did not list it: Unknown.');
    const refused = setUp({
      announcements: [
        async () => {
          throw await responseError(400, {
            name: 'InputError',
            message: 'No.',
          });
        },
      ],
    });
    await expect(
      runAction(refused.action, { entityRef: SERVER }),
    ).rejects.toThrow('but the registry did not list it: No.');
    expect(refused.announce).toHaveBeenCalledTimes(1);
  });

  it('takes nothing for its own that somebody made of that name meanwhile', async () => {
    const theirs = invoicesOf('https://git.example.com/freight/invoices.yaml');
    const { action, announce } = setUp({
      entities: { [SERVER]: [undefined, theirs] },
    });
    await expect(
      runAction(action, { entityRef: SERVER, values: VALUES }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: `Somebody else's ${SERVER} came into the catalog meanwhile. Start again with another name.`,
    });
    expect(announce).not.toHaveBeenCalled();
  });

  it('stops waiting when the run is cancelled', async () => {
    const { action } = setUp({ entities: { [SERVER]: [undefined] } });
    await expect(
      runAction(
        action,
        { entityRef: SERVER },
        { signal: AbortSignal.timeout(20) },
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('waits for nothing in a dry run', async () => {
    const { action, announce } = setUp({ entities: { [SERVER]: [undefined] } });
    const input = { entityRef: SERVER, values: VALUES };
    const { output } = await runAction(action, input, { isDryRun: true });
    expect(output.created).toMatchObject({ entityRef: SERVER });
    expect(announce).not.toHaveBeenCalled();
  });

  it('refuses what is neither a server nor an agent', async () => {
    await expect(
      runAction(setUp().action, { entityRef: 'system:default/billing' }),
    ).rejects.toThrow('neither a server nor an agent');
  });
});
