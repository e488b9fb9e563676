import { createMockDirectory } from '@backstage/backend-test-utils';
import { RequestListener } from 'node:http';

import {
  startTestRegistry,
  TestRegistry,
} from '../__testUtils__/startTestRegistry';
import { fetchJson } from './fetchJson';
import { readRegistry } from './readRegistry';

describe('readRegistry', () => {
  const directory = createMockDirectory();
  const started: TestRegistry[] = [];

  async function start(listener: RequestListener): Promise<TestRegistry> {
    const registry = await startTestRegistry(listener);
    started.push(registry);
    return registry;
  }

  afterEach(async () => {
    await Promise.all(started.splice(0).map(registry => registry.stop()));
  });

  it('reads a registry to its last page, with the cursor as it was given', async () => {
    const registry = await start(({ url }, response) => {
      const cursor = new URL(url!, 'http://x').searchParams.get('cursor');
      response.end(
        JSON.stringify(
          cursor === null
            ? { servers: [1, 2], metadata: { nextCursor: 'a/b:1 &c' } }
            : { servers: [cursor], metadata: { nextCursor: '' } },
        ),
      );
    });
    const location = { type: 'registry' as const, url: `${registry.url}/base` };
    expect(await readRegistry(location)).toEqual([1, 2, 'a/b:1 &c']);
    expect(registry.requests).toEqual([
      '/base/v0.1/servers?limit=100',
      '/base/v0.1/servers?limit=100&cursor=a%2Fb%3A1+%26c',
    ]);
  });

  it('gives nothing when a page in the middle fails', async () => {
    const registry = await start(({ url }, response) => {
      response.statusCode = url!.includes('cursor=2') ? 503 : 200;
      response.end(
        JSON.stringify({ servers: [1], metadata: { nextCursor: '2' } }),
      );
    });
    await expect(
      readRegistry({ type: 'registry', url: registry.url }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/cursor=2 answered with status 503/),
    });
  });

  it('stops at a cursor that comes again', async () => {
    const registry = await start((_request, response) => {
      response.end(
        JSON.stringify({ servers: [1], metadata: { nextCursor: 'again' } }),
      );
    });
    await expect(
      readRegistry({ type: 'registry', url: registry.url }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('the list has no end'),
    });
    expect(registry.requests).toHaveLength(2);
  });

  it('refuses an answer that is no list', async () => {
    const registry = await start((_request, response) => response.end('{}'));
    await expect(
      readRegistry({ type: 'list', url: `${registry.url}/list.json` }),
    ).rejects.toThrow('holds neither a list of servers nor');
  });

  it('reads a file, as a list or as the answer of a registry', async () => {
    directory.setContent({
      'list.json': '[1]',
      'answer.json': '{"servers": [2]}',
      'broken.json': '{',
    });
    const read = (name: string) =>
      readRegistry({ type: 'file', path: directory.resolve(name) });
    expect(await read('list.json')).toEqual([1]);
    expect(await read('answer.json')).toEqual([2]);
    await expect(read('broken.json')).rejects.toThrow('is not JSON');
    await expect(read('none.json')).rejects.toThrow('could not be read');
  });

  describe('fetchJson', () => {
    it('follows a redirect on the same host, and none to another', async () => {
      const other = await start((_request, response) => response.end('[]'));
      const registry = await start(({ url }, response) => {
        const target = { '/a': '/b', '/away': `${other.url}/b` }[url!];
        response.statusCode = target ? 302 : 200;
        if (target) {
          response.setHeader('location', target);
        }
        response.end('[]');
      });
      expect(await fetchJson({ url: `${registry.url}/a` })).toEqual([]);
      await expect(
        fetchJson({ url: `${registry.url}/away` }),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('not the configured address'),
      });
      expect(other.requests).toEqual([]);
    });

    it('gives up on redirects that go round', async () => {
      const registry = await start((_request, response) => {
        response.writeHead(302, { location: '/' }).end();
      });
      await expect(fetchJson({ url: registry.url })).rejects.toThrow(
        'redirects more than 3 times',
      );
    });

    it('stops reading an answer that is too large', async () => {
      const registry = await start((_request, response) => {
        response.write('[');
        const flood = () => {
          while (!response.destroyed && response.write('1,'.repeat(10_000)));
        };
        response.on('drain', flood);
        flood();
      });
      await expect(
        fetchJson({ url: registry.url, maxBytes: 100_000 }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('more than 100000 bytes'),
      });
    });

    it('stops waiting for an answer that does not come', async () => {
      const registry = await start((_request, response) => {
        response.write('[');
      });
      await expect(
        fetchJson({ url: registry.url, timeoutMs: 100 }),
      ).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('did not answer in time'),
      });
    });

    it('says that an answer is not JSON, and that nobody answers', async () => {
      const registry = await start((_request, response) => response.end('<p>'));
      await expect(fetchJson({ url: registry.url })).rejects.toThrow(
        'text that is not JSON',
      );
      await started.pop()!.stop();
      await expect(fetchJson({ url: registry.url })).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('ECONNREFUSED'),
      });
    });
  });
});
