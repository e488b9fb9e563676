import type {
  McpRegistryApi,
  ServerContract,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import { mockServices } from '@backstage/backend-test-utils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';

import { aContract, aServer } from './__testUtils__/servers';
import { McpServerCollatorFactory } from './McpServerCollatorFactory';

/** A registry of these servers and contracts, and what collating it gives. */
function collatorOf(
  servers: ServerSummary[],
  contractOf: (ref: string) => ServerContract | undefined = () => undefined,
) {
  const registry = {
    listServers: jest.fn<
      ReturnType<McpRegistryApi['listServers']>,
      Parameters<McpRegistryApi['listServers']>
    >(async ({ limit = 25, offset = 0 } = {}) => ({
      items: servers.slice(offset, offset + limit),
      totalItems: servers.length,
    })),
    getContract: jest.fn<
      ReturnType<McpRegistryApi['getContract']>,
      Parameters<McpRegistryApi['getContract']>
    >(async ref => contractOf(ref)),
  };
  const auth = mockServices.auth.mock({
    getOwnServiceCredentials: async () => ({
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'service', subject: 'plugin:search' },
    }),
    getPluginRequestToken: async () => ({ token: 'unnamed' }),
  });
  const logger = mockServices.logger.mock();
  const factory = new McpServerCollatorFactory({ registry, auth, logger });
  return {
    registry,
    auth,
    logger,
    factory,
    async collate() {
      const { documents, error } = await TestPipeline.fromCollator(
        await factory.getCollator(),
      ).execute();
      return { documents, error };
    },
  };
}

describe('McpServerCollatorFactory', () => {
  it('gives a server with its purpose, owner and tools as one document', async () => {
    const { collate } = collatorOf(
      [
        aServer('ledger', {
          title: 'Ledger',
          purpose: 'Keeps the books',
          owner: {
            ref: 'group:default/payments',
            exists: true,
            title: 'Payments',
          },
          sample: true,
          tools: 2,
        }),
      ],
      () =>
        aContract({ read_entry: 'Reads one wombat', list_entries: undefined }),
    );
    const { documents } = await collate();
    expect(documents).toEqual([
      {
        title: 'Ledger',
        text: 'Keeps the books\nPayments\nread_entry Reads one wombat\nlist_entries ',
        location: '/mcp-servers/default/ledger',
        authorization: { resourceRef: 'api:default/ledger' },
        ref: 'api:default/ledger',
        purpose: 'Keeps the books',
        owner: 'Payments',
        lifecycle: 'production',
        trust: 'internal',
        tools: ['read_entry', 'list_entries'],
        sample: true,
      },
    ]);
  });

  it('does with what a server does not say', async () => {
    const { collate } = collatorOf([
      aServer('plain', { namespace: 'my space', counts: undefined }),
    ]);
    const { documents } = await collate();
    expect(documents).toEqual([
      expect.objectContaining({
        title: 'plain',
        text: 'group:default/payments',
        location: '/mcp-servers/my%20space/plain',
        purpose: '',
        tools: [],
      }),
    ]);
  });

  it('gives every server once, over all pages', async () => {
    const names = Array.from({ length: 250 }, (_, i) => `server-${i}`);
    const { collate, registry } = collatorOf(names.map(name => aServer(name)));
    const { documents } = await collate();
    expect(documents.map(document => document.title)).toEqual(names);
    expect(registry.listServers.mock.calls.map(([query]) => query)).toEqual([
      { sort: 'name', limit: 100, offset: 0 },
      { sort: 'name', limit: 100, offset: 100 },
      { sort: 'name', limit: 100, offset: 200 },
    ]);
  });

  it('gives nothing of an empty registry', async () => {
    const { collate } = collatorOf([]);
    expect((await collate()).documents).toEqual([]);
  });

  it('asks for no contract where there are no tools', async () => {
    const { collate, registry } = collatorOf([
      aServer('silent', { counts: undefined }),
      aServer('empty', { tools: 0 }),
    ]);
    expect((await collate()).documents).toHaveLength(2);
    expect(registry.getContract).not.toHaveBeenCalled();
  });

  it('asks for a new token with each call, as itself', async () => {
    const { collate, registry, auth } = collatorOf(
      [aServer('one', { tools: 1 }), aServer('two', { tools: 1 })],
      () => aContract({ tool: '' }),
    );
    let issued = 0;
    auth.getPluginRequestToken.mockImplementation(async () => ({
      token: `token-${++issued}`,
    }));
    await collate();
    expect([
      registry.listServers.mock.calls[0][1],
      ...registry.getContract.mock.calls.map(([, options]) => options),
    ]).toEqual([
      { token: 'token-1' },
      { token: 'token-2' },
      { token: 'token-3' },
    ]);
    expect(auth.getPluginRequestToken).toHaveBeenCalledWith({
      onBehalfOf: expect.objectContaining({
        principal: { type: 'service', subject: 'plugin:search' },
      }),
      targetPluginId: 'mcp-registry',
    });
  });

  it('finds a server whose contract can not be read by the rest, and says so', async () => {
    const { collate, logger } = collatorOf(
      [
        aServer('first', { tools: 1 }),
        aServer('broken', { tools: 3, purpose: 'Keeps the books' }),
        aServer('broken-too', { tools: 3 }),
        aServer('last', { tools: 1 }),
      ],
      ref => {
        if (ref.includes('broken')) {
          throw new Error('no such snapshot');
        }
        return aContract({ tool: '' });
      },
    );
    const { documents, error } = await collate();
    expect(error).toBeUndefined();
    expect(documents).toEqual([
      expect.objectContaining({ title: 'first', tools: ['tool'] }),
      expect.objectContaining({
        title: 'broken',
        text: 'Keeps the books\ngroup:default/payments',
        tools: [],
      }),
      expect.objectContaining({ title: 'broken-too', tools: [] }),
      expect.objectContaining({ title: 'last', tools: ['tool'] }),
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /2 of 4 MCP servers.*api:default\/broken: Error: no such snapshot/,
      ),
    );
  });

  it('says nothing when all went well', async () => {
    const { collate, logger } = collatorOf([aServer('one', { tools: 1 })], () =>
      aContract({ tool: '' }),
    );
    await collate();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('fails when a page of the list can not be read', async () => {
    const { collate, registry } = collatorOf(
      Array.from({ length: 150 }, (_, i) => aServer(`server-${i}`)),
    );
    const page = registry.listServers.getMockImplementation()!;
    registry.listServers
      .mockImplementationOnce(page)
      .mockRejectedValueOnce(new Error('the registry is gone'));
    expect((await collate()).error).toEqual(new Error('the registry is gone'));
  });
});
