import type { SimilarServer } from '@mcp-portal/plugin-mcp-registry-common';
import type { Snapshot } from '@mcp-portal/mcp-contract';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { aGoodAttempt, NOW } from '../__testUtils__/samples';
import { createServers } from '../__testUtils__/createServers';
import { DatabaseIntrospectionStore } from '../introspection/DatabaseIntrospectionStore';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { DatabaseServerStore } from '../servers/DatabaseServerStore';
import { ServerSearchIndex } from '../servers/ServerSearchIndex';
import {
  liveContract,
  publishedContract,
  sampleServers,
} from './__testUtils__/sampleServers';
import { DatabaseSimilarityStore } from './DatabaseSimilarityStore';
import { SimilarityService } from './SimilarityService';

const system = systemScope();
const servers = sampleServers();
const live = new Map<string, Snapshot>();

beforeAll(async () => {
  for (const { name } of servers) {
    const snapshot = await liveContract(name);
    if (snapshot) {
      live.set(name, snapshot);
    }
  }
}, 60_000);

describeOnBothDatabases('what the sample has for a purpose', createKnex => {
  let service: SimilarityService;

  beforeAll(async () => {
    const knex = await createKnex();
    const searchIndex = new ServerSearchIndex({ knex });
    const introspection = new DatabaseIntrospectionStore({ knex, searchIndex });
    const index = new DatabaseServerIndexStore({ knex, searchIndex });
    await index.put(system, servers, NOW);
    for (const { name, ref } of servers) {
      const published = publishedContract(name);
      if (published) {
        await createServers(knex).publish(name, '1.0.0', published);
      }
      const snapshot = live.get(name);
      if (snapshot) {
        const attempt = aGoodAttempt({}, { answer: { snapshot } });
        await introspection.record(system, ref, attempt);
      }
    }
    service = new SimilarityService({
      similarity: new DatabaseSimilarityStore({ knex, searchIndex }),
      servers: new DatabaseServerStore({ knex, searchIndex }),
      introspection,
    });
  });

  const find = (text: string): Promise<SimilarServer[]> =>
    service.find(system, { text });
  const namesOf = (found: SimilarServer[], level: SimilarServer['level']) =>
    found.filter(one => one.level === level).map(one => one.server.name);

  it.each([
    ['find invoices and explain a line on an invoice', 'billing-invoices'],
    ['Explains the lines of invoices', 'billing-invoices'],
    ['read files from a folder', 'workspace-files'],
    ['track containers', 'shipment-tracking'],
    ['query the data warehouse with SQL', 'warehouse-queries'],
    ['check a company against the sanctions list', 'sanctions-screening'],
    ['schedule payouts to carriers and tell why one is held', 'payouts'],
    [
      'Summarise support tickets and propose a reply to the customer in their language',
      'support-tickets',
    ],
    [
      'a server that reads the temperature of reefer containers',
      'container-telemetry',
    ],
    ['Look up refunds and disputes in our payment provider', 'stripe'],
  ])('has very close to "%s": %s', async (text, name) => {
    expect(namesOf(await find(text), 'very-close')).toEqual([name]);
  });

  it.each([
    'translate recipes to Klingon',
    'Manage employee vacation requests and approvals',
    'book meeting rooms and see who is in the office today',
    'I need an MCP server with a tool for my agent, please',
    'with',
    '',
    '!"*()',
    '日本語',
  ])('has nothing for "%s"', async text => {
    expect(await find(text)).toEqual([]);
  });

  it.each([
    ['invoi', 'billing-invoices'],
    ['where a shipment is', 'shipment-tracking'],
    ['answer questions', 'deepwiki'],
    [
      'Answers questions about invoices of our customers: who paid, what is overdue',
      'finance-billing',
    ],
  ])(
    'has something to look at, and no more, for "%s": %s',
    async (text, name) => {
      const found = await find(text);
      expect(namesOf(found, 'very-close')).toEqual([]);
      expect(found[0].server.name).toBe(name);
    },
  );

  it('comes nearer while a sentence is typed', async () => {
    const scoreOf = async (text: string) =>
      (await find(text)).find(({ server }) => server.name === 'stripe')?.score;
    expect(await scoreOf('look up refu')).toBeGreaterThan(0.5);
    expect(await scoreOf('look up refunds and disp')).toBe(
      await scoreOf('look up refunds and disputes'),
    );
  });

  it('says by which tools, as they were seen or published, and by which words', async () => {
    const [files] = await find('move files into another directory');
    expect(files.server.name).toBe('workspace-files');
    expect(files.tools[0]).toMatchObject({
      name: 'move_file',
      description: expect.stringMatching(/^Move or rename files/),
    });
    const [billing] = await find('explain one line of an invoice');
    expect(billing).toMatchObject({
      because: ['line', 'invoice', 'explain'],
      tools: [{ name: 'explain_line', score: expect.any(Number) }, {}, {}],
    });
    expect(billing.tools[0].description).toBeTruthy();
  });
});
