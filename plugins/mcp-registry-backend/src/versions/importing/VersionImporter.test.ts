import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';

import { systemScope } from '../../access';
import { DatabaseDependentStore } from '../../dependents/DatabaseDependentStore';
import { describeOnBothDatabases } from '../../__testUtils__/databases';
import { aServer, NOW } from '../../__testUtils__/samples';
import { DatabaseIntrospectionStore } from '../../introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from '../../servers/DatabaseServerIndexStore';
import { DatabaseServerStore } from '../../servers/DatabaseServerStore';
import { ServerSearchIndex } from '../../servers/ServerSearchIndex';
import { aContract } from '../__testUtils__/versionSamples';
import { CompatibilityGate } from '../CompatibilityGate';
import { DatabaseVersionStore } from '../DatabaseVersionStore';
import { PublishService } from '../PublishService';
import { VersionImporter } from './VersionImporter';

const system = systemScope();
const REF = 'api:default/ledger';

describeOnBothDatabases('VersionImporter', createKnex => {
  const directory = createMockDirectory();

  async function setUp(files: Record<string, unknown>) {
    directory.setContent(
      Object.fromEntries(
        Object.entries(files).map(([path, content]) => [
          path,
          typeof content === 'string' ? content : JSON.stringify(content),
        ]),
      ),
    );
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    const servers = new DatabaseServerStore({ knex, searchIndex });
    const index = new DatabaseServerIndexStore({ knex, searchIndex });
    const introspection = new DatabaseIntrospectionStore({ knex, searchIndex });
    const versions = new DatabaseVersionStore({ knex });
    const dependents = new DatabaseDependentStore({ knex });
    const parts = { servers, introspection, versions, dependents };
    const logger = mockServices.logger.mock();
    const importer = new VersionImporter({
      directories: [directory.path],
      versions,
      publishing: new PublishService({
        ...parts,
        gate: new CompatibilityGate({ ...parts, severities: {} }),
      }),
      logger,
    });
    return { index, versions, importer, logger };
  }

  it('publishes files in the order of versions, once their server is there', async () => {
    const { index, versions, importer, logger } = await setUp({
      'default/ledger/10.0.0.json': {
        contract: aContract('b'),
        publishedAt: '2026-03-01T10:00:00Z',
      },
      'default/ledger/2.0.0.json': {
        contract: aContract('a'),
        changelog: 'The first',
        publishedAt: '2025-03-01T12:00:00+02:00',
        publishedBy: 'group:default/payments',
        deprecation: {
          reason: 'Too slow',
          replacement: '10.0.0',
          sunsetOn: '2026-12-31',
        },
      },
      'default/ledger/readme.md': '# Not a version',
    });
    await importer.run(system);
    expect(await versions.history(system, REF)).toBeUndefined();

    await index.put(system, [aServer('ledger')], NOW);
    await importer.run(system);
    expect((await versions.history(system, REF))?.versions).toMatchObject([
      {
        version: '10.0.0',
        base: '2.0.0',
        verdict: 'breaking',
        publishedAt: '2026-03-01T10:00:00.000Z',
        publishedBy: 'version-import',
        latest: true,
      },
      {
        version: '2.0.0',
        status: 'deprecated',
        changelog: 'The first',
        publishedAt: '2025-03-01T10:00:00.000Z',
        publishedBy: 'group:default/payments',
        deprecation: {
          by: 'group:default/payments',
          reason: 'Too slow',
          replacement: '10.0.0',
          sunsetOn: '2026-12-31',
        },
      },
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('imports nothing twice, and leaves alone what became of it', async () => {
    const { index, versions, importer } = await setUp({
      'default/ledger/1.0.0.json': {
        contract: aContract('a'),
        deprecation: { reason: 'Too slow' },
      },
      'default/ledger/1.1.0.json': { contract: aContract('a', 'b') },
    });
    await index.put(system, [aServer('ledger')], NOW);
    await importer.run(system);
    await versions.deprecate(system, REF, '1.0.0', undefined);
    await versions.delete(system, REF, '1.1.0', {
      by: 'user:default/ada',
      at: NOW.toISOString(),
      reason: 'A mistake',
    });
    await importer.run(system);
    expect((await versions.history(system, REF))?.versions).toMatchObject([
      { version: '1.1.0', status: 'deleted' },
      { version: '1.0.0', status: 'active' },
    ]);
  });

  it('overrules the gate only where it refuses, with the reason in the file', async () => {
    const { index, versions, importer } = await setUp({
      'default/ledger/1.0.0.json': {
        contract: aContract('a'),
        override: { reason: 'Not needed' },
      },
      'default/ledger/1.0.1.json': {
        contract: aContract('b'),
        override: { reason: 'The old one leaked' },
      },
    });
    await index.put(system, [aServer('ledger')], NOW);
    await importer.run(system);
    expect(
      (await versions.history(system, REF))?.versions.map(item => [
        item.version,
        item.override?.reason,
      ]),
    ).toEqual([
      ['1.0.1', 'The old one leaked'],
      ['1.0.0', undefined],
    ]);
  });

  it.each<[string, string, unknown, string]>([
    [
      'is no version',
      'one.json',
      { contract: aContract('a') },
      'Version "one"',
    ],
    ['is refused', '1.0.1.json', { contract: aContract('b') }, 'is refused'],
    ['is no JSON', '1.1.0.json', '{', 'it is not JSON'],
    ['has no contract', '1.1.0.json', {}, 'contract: '],
    [
      'has a bad contract',
      '1.1.0.json',
      { contract: { tools: [{}] } },
      '/tools/0',
    ],
    [
      'has an unknown field',
      '1.1.0.json',
      { contract: aContract('a'), chnagelog: 'x' },
      'chnagelog',
    ],
    [
      'has a day that is none',
      '1.1.0.json',
      {
        contract: aContract('a'),
        deprecation: { reason: 'x', sunsetOn: '2026-02-30' },
      },
      '2026-02-30',
    ],
    [
      'has an instant that is none',
      '1.1.0.json',
      { contract: aContract('a'), publishedAt: 'yesterday' },
      'publishedAt',
    ],
  ])(
    'says once that a file %s, and goes on',
    async (_, file, content, named) => {
      const { index, versions, importer, logger } = await setUp({
        'default/ledger/1.0.0.json': { contract: aContract('a') },
        [`default/ledger/${file}`]: content,
        'default/ledger/9.0.0.json': { contract: aContract('z') },
      });
      await index.put(system, [aServer('ledger')], NOW);
      await importer.run(system);
      await importer.run(system);
      expect(
        (await versions.history(system, REF))?.versions.map(
          item => item.version,
        ),
      ).toEqual(['9.0.0', '1.0.0']);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      const [message] = logger.warn.mock.calls[0];
      expect(message).toContain(file);
      expect(message).toContain(named);
    },
  );

  it('says that there is no such directory', async () => {
    const { importer, logger } = await setUp({});
    directory.remove();
    await importer.run(system);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(directory.path),
    );
  });
});
