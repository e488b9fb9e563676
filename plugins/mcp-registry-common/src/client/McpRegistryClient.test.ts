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
    [
      'listVersions',
      c => c.listVersions('api:default/vault', { limit: 5 }),
      'GET',
      `/servers/${VAULT}/versions?limit=5`,
    ],
    [
      'getVersion',
      c => c.getVersion('api:default/vault', '1.0.0-a/b'),
      'GET',
      `/servers/${VAULT}/versions/1.0.0-a%2Fb`,
    ],
    [
      'restoreVersion',
      c => c.restoreVersion('api:default/vault', '1.0.0'),
      'DELETE',
      `/servers/${VAULT}/versions/1.0.0/deprecation`,
    ],
    [
      'deleteVersion',
      c => c.deleteVersion('api:default/vault', '1.0.0'),
      'DELETE',
      `/servers/${VAULT}/versions/1.0.0`,
    ],
    [
      'deleteVersion with a reason',
      c =>
        c.deleteVersion('api:default/vault', '1.0.0', {
          reason: 'It leaks & more',
        }),
      'DELETE',
      `/servers/${VAULT}/versions/1.0.0?reason=It+leaks+%26+more`,
    ],
    [
      'compareVersions',
      c =>
        c.compareVersions('api:default/vault', { from: '1.0.0', to: 'live' }),
      'GET',
      `/servers/${VAULT}/compare?from=1.0.0&to=live`,
    ],
    [
      'getConsumers',
      c => c.getConsumers('api:default/vault'),
      'GET',
      `/servers/${VAULT}/consumers`,
    ],
    [
      'getDrift',
      c => c.getDrift('api:default/vault'),
      'GET',
      `/servers/${VAULT}/drift`,
    ],
    [
      'getConventions',
      c => c.getConventions('api:default/vault'),
      'GET',
      `/servers/${VAULT}/conventions`,
    ],
    [
      'listScores',
      c => c.listScores({ sort: 'errors', offset: 0 }),
      'GET',
      '/conventions/scores?sort=errors&offset=0',
    ],
    [
      'findSimilar',
      c => c.findSimilar({ text: 'find & explain', limit: 3 }),
      'GET',
      '/servers/similar?text=find+%26+explain&limit=3',
    ],
    [
      'announceServer',
      c => c.announceServer('api:default/vault'),
      'POST',
      `/servers/${VAULT}/arrival`,
    ],
    [
      'announceAgent',
      c => c.announceAgent('component:default/clerk'),
      'POST',
      '/agents/component%3Adefault%2Fclerk/arrival',
    ],
    ['listConventions', c => c.listConventions(), 'GET', '/conventions'],
    [
      'listChanges',
      c =>
        c.listChanges({
          class: ['breaking', 'additive'],
          from: '2026-01-21T00:00:00Z',
        }),
      'GET',
      '/changes?class=breaking&class=additive&from=2026-01-21T00%3A00%3A00Z',
    ],
    [
      'listRemovals',
      c => c.listRemovals({ search: 'vault' }),
      'GET',
      '/removals?search=vault',
    ],
    ['listDrifts', c => c.listDrifts({ limit: 1 }), 'GET', '/drifts?limit=1'],
  ])('%s asks the right resource', async (_, call, method, url) => {
    const { client, sent } = clientWith({});
    await call(client);
    expect(sent()).toEqual({
      url,
      options: expect.objectContaining({ method }),
    });
  });

  it.each<[string, Call, string, object]>([
    [
      'publishVersion',
      c =>
        c.publishVersion('api:default/vault', {
          version: '1.0.0',
          contract: 'live',
        }),
      `/servers/${VAULT}/versions`,
      { version: '1.0.0', contract: 'live' },
    ],
    [
      'deprecateVersion',
      c =>
        c.deprecateVersion('api:default/vault', '1.0.0', {
          reason: 'Too slow',
          sunsetOn: '2026-12-31',
        }),
      `/servers/${VAULT}/versions/1.0.0/deprecation`,
      { reason: 'Too slow', sunsetOn: '2026-12-31' },
    ],
    [
      'acknowledgeDrift',
      c =>
        c.acknowledgeDrift('api:default/vault', {
          snapshot: 'abc',
          reason: 'Rolling out',
        }),
      `/servers/${VAULT}/drift/acknowledgement`,
      { snapshot: 'abc', reason: 'Rolling out' },
    ],
  ])('%s sends what it is given, as JSON', async (_, call, url, body) => {
    const { client, sent } = clientWith({});
    await call(client);
    expect(sent()).toEqual({
      url,
      options: {
        method: 'POST',
        signal: undefined,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      },
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

  it('takes null for no drift, and for conventions that nobody checked', async () => {
    await expect(
      clientWith({ drift: null }).client.getDrift('vault'),
    ).resolves.toBeUndefined();
    await expect(
      clientWith({ conventions: null }).client.getConventions('vault'),
    ).resolves.toBeUndefined();
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

  it('keeps the details of a refusal', async () => {
    const details = { accepted: false, smallestVersion: '2.0.0' };
    const { client } = clientWith(
      {
        error: { name: 'ConflictError', message: 'It breaks', details },
        request: { method: 'POST', url: '/' },
        response: { statusCode: 409 },
      },
      { status: 409 },
    );
    await expect(
      client.publishVersion('vault', { version: '1.1.0', contract: 'live' }),
    ).rejects.toMatchObject({ statusCode: 409, body: { error: { details } } });
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
