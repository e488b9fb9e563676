import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

import { readServers } from '../src/settings.js';

describe('The list of servers', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'agent-'));
  });

  after(() => rm(folder, { recursive: true }));

  async function fileOf(mcpServers: object): Promise<URL> {
    const path = join(folder, 'servers.json');
    await writeFile(path, JSON.stringify({ mcpServers }));
    return pathToFileURL(path);
  }

  it('can be read as it is in this repository', async () => {
    const file = new URL('../.mcp.json', import.meta.url);
    const { mcpServers } = JSON.parse(await readFile(file, 'utf8')) as {
      mcpServers: object;
    };
    const servers = await readServers(file, { MCP_TOKEN: 'test' });
    assert.deepEqual([...servers.keys()], Object.keys(mcpServers));
  });

  it('takes secrets from the environment', async () => {
    const file = await fileOf({
      one: {
        type: 'http',
        url: 'https://one.example/mcp',
        headers: { Authorization: 'Bearer ${ONE_TOKEN}' },
      },
    });
    const servers = await readServers(file, { ONE_TOKEN: 'abc' });
    assert.deepEqual(servers.get('one'), {
      type: 'http',
      url: 'https://one.example/mcp',
      headers: { Authorization: 'Bearer abc' },
    });
  });

  it('says which variable is missing, and for what', async () => {
    const file = await fileOf({
      one: { command: 'one', env: { TOKEN: '${ONE_TOKEN}' } },
    });
    await assert.rejects(
      readServers(file, {}),
      /TOKEN of the server one needs the environment variable ONE_TOKEN/,
    );
  });
});
