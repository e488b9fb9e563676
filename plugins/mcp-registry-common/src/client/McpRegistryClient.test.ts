import { McpRegistryClient } from './McpRegistryClient';

const BASE_URL = 'https://portal.example.com/api/mcp-registry';
const VAULT = 'api%3Adefault%2Fvault';

/** A client, and what it sends to a registry that always answers the same. */
function clientWith(answer: unknown, init?: ResponseInit) {
  const fetched = jest.fn<Promise<Response>, Parameters<typeof fetch>>(
    async () => Response.json(answer, init),
  );
  const getBaseUrl = jest.fn(async (pluginId: string) => {
    return `https://portal.example.com/api/${pluginId}`;
  });
  return {
    client: new McpRegistryClient({
      discoveryApi: { getBaseUrl },
      fetchApi: { fetch: fetched as typeof fetch },
    }),
    sent: () => {
      expect(fetched).toHaveBeenCalledTimes(1);
      const [url, options] = fetched.mock.calls[0];
      return { url: String(url).replace(BASE_URL, ''), options };
    },
  };
}

type Call = (client: McpRegistryClient) => Promise<unknown>;

describe('McpRegistryClient', () => {
  it.each<[string, Call, string, string]>([
    ['listServers', c => c.listServers(), 'GET', '/servers'],
    ['getServerFacets', c => c.getServerFacets(), 'GET', '/servers/facets'],
    [
      'getServer',
      c => c.getServer('api:default/vault'),
      'GET',
      `/servers/${VAULT}`,
    ],
    [
      'getContract',
      c => c.getContract('api:default/vault'),
      'GET',
      `/servers/${VAULT}/contract`,
    ],
    [
      'listSnapshots',
      c => c.listSnapshots('api:default/vault', { limit: 5, offset: 0 }),
      'GET',
      `/servers/${VAULT}/snapshots?limit=5&offset=0`,
    ],
    [
      'getSnapshot',
      c => c.getSnapshot('api:default/vault', 'ab/c'),
      'GET',
      `/servers/${VAULT}/snapshots/ab%2Fc`,
    ],
    [
      'listAttempts',
      c => c.listAttempts('api:default/vault', { offset: 25 }),
      'GET',
      `/servers/${VAULT}/attempts?offset=25`,
    ],
    [
      'getHealthHistory',
      c => c.getHealthHistory('api:default/vault', 7),
      'GET',
      `/servers/${VAULT}/health?days=7`,
    ],
    [
      'getDependents',
      c => c.getDependents('api:default/vault'),
      'GET',
      `/servers/${VAULT}/dependents`,
    ],
    [
      'introspect',
      c => c.introspect('api:default/vault'),
      'POST',
      `/servers/${VAULT}/introspection`,
    ],
    [
      'listAgents',
      c => c.listAgents({ server: 'api:default/vault', sort: 'servers' }),
      'GET',
      `/agents?server=${VAULT}&sort=servers`,
    ],
    [
      'getAgentFacets',
      c => c.getAgentFacets({ search: 'clerk', sort: 'name', offset: 50 }),
      'GET',
      '/agents/facets?search=clerk',
    ],
    [
      'getAgent',
      c => c.getAgent('component:default/clerk'),
      'GET',
      '/agents/component%3Adefault%2Fclerk',
    ],
  ])('%s asks the right resource', async (_, call, method, url) => {
    const { client, sent } = clientWith({});
    await call(client);
    expect(sent()).toEqual({
      url,
      options: expect.objectContaining({ method }),
    });
  });

  it('encodes a ref that tries to leave its place in the path', async () => {
    const { client, sent } = clientWith({});
    await client.getServer('../agents?x=1#y');
    expect(sent().url).toBe('/servers/..%2Fagents%3Fx%3D1%23y');
  });

  it('repeats the values of a filter, and leaves out what is empty', async () => {
    const { client, sent } = clientWith({ items: [], totalItems: 0 });
    await client.listServers({
      search: '',
      owner: ['group:default/a', 'group:default/b & c'],
      lifecycle: [],
      trust: undefined,
      ownerExists: false,
      limit: 10,
      offset: 0,
    });
    expect(sent().url).toBe(
      '/servers?owner=group%3Adefault%2Fa&owner=group%3Adefault%2Fb+%26+c&ownerExists=false&limit=10&offset=0',
    );
  });

  it('sends the token and the signal that it is given', async () => {
    const { client, sent } = clientWith({});
    const { signal } = new AbortController();
    await client.listAgents({}, { token: 'secret', signal });
    expect(sent().options).toEqual({
      method: 'GET',
      signal,
      headers: { Authorization: 'Bearer secret' },
    });
  });

  it('leaves authorization to fetch when it has no token', async () => {
    const { client, sent } = clientWith({});
    await client.listAgents();
    expect(sent().options?.headers).toEqual({});
  });

  it('takes a null contract for none', async () => {
    const { client } = clientWith({ contract: null });
    await expect(client.getContract('vault')).resolves.toBeUndefined();
  });

  it('unwraps the contract and the days', async () => {
    const contract = { snapshot: 'abc' };
    await expect(
      clientWith({ contract }).client.getContract('vault'),
    ).resolves.toEqual(contract);
    const days = [{ day: '2026-01-21', ok: 1, failed: 0 }];
    await expect(
      clientWith({ days }).client.getHealthHistory('vault'),
    ).resolves.toEqual(days);
  });

  it('throws a ResponseError that holds what the registry said', async () => {
    const { client } = clientWith(
      {
        error: { name: 'NotFoundError', message: "No server 'vault'" },
        response: { statusCode: 404 },
      },
      { status: 404, statusText: 'Not Found' },
    );
    await expect(client.introspect('vault')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { name: 'NotFoundError', message: "No server 'vault'" },
    });
  });

  it('throws a ResponseError too when the answer is no JSON', async () => {
    const client = new McpRegistryClient({
      discoveryApi: { getBaseUrl: async () => BASE_URL },
      fetchApi: {
        fetch: async () => new Response('<html>', { status: 502 }),
      },
    });
    await expect(client.listServers()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 502,
    });
  });
});
