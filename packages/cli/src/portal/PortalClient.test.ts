import { Readable } from 'node:stream';

import type { Io } from '../Io';
import { PortalClient } from './PortalClient';

describe('PortalClient', () => {
  const fetchFake = jest.fn<Promise<Response>, [string, RequestInit]>();

  function clientWith(key: string | undefined) {
    fetchFake.mockResolvedValue(Response.json({ contract: null }));
    return new PortalClient({
      portal: new URL('https://portal.example.com/sub/'),
      io: {
        stdin: Readable.from([]),
        stdout: { write: () => true },
        stderr: { write: () => true },
        env: { MCP_PORTAL_TOKEN: key },
        fetch: fetchFake as unknown as Io['fetch'],
      },
      timeoutMs: 1_000,
    });
  }

  it.each([
    [
      'a service key',
      'mcpk_0123456789abcdef_secret',
      'https://portal.example.com/sub/api/mcp-registry/with-key/servers/billing/contract',
    ],
    [
      'a Backstage token',
      'eyJhbGciOi.mcpk_.x',
      'https://portal.example.com/sub/api/mcp-registry/servers/billing/contract',
    ],
    [
      'nothing',
      undefined,
      'https://portal.example.com/sub/api/mcp-registry/servers/billing/contract',
    ],
  ])('asks with %s where that is taken', async (_, key, url) => {
    await clientWith(key).getLive('billing');
    const [asked, { headers }] = fetchFake.mock.lastCall!;
    expect(asked).toBe(url);
    expect(new Headers(headers).get('authorization')).toBe(
      key === undefined ? null : `Bearer ${key}`,
    );
  });
});
