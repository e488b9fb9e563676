import { createGzip, deflateSync, gzipSync } from 'node:zlib';

import type { UsageReceipt } from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { LOGISTICS, PAYMENTS, PETRA } from '../__testUtils__/people';
import { startTestCost, TestCost } from '../__testUtils__/startTestCost';
import { aRequest, aSpan } from '../otlp/__testUtils__/OtlpRequest';
import { readStoredUsage } from '../otlp/__testUtils__/readStoredUsage';

const MIB = 2 ** 20;

const aCall = (id: string, others = {}) => ({
  id,
  kind: 'tool-call',
  at: new Date(Date.now() - 60_000).toISOString(),
  agent: 'clerk',
  environment: 'production',
  server: 'https://ledger.example.com/mcp',
  tool: 'book',
  ...others,
});

/** Zeros, compressed a thousandfold, without ever having them all. */
async function bomb(bytes: number): Promise<Buffer> {
  const gzip = createGzip({ level: 9 });
  const chunks: Buffer[] = [];
  gzip.on('data', chunk => chunks.push(chunk));
  const zeros = Buffer.alloc(MIB);
  for (let sent = 0; sent < bytes; sent += MIB) {
    if (!gzip.write(zeros)) {
      await new Promise(resolve => gzip.once('drain', resolve));
    }
  }
  await new Promise<void>(resolve => {
    gzip.end(resolve);
  });
  return Buffer.concat(chunks);
}

