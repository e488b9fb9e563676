import { parseServerAddress, shownAddress } from './serverAddress';

describe('The address of a server', () => {
  it.each([
    [
      'HTTPS://MCP.Example.com:443/Path/',
      'https',
      'mcp.example.com',
      '443',
      '/Path',
    ],
    ['https://mcp.example.com', 'https', 'mcp.example.com', '443', ''],
    [
      'http://mcp.example.com:8080/a/?token=s#f',
      'http',
      'mcp.example.com',
      '8080',
      '/a',
    ],
    [
      'https://user:secret@mcp.example.com/',
      'https',
      'mcp.example.com',
      '443',
      '',
    ],
  ])('of %s is in one form', (text, scheme, host, port, path) => {
    expect(parseServerAddress(text)).toEqual({
      scheme: `${scheme}:`,
      host,
      port,
      path,
    });
  });

  it.each([
    ['//mcp.example.com', undefined],
    ['//mcp.example.com:443/mcp', '443'],
    ['//mcp.example.com:8080/mcp', '8080'],
  ])('without a scheme, %s, has the port that was said', (text, port) => {
    expect(parseServerAddress(text)).toMatchObject({
      host: 'mcp.example.com',
      port,
    });
  });

  it.each(['npx -y thing', 'file:///etc/passwd', 'https://', '//a b', 'x'])(
    'is not in %s',
    text => {
      expect(parseServerAddress(text)).toBeUndefined();
    },
  );

  it('is read as fast whatever it is made of', () => {
    const startedAt = performance.now();
    for (let time = 0; time < 2_000; time++) {
      parseServerAddress(`https://example.com${'/'.repeat(2_000)}${time}`);
    }

    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('is shown by its host, with a port that is not the usual one', () => {
    const shown = (text: string) => shownAddress(parseServerAddress(text)!);

    expect(shown('https://a:b@mcp.example.com/secret?x=y')).toBe(
      'mcp.example.com',
    );
    expect(shown('http://mcp.example.com:8080')).toBe('mcp.example.com:8080');
  });
});
