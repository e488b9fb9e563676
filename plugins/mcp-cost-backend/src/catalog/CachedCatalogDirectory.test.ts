import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

import { aTeam, ENTITIES } from '../__testUtils__/entities';
import { PAYMENTS, PETRA } from '../__testUtils__/people';
import { CachedCatalogDirectory } from './CachedCatalogDirectory';

describe('CachedCatalogDirectory', () => {
  let nowMs: number;

  const directoryOf = (catalog: ReturnType<typeof catalogServiceMock>) =>
    new CachedCatalogDirectory({
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      refreshMs: 30_000,
      now: () => new Date(nowMs),
    });

  beforeEach(() => {
    nowMs = Date.parse('2026-11-21T12:00:00Z');
  });

  it('asks the catalog once for all who ask at the same time', async () => {
    const catalog = catalogServiceMock({ entities: ENTITIES });
    const query = jest.spyOn(catalog, 'queryEntities');
    const directory = directoryOf(catalog);
    await Promise.all([directory.current(), directory.current()]);
    await directory.current();
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('reads every page', async () => {
    const teams = Array.from({ length: 1_201 }, (_, index) =>
      aTeam(`group:default/team-${index}`),
    );
    const { teams: read } = await directoryOf(
      catalogServiceMock({ entities: teams }),
    ).current();
    expect(read.size).toBe(1_201);
  });

  it('reads anew once what it has is old, and lets nobody wait for it', async () => {
    const entities = [...ENTITIES];
    const catalog = catalogServiceMock({ entities });
    const directory = directoryOf(catalog);
    const before = await directory.current();
    nowMs += 30_000;
    expect(await directory.current()).toBe(before);
    const after = await directory.refresh();
    expect(after.readAt.getTime()).toBe(nowMs);
    expect(await directory.current()).toBe(after);
  });

  it('gives the last good answer on while the catalog fails', async () => {
    const catalog = catalogServiceMock({ entities: ENTITIES });
    const directory = directoryOf(catalog);
    const good = await directory.current();
    jest.spyOn(catalog, 'queryEntities').mockRejectedValue(new Error('down'));
    nowMs += 3_600_000;
    await expect(directory.refresh()).rejects.toThrow('could not be read');
    expect(await directory.current()).toBe(good);
  });

  it('keeps the teams that it knows when a catalog suddenly has none', async () => {
    const catalog = catalogServiceMock({ entities: ENTITIES });
    const directory = directoryOf(catalog);
    await directory.current();
    jest
      .spyOn(catalog, 'queryEntities')
      .mockResolvedValue({ items: [], totalItems: 0, pageInfo: {} });
    await expect(directory.refresh()).rejects.toThrow('it has no teams');
    expect((await directory.current()).teams.has(PAYMENTS)).toBe(true);
  });

  it('says so while it could never be read, and does not ask for each request', async () => {
    const catalog = catalogServiceMock({ entities: ENTITIES });
    const query = jest
      .spyOn(catalog, 'queryEntities')
      .mockRejectedValue(new Error('down'));
    const directory = directoryOf(catalog);
    for (let request = 0; request < 5; request++) {
      await expect(directory.current()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
    }
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
    nowMs += 1_001;
    expect((await directory.current()).teams.size).toBe(6);
  });

  it('knows the people in a team', async () => {
    const directory = directoryOf(catalogServiceMock({ entities: ENTITIES }));
    expect(await directory.membersOf(PAYMENTS)).toEqual([PETRA]);
    expect(await directory.membersOf('group:default/gone')).toEqual([]);
  });
});