describeOnBothDatabases('POST /usage', createKnex => {
  let knex: Knex;
  let cost: TestCost;
  let key: string;

  beforeAll(async () => {
    knex = await createKnex();
    cost = await startTestCost(knex, {
      config: { mcpCost: { ingestion: { maxNewNamesPerDay: 40 } } },
    });
    key = await cost.makeKey(PAYMENTS);
  });
  beforeEach(() => knex('usage_events').delete());
  afterAll(() => cost.backend.stop());

  const send = (body: unknown, headers?: Record<string, string>) =>
    cost.ask<UsageReceipt & { error: { name: string; message: string } }>(
      key,
      'POST',
      '/usage',
      body,
      headers,
    );

  it('stores what is good, and says why it refuses the rest', async () => {
    const { status, body } = await send([
      aCall('1'),
      aCall('2', { environment: undefined }),
      aCall('3', { agent: undefined }),
      aCall('4', { team: LOGISTICS }),
      aCall('5', { at: '1970-01-01T00:00:00Z' }),
      aCall('6'),
    ]);

    expect({ status, ...body }).toEqual({
      status: 200,
      accepted: 2,
      duplicates: 0,
      refused: 4,
      refusals: [
        expect.objectContaining({
          index: 1,
          id: '2',
          code: 'missing-environment',
        }),
        expect.objectContaining({
          index: 2,
          id: '3',
          code: 'missing-agent-or-user',
        }),
        expect.objectContaining({
          index: 3,
          id: '4',
          code: 'team-not-allowed',
        }),
        expect.objectContaining({
          index: 4,
          id: '5',
          code: 'time-out-of-range',
        }),
      ],
    });
    expect(await readStoredUsage(knex)).toEqual([
      expect.objectContaining({
        team_ref: PAYMENTS,
        agent: 'component:default/clerk',
        server_ref: 'api:default/ledger',
        tool: 'book',
      }),
      expect.objectContaining({ team_ref: PAYMENTS }),
    ]);
  });

  it('counts the same batch once, however often and at once it comes', async () => {
    const batch = Array.from({ length: 50 }, (_, index) => aCall(`${index}`));
    const answers = await Promise.all([1, 2, 3].map(() => send(batch)));

    expect(answers.reduce((sum, { body }) => sum + body.accepted, 0)).toBe(50);
    expect(answers.reduce((sum, { body }) => sum + body.duplicates, 0)).toBe(
      100,
    );
    expect(await readStoredUsage(knex)).toHaveLength(50);
  });

  it('knows a call that came as a span already', async () => {
    const span = aSpan(
      1,
      { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'book' },
      { at: new Date(Date.now() - 60_000) },
    );
    const { status } = await cost.ask(
      key,
      'POST',
      '/v1/traces',
      aRequest([span]),
    );
    const { traceId, spanId } = span;

    expect(status).toBe(200);
    expect((await send([aCall('1', { traceId, spanId })])).body).toMatchObject({
      accepted: 0,
      duplicates: 1,
    });
  });

  it('says when to come back while it can not store', async () => {
    await knex.schema.renameTable('usage_events', 'usage_events_away');
    const { status, headers } = await send([aCall('1')]);
    await knex.schema.renameTable('usage_events_away', 'usage_events');

    expect(status).toBe(503);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ])('reads %s', async (encoding, compress) => {
    const body = compress(JSON.stringify({ records: [aCall('1')] }));

    expect(
      (await send(body, { 'content-encoding': encoding })).body,
    ).toMatchObject({ accepted: 1 });
  });

  it('answers a bomb of 100 MB with 413, at the cost of a small request', async () => {
    const body = await bomb(100 * MIB);
    const before = process.memoryUsage.rss();
    const answer = await send(body, { 'content-encoding': 'gzip' });

    expect(answer).toMatchObject({
      status: 413,
      body: { error: { name: 'PayloadTooLargeError' } },
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(80 * MIB);
  });

  it('answers a body that is too large with 413', async () => {
    expect((await send(Buffer.alloc(6 * MIB, ' '))).status).toBe(413);
  });

  it.each([
    [
      'cut-off gzip',
      gzipSync('[]').subarray(0, 8),
      { 'content-encoding': 'gzip' },
      400,
    ],
    ['no gzip', Buffer.from('[]'), { 'content-encoding': 'gzip' }, 400],
    [
      'an unknown encoding',
      Buffer.from('[]'),
      { 'content-encoding': 'br' },
      415,
    ],
    ['another type', Buffer.from('a,b'), { 'content-type': 'text/csv' }, 415],
    ['no JSON', Buffer.from('{'), {}, 400],
    ['no batch', Buffer.from('{}'), {}, 400],
  ])('answers %s clearly', async (_, body, headers, status) => {
    const answer = await send(body, headers as Record<string, string>);

    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toBeTruthy();
  });

  it('takes keys that may send, and nothing else', async () => {
    const publishing = await cost.makeKey(PAYMENTS, { scopes: ['publish'] });
    const statusFor = async (caller: string | undefined) =>
      (await cost.ask(caller, 'POST', '/usage', [aCall('1')])).status;

    expect(await statusFor(undefined)).toBe(401);
    expect(await statusFor(PETRA)).toBe(401);
    expect(await statusFor(`${key}x`)).toBe(401);
    expect(await statusFor(publishing)).toBe(403);
  });

  it('lets nobody in to what is below it', async () => {
    expect((await cost.ask(key, 'GET', '/usage/calls')).status).not.toBe(200);
    expect((await cost.ask(undefined, 'GET', '/status')).status).toBe(401);
  });

  it('corrects a call that turns out to be of another team', async () => {
    const both = await cost.makeKey(PAYMENTS, { reportsFor: [LOGISTICS] });
    const sent = async (record: object) =>
      (await cost.ask<UsageReceipt>(both, 'POST', '/usage', [record])).body;
    expect(await sent(aCall('moved'))).toMatchObject({ accepted: 1 });
    const correction = aCall('moved', { agent: 'dispatcher', revision: 1 });
    expect(await sent(correction)).toMatchObject({ accepted: 1 });
    expect(await sent(correction)).toMatchObject({ duplicates: 1 });
    await cost.scheduler.triggerTask('mcp-cost-rollup');
    const counted = await knex('usage_events as e')
      .join('usage_attributions as a', 'a.id', 'e.attribution_id')
      .join('usage_consumers as c', 'c.id', 'a.consumer_id')
      .where('e.counted', true)
      .select('c.team_ref');
    expect(counted).toEqual([{ team_ref: LOGISTICS }]);
  });

  it('refuses names beyond the limit of a day, and takes those it knows', async () => {
    const made = Array.from({ length: 60 }, (_, index) =>
      aCall(`n${index}`, { tool: `made-up-${index}` }),
    );
    const { body } = await send(made);

    expect(body.accepted).toBeLessThanOrEqual(40);
    expect(body.refused).toBe(60 - body.accepted);
    expect(body.refusals[0].code).toBe('too-many-names');
    expect((await send([aCall('known')])).body).toMatchObject({ accepted: 1 });
  });
});
