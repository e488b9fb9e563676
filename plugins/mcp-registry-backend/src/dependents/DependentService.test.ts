import { mockServices } from '@backstage/backend-test-utils';
import type { McpCallSource } from '@mcp-portal/plugin-mcp-registry-node';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  anAgent,
  aServer,
  aUse,
  memberScope,
  NOW,
} from '../__testUtils__/samples';
import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { DatabaseServerStore } from '../servers/DatabaseServerStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { DatabaseDependentStore } from './DatabaseDependentStore';
import { DependentService } from './DependentService';
import { LastCalls } from './LastCalls';

const system = systemScope();
const BILLING = 'api:default/billing';
const AT = '2026-11-20T00:00:00.000Z';

describeOnBothDatabases('DependentService', createKnex => {
  async function setUp(lastCalls: McpCallSource['lastCalls']) {
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    await new DatabaseServerIndexStore({ knex, searchIndex }).put(
      system,
      [aServer('billing')],
      NOW,
    );
    await new DatabaseAgentIndexStore({ knex }).put(system, [
      anAgent('dunning', { uses: [aUse('billing')] }),
      anAgent('audit', { visibility: 'team' }),
      anAgent('parcels', { ownerRef: 'group:default/logistics' }),
      anAgent('quiet'),
    ]);
    return new DependentService({
      servers: new DatabaseServerStore({ knex, searchIndex }),
      store: new DatabaseDependentStore({ knex }),
      lastCalls: new LastCalls({
        callSources: [{ lastCalls }],
        logger: mockServices.logger.mock(),
      }),
    });
  }

  const calls = async () =>
    new Map(
      ['dunning', 'parcels', 'audit', 'gone'].map(name => [
        `component:default/${name}`,
        AT,
      ]),
    );

  it('has agents that call a server without saying so, and when they did', async () => {
    const service = await setUp(calls);
    const answer = await service.list(system, BILLING, {});
    expect(
      answer.items.map(({ name, evidence, lastSeen }) => [
        name,
        evidence,
        lastSeen,
      ]),
    ).toEqual([
      ['dunning', 'declared', AT],
      ['audit', 'observed', AT],
      ['parcels', 'observed', AT],
    ]);
    expect(answer.totalItems).toBe(3);
    expect(answer.teams).toMatchObject([
      { owner: { ref: 'group:default/payments' }, count: 2 },
      { owner: { ref: 'group:default/logistics' }, count: 1 },
    ]);
  });

  it('has only those that the caller may see', async () => {
    const service = await setUp(calls);
    const answer = await service.list(
      memberScope('group:default/logistics'),
      BILLING,
      {},
    );
    expect(answer.items.map(({ name }) => name)).toEqual([
      'dunning',
      'parcels',
    ]);
    expect(answer.totalItems).toBe(2);
  });

  it('pages over both kinds', async () => {
    const service = await setUp(calls);
    const names = async (limit: number, offset: number) =>
      (await service.list(system, BILLING, { limit, offset })).items.map(
        ({ name }) => name,
      );
    expect(await names(2, 0)).toEqual(['dunning', 'audit']);
    expect(await names(2, 2)).toEqual(['parcels']);
    expect(await names(1, 1)).toEqual(['audit']);
    expect(await names(2, 3)).toEqual([]);
  });

  it('has those that say so while nobody knows of calls', async () => {
    const service = await setUp(async () => {
      throw new Error('down');
    });
    const answer = await service.list(system, BILLING, {});
    expect(answer.items).toMatchObject([{ name: 'dunning' }]);
    expect(answer.items[0].lastSeen).toBeUndefined();
  });
});
