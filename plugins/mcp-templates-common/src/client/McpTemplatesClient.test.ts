import { McpTemplatesClient } from './McpTemplatesClient';

function setUp(answer: () => Response) {
  const asked: Request[] = [];
  const client = new McpTemplatesClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `http://portal.test/api/${pluginId}`,
    },
    fetchApi: {
      fetch: async (url, init) => {
        asked.push(new Request(url as string, init));
        return answer();
      },
    },
  });
  return { client, asked };
}

const json = (body: object) => () => Response.json(body);

describe('McpTemplatesClient', () => {
  it('asks for the settings with the token of a backend', async () => {
    const settings = { repositories: { type: 'local' } };
    const { client, asked } = setUp(json(settings));
    await expect(client.getSettings({ token: 'abc' })).resolves.toEqual(
      settings,
    );
    expect(asked[0].url).toBe('http://portal.test/api/mcp-templates/settings');
    expect(asked[0].headers.get('authorization')).toBe('Bearer abc');
  });

  it('keeps what is typed as a name within its own part of the address', async () => {
    const { client, asked } = setUp(json({ available: false }));
    await client.checkName({ kind: 'server', name: '../a b?c' });
    expect(asked[0].url).toBe(
      'http://portal.test/api/mcp-templates/names/server/..%2Fa%20b%3Fc',
    );
  });

  it('sends the source of an OpenAPI document', async () => {
    const { client, asked } = setUp(json({ operations: [] }));
    await client.readOpenApi({ url: 'http://api.test/openapi.json' });
    expect(asked[0].method).toBe('POST');
    expect(asked[0].headers.get('content-type')).toBe('application/json');
    await expect(asked[0].json()).resolves.toEqual({
      url: 'http://api.test/openapi.json',
    });
  });

  it('reads a repository, and a file of it as text', async () => {
    const one = setUp(json({ name: 'billing' }));
    await one.client.getRepository({ team: 'payments', name: 'billing' });
    expect(one.asked[0].url).toBe(
      'http://portal.test/api/mcp-templates/repositories/payments/billing',
    );

    const two = setUp(() => new Response('# Billing\n'));
    await expect(
      two.client.getRepositoryFile({
        team: 'payments',
        name: 'billing',
        path: 'docs/a & b.md',
      }),
    ).resolves.toBe('# Billing\n');
    expect(new URL(two.asked[0].url).searchParams.get('path')).toBe(
      'docs/a & b.md',
    );
  });

  it('throws what the portal says', async () => {
    const { client } = setUp(() =>
      Response.json(
        {
          error: { name: 'NotFoundError', message: 'no such repository' },
          response: { statusCode: 404 },
        },
        { status: 404 },
      ),
    );
    await expect(
      client.getRepository({ team: 'payments', name: 'x' }),
    ).rejects.toMatchObject({
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'no such repository' },
    });
  });
});
