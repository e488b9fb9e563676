import { mockServices } from '@backstage/backend-test-utils';

import { systemScope } from '../access';
import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import { DatabaseDependentStore } from '../dependents/DatabaseDependentStore';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  anAgent,
  aServer,
  aSnapshot,
  aUse,
  memberScope,
  NOW,
} from '../__testUtils__/samples';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { DatabaseServerStore } from '../servers/DatabaseServerStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { ConsumerService } from './ConsumerService';
import { DatabaseVersionStore } from './DatabaseVersionStore';

const system = systemScope();
const REF = 'api:default/ledger';

type CallSources = ConstructorParameters<
  typeof ConsumerService
>[0]['callSources'];

describeOnBothDatabases('ConsumerService', createKnex => {
  async function setUp(
    versions: Record<string, 'active' | 'deprecated' | 'deleted'>,
    agents: [name: string, range?: string][],
    callSources: CallSources = [],
  ) {
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    await new DatabaseServerIndexStore({ knex, searchIndex }).put(
      system,
      [aServer('ledger')],
      NOW,
    );
    const store = new DatabaseVersionStore({ knex });
    const act = {
      by: 'user:default/petra',
      at: NOW.toISOString(),
      reason: 'x',
    };
    const snapshot = aSnapshot({ a: 'x' });
    for (const [index, [version, status]] of Object.entries(
      versions,
    ).entries()) {
      await store.publish(
        system,
        REF,
        {
          version,
          sha256: snapshot.sha256,
          snapshot,
          publishedAt: NOW,
          publishedBy: act.by,
          verdict: 'none',
          changes: [],
          requiredBump: 'none',
          smallestVersion: version,
          deprecation:
            status === 'deprecated'
              ? { ...act, sunsetOn: '2027-01-31', replacement: '2.0.0' }
              : undefined,
        },
        index,
      );
    }
    for (const [version, status] of Object.entries(versions)) {
      if (status === 'deleted') {
        await store.delete(system, REF, version, act);
      }
    }
    await new DatabaseAgentIndexStore({ knex }).put(
      system,
      agents.map(([name, versionRange]) =>
        anAgent(name, {
          visibility: name.startsWith('hidden') ? 'team' : 'organisation',
          uses: [{ ...aUse('ledger', ['a']), versionRange }],
        }),
      ),
    );
    const logger = mockServices.logger.mock();
    const service = new ConsumerService({
      servers: new DatabaseServerStore({ knex, searchIndex }),
      versions: store,
      dependents: new DatabaseDependentStore({ knex }),
      callSources,
      logger,
    });
    return { service, logger };
  }

  it('says which agents are on which line, and which have none', async () => {
    const { service } = await setUp(
      {
        '0.3.0': 'active',
        '1.0.0': 'active',
        '1.1.0': 'deprecated',
        '2.0.0': 'active',
        '3.0.0-rc.1': 'active',
      },
      [
        ['follower'],
        ['hidden-pinned', '1.0.0'],
        ['old', '^1.0.0'],
        ['oldest', '~0.3.0'],
        ['odd', 'newest please'],
        ['preview', '>=3.0.0-0'],
        ['unmet', '^9.0.0'],
      ],
    );
    const progress = await service.progress(system, REF);
    expect(
      progress.lines.map(({ consumers, ...line }) => ({
        ...line,
        consumers: consumers.map(({ name, version }) => [name, version]),
      })),
    ).toEqual([
      {
        line: '3.x',
        newest: '3.0.0-rc.1',
        status: 'active',
        older: false,
        consumers: [['preview', '3.0.0-rc.1']],
      },
      {
        line: '2.x',
        newest: '2.0.0',
        status: 'active',
        older: false,
        consumers: [
          ['follower', '2.0.0'],
          ['odd', '2.0.0'],
        ],
      },
      {
        line: '1.x',
        newest: '1.1.0',
        status: 'deprecated',
        older: true,
        sunsetOn: '2027-01-31',
        replacement: '2.0.0',
        consumers: [
          ['hidden-pinned', '1.0.0'],
          ['old', '1.1.0'],
        ],
      },
      {
        line: '0.3.x',
        newest: '0.3.0',
        status: 'active',
        older: true,
        consumers: [['oldest', '0.3.0']],
      },
    ]);
    expect(progress.unmet.map(({ name }) => name)).toEqual(['unmet']);
    expect(progress.callsKnown).toBe(false);

    const stranger = memberScope('group:default/logistics');
    expect(JSON.stringify(await service.progress(stranger, REF))).not.toContain(
      'hidden',
    );
  });

  it('leaves out what is deleted', async () => {
    const { service } = await setUp({ '1.0.0': 'deleted', '2.0.0': 'active' }, [
      ['old', '^1.0.0'],
    ]);
    expect(await service.progress(system, REF)).toMatchObject({
      lines: [{ line: '2.x', consumers: [] }],
      unmet: [{ name: 'old', versionRange: '^1.0.0' }],
    });
  });

  it('tells when agents last called, by the latest of what is known', async () => {
    const agent = 'component:default/agent';
    const { service } = await setUp(
      { '1.0.0': 'active' },
      [['agent']],
      [
        {
          lastCalls: async () => new Map([[agent, '2026-01-02T00:00:00.000Z']]),
        },
        {
          lastCalls: async () => new Map([[agent, '2026-01-01T00:00:00.000Z']]),
        },
      ],
    );
    expect(await service.progress(system, REF)).toMatchObject({
      callsKnown: true,
      lines: [{ consumers: [{ lastCalledAt: '2026-01-02T00:00:00.000Z' }] }],
    });
  });

  it('keeps the rest when a source of calls fails', async () => {
    const agent = 'component:default/agent';
    const { service, logger } = await setUp(
      { '1.0.0': 'active' },
      [['agent']],
      [
        { lastCalls: async () => Promise.reject(new Error('no telemetry')) },
        {
          lastCalls: async () => new Map([[agent, '2026-01-01T00:00:00.000Z']]),
        },
      ],
    );
    expect(await service.progress(system, REF)).toMatchObject({
      callsKnown: false,
      lines: [{ consumers: [{ lastCalledAt: '2026-01-01T00:00:00.000Z' }] }],
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no telemetry'),
    );
  });
});
