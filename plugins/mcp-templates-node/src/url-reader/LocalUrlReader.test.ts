import { ConfigReader } from '@backstage/config';
import {
  ReadUrlResponseFactory,
  UrlReaders,
} from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { commitTo } from '../__testUtils__/commitTo';
import { makeFolder } from '../__testUtils__/makeFolder';
import { LocalRepositories } from '../repositories';
import { LocalUrlReader } from './LocalUrlReader';

const BASE = 'http://portal.test:3000';
const REPOSITORY = `${BASE}/mcp-repositories/payments/billing`;
const CATALOG_INFO = `${REPOSITORY}/blob/main/catalog-info.yaml`;

async function setUp({ isHidden = false } = {}) {
  const repositories = new LocalRepositories({ directory: await makeFolder() });
  const { cloneUrl } = await repositories.create(
    { team: 'payments', name: 'billing' },
    {
      workspacePath: await makeFolder({
        'catalog-info.yaml': 'kind: API\n',
        'docs/index.md': '# Docs\n',
        'docs/more/a.md': 'a',
        'mkdocs.yml': 'site_name: x\n',
      }),
      createdBy: 'task-1',
      message: 'Begin',
    },
  );
  const reader = UrlReaders.create({
    config: new ConfigReader({}),
    logger: mockServices.logger.mock(),
    factories: [
      ({ treeResponseFactory }) => [
        LocalUrlReader.tuple({
          baseUrl: BASE,
          repositories,
          treeResponseFactory,
          isHidden: async () => isHidden,
        }),
      ],
    ],
  });
  const change = (path: string, text: string) =>
    commitTo(cloneUrl, { path, text });
  return { reader, change };
}

describe('LocalUrlReader', () => {
  it('reads a file, and again only when it changed', async () => {
    const { reader, change } = await setUp();
    const first = await reader.search(CATALOG_INFO);
    expect(first.files.map(({ url }) => url)).toEqual([CATALOG_INFO]);
    expect((await first.files[0].content()).toString()).toBe('kind: API\n');

    const again = () => reader.search(CATALOG_INFO, { etag: first.etag });
    const notModified = expect.objectContaining({ name: 'NotModifiedError' });
    await expect(again()).rejects.toThrow(notModified);
    await change('mkdocs.yml', 'site_name: y\n');
    await expect(again()).rejects.toThrow(notModified);
    await change('catalog-info.yaml', 'kind: Component\n');
    const { files } = await again();
    expect((await files[0].content()).toString()).toBe('kind: Component\n');
  });

  it('reads any file that an entity of the repository names', async () => {
    const { reader } = await setUp();
    const file = await reader.readUrl(`${REPOSITORY}/blob/main/docs/index.md`);
    expect((await file.buffer()).toString()).toBe('# Docs\n');
    expect(file.lastModifiedAt).toBeInstanceOf(Date);
    const same = await ReadUrlResponseFactory.fromReadable(
      file.stream?.() as never,
    );
    expect((await same.buffer()).toString()).toBe('# Docs\n');
  });

  it('reads a folder', async () => {
    const { reader } = await setUp();
    const tree = await reader.readTree(`${REPOSITORY}/tree/main/docs`, {
      filter: path => path !== 'index.md',
    });
    const files = await tree.files();
    expect(files.map(({ path }) => path)).toEqual(['more/a.md']);
    expect((await files[0].content()).toString()).toBe('a');
    await expect(
      reader.readTree(`${REPOSITORY}/tree/main/docs`, { etag: tree.etag }),
    ).rejects.toThrow(expect.objectContaining({ name: 'NotModifiedError' }));
  });

  it.each([
    `${REPOSITORY}/blob/other/catalog-info.yaml`,
    `${BASE}/mcp-repositories/payments/other/blob/main/catalog-info.yaml`,
    `${BASE}/mcp-repositories/payments/billing/blob/../../HEAD/catalog-info.yaml`,
    `${REPOSITORY}/blob/..%2F..%2Fmain/catalog-info.yaml`,
    `${REPOSITORY}/blob/main/..%2F..%2Fcatalog-info.yaml`,
    `${REPOSITORY}/blob/main/gone/catalog-info.yaml`,
  ])('finds nothing at %s', async url => {
    const { reader } = await setUp();
    const notFound = expect.objectContaining({ name: 'NotFoundError' });
    await expect(reader.readUrl(url)).rejects.toThrow(notFound);
    await expect(reader.search(url)).rejects.toThrow(notFound);
  });

  it('takes nothing else for a location, which would tell what is in it', async () => {
    const { reader } = await setUp();
    for (const path of ['docs/index.md', '*', '**/catalog-info.yml', '']) {
      await expect(
        reader.search(`${REPOSITORY}/blob/main/${path}`),
      ).rejects.toThrow(expect.objectContaining({ name: 'NotFoundError' }));
    }
  });

  it('finds nothing for who may not know of it', async () => {
    const { reader } = await setUp({ isHidden: true });
    await expect(reader.search(CATALOG_INFO)).rejects.toThrow(
      `There is nothing at ${CATALOG_INFO}.`,
    );
  });

  it('leaves all other addresses to others', async () => {
    const { reader } = await setUp();
    for (const url of [
      'http://portal.test:3001/mcp-repositories/payments/billing',
      `${BASE}/api/catalog/entities`,
    ]) {
      await expect(reader.readUrl(url)).rejects.toThrow(/is not allowed/);
    }
  });
});
