import { createMockDirectory } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { npmPackage } from './__testUtils__/createTestAsker';
import { askerFor } from './__testUtils__/stdioServer';

describe('asking the real servers that are installed', () => {
  const directory = createMockDirectory();
  const installed = (name: string, more: JsonObject = {}) => ({
    registryType: 'npm',
    identifier: `@modelcontextprotocol/server-${name}`,
    version: '2026.8.31',
    installed: true,
    ...more,
  });

  it.each([
    ['everything', 13],
    ['filesystem', 14],
    ['memory', 9],
    ['sequential-thinking', 1],
  ])('%s has %s tools', async (name, count) => {
    const answer = await askerFor(
      installed(name, name === 'filesystem' ? { args: [directory.path] } : {}),
    ).ask(npmPackage(`@modelcontextprotocol/server-${name}`, '2026.8.31'));
    expect(answer.error).toBeUndefined();
    expect(answer.snapshot?.contract.tools).toHaveLength(count);
    expect(answer.latencyMs).toBeLessThan(8_000);
  });

  it('does not start another version than the one that is installed', async () => {
    const answer = await askerFor(
      installed('memory', { version: '2026.8.30' }),
    ).ask(npmPackage('@modelcontextprotocol/server-memory', '2026.8.30'));
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining('2026.8.31 is installed'),
    });
  });

  it('says so when a package is not installed', async () => {
    const answer = await askerFor(
      installed('memory', { identifier: '@mcp-portal/no-such-package' }),
    ).ask(npmPackage('@mcp-portal/no-such-package', '2026.8.31'));
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining('is not installed'),
    });
  });
});
