import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { LOGISTICS, PAYMENTS } from '../__testUtils__/people';
import { startTestCost, TestCost } from '../__testUtils__/startTestCost';
import { aRequest, aSpan } from './__testUtils__/OtlpRequest';
import { decodeAnswer, encodeProtobuf } from './__testUtils__/otlpProtobuf';
import { readStoredUsage } from './__testUtils__/readStoredUsage';

const run = promisify(execFile);
const EXPORT_TRACES = join(__dirname, '__testUtils__', 'exportTraces.js');
const PROTOBUF = 'application/x-protobuf';
const MIB = 2 ** 20;

const aCall = (id: number, others = {}) =>
  aSpan(
    id,
    { 'mcp.method.name': 'tools/call', 'gen_ai.tool.name': 'book', ...others },
    { kind: 3, at: new Date(Date.now() - 60_000) },
  );

describeOnBothDatabases('POST /v1/traces', createKnex => {
  let knex: Knex;
  let cost: TestCost;
  let key: string;

  beforeAll(async () => {
    knex = await createKnex();
    cost = await startTestCost(knex);
    key = await cost.makeKey(PAYMENTS);
  });
  beforeEach(() => knex('usage_events').delete());
  afterAll(() => cost.backend.stop());

  const send = async (
    type: string,
    body: Uint8Array | string,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${cost.baseUrl}/v1/traces`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': type,
        ...headers,
      },
      body: body as BodyInit,
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      retryAfter: response.headers.get('retry-after'),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  };

  it.each(['protobuf', 'json'])(
    'takes in what a real SDK and exporter send as %s',
    async form => {
      await run(process.execPath, [
        EXPORT_TRACES,
        form,
        `${cost.baseUrl}/v1/traces`,
        key,
      ]);

      expect(await readStoredUsage(knex)).toEqual([
        expect.objectContaining({
          kind: 'model-call',
          layer: 0,
          counted: true,
          team_ref: PAYMENTS,
          environment: 'production',
          agent: 'component:default/clerk',
          model: 'claude-sonnet',
          provider: 'anthropic',
          input_tokens: 20,
          cached_tokens: 100,
          output_tokens: 30,
        }),
        expect.objectContaining({
          kind: 'tool-call',
          layer: 1,
          counted: true,
          tool: 'book',
          server_ref: 'api:default/ledger',
          is_error: 1,
          error_type: 'tool_error',
        }),
        expect.objectContaining({
          kind: 'tool-call',
          layer: 2,
          counted: false,
          server_ref: 'api:default/ledger',
        }),
      ]);
    },
  );

  it('answers with nothing but success when all is good', async () => {
    const traces = aRequest([
      aCall(1),
      aSpan(2, { 'http.request.method': 'GET' }),
    ]);

    expect(await send('application/json', JSON.stringify(traces))).toEqual({
      status: 200,
      type: 'application/json',
      retryAfter: null,
      bytes: Buffer.from('{}'),
    });
    expect(await send(PROTOBUF, encodeProtobuf(traces))).toEqual({
      status: 200,
      type: PROTOBUF,
      retryAfter: null,
      bytes: Buffer.alloc(0),
    });
    // The same span twice.
    expect(await readStoredUsage(knex)).toHaveLength(1);
  });

  it('says how many spans it refused, and why, and keeps the others', async () => {
    const traces = {
      resourceSpans: [
        ...aRequest([aCall(1), aCall(2, { 'mcp_portal.team': LOGISTICS })])
          .resourceSpans,
        ...aRequest([aCall(3), aCall(4)], { 'service.name': 'clerk' })
          .resourceSpans,
      ],
    };
    const partialSuccess = {
      rejectedSpans: '3',
      errorMessage: expect.stringMatching(
        /^3 of 4 spans were refused: 1 team-not-allowed \(.*\), 2 missing-environment \(.*deployment\.environment\.name.*\)\.$/,
      ),
    };

    const asJson = await send('application/json', JSON.stringify(traces));
    expect(asJson.status).toBe(200);
    expect(JSON.parse(String(asJson.bytes))).toEqual({ partialSuccess });
    const asProtobuf = await send(PROTOBUF, gzipSync(encodeProtobuf(traces)), {
      'content-encoding': 'gzip',
    });
    expect(
      decodeAnswer('ExportTraceServiceResponse', asProtobuf.bytes),
    ).toEqual({ partialSuccess });
    expect(await readStoredUsage(knex)).toHaveLength(1);
  });

  it('answers what is wrong as OTLP wants, in the form of the request', async () => {
    const asJson = await send('application/json', '{');
    expect(asJson).toMatchObject({ status: 400, type: 'application/json' });
    expect(JSON.parse(String(asJson.bytes))).toEqual({
      code: 3,
      message: 'The body is not JSON.',
    });

    const asProtobuf = await send(PROTOBUF, Buffer.from('\u0001nonsense'));
    expect(asProtobuf).toMatchObject({ status: 400, type: PROTOBUF });
    expect(decodeAnswer('RpcStatus', asProtobuf.bytes)).toEqual({
      code: 3,
      message: expect.stringMatching(/^The body is not an OTLP trace request/),
    });
  });

  it.each([
    ['nobody', { authorization: '' }, 401],
    ['an unknown key', { authorization: `Bearer mcpk_${'0'.repeat(60)}` }, 401],
    ['another type', { 'content-type': 'text/plain' }, 415],
    ['an unknown encoding', { 'content-encoding': 'zstd' }, 415],
    ['what is no gzip', { 'content-encoding': 'gzip' }, 400],
  ])('refuses %s', async (_, headers, status) => {
    const answer = await send(
      'application/json',
      '{}',
      headers as Record<string, string>,
    );

    expect(answer).toMatchObject({ status, type: 'application/json' });
    expect(JSON.parse(String(answer.bytes)).message).toBeTruthy();
  });

  it('stops at the limit of a body, compressed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * MIB));
    expect(
      await send(PROTOBUF, bomb, { 'content-encoding': 'gzip' }),
    ).toMatchObject({ status: 413, type: PROTOBUF });
    expect(
      await send('application/json', Buffer.alloc(21 * MIB, ' ')),
    ).toMatchObject({ status: 413 });
  });

  it('asks to come back, losing nothing, while it can not store', async () => {
    const body = JSON.stringify(aRequest([aCall(7)]));
    await knex.schema.renameTable('usage_events', 'usage_events_away');
    try {
      const answer = await send('application/json', body);
      expect(answer.status).toBe(503);
      expect(Number(answer.retryAfter)).toBeGreaterThan(0);
      expect(String(answer.bytes)).not.toMatch(/usage_events/);
    } finally {
      await knex.schema.renameTable('usage_events_away', 'usage_events');
    }

    expect((await send('application/json', body)).status).toBe(200);
    expect(await readStoredUsage(knex)).toHaveLength(1);
  });

  it('lets the agent decide the team where a key reports for several', async () => {
    const collector = await cost.makeKey(PAYMENTS, {
      reportsFor: [LOGISTICS],
    });
    const traces = {
      resourceSpans: ['clerk', 'dispatcher', 'nobody'].flatMap(
        (agent, index) =>
          aRequest([aCall(index + 1)], {
            'service.name': agent,
            'deployment.environment.name': 'production',
          }).resourceSpans,
      ),
    };
    const { bytes } = await send('application/json', JSON.stringify(traces), {
      authorization: `Bearer ${collector}`,
    });

    expect(String(bytes)).toMatch(/1 of 3 spans.*team-not-allowed/);
    expect(
      (await readStoredUsage(knex)).map(({ team_ref: team }) => team).sort(),
    ).toEqual([LOGISTICS, PAYMENTS]);
  });
});

describeOnBothDatabases('POST /v1/traces, overloaded', createKnex => {
  it('answers 429 with when to come back, and takes in what it began', async () => {
    const cost = await startTestCost(await createKnex(), {
      config: {
        mcpCost: {
          ingestion: { maxBodyBytes: 4_096, maxBytesInFlight: 8_192 },
        },
      },
    });
    const key = await cost.makeKey(PAYMENTS);
    const url = `${cost.baseUrl}/v1/traces`;
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
    };
    const send = () =>
      fetch(url, {
        method: 'POST',
        headers,
        body: `{${' '.repeat(1_000)}}`,
      });
    // A body that has not all come yet.
    const slow = request(url, { method: 'POST', headers });
    const slowStatus = new Promise(resolve => {
      slow.on('response', response => resolve(response.statusCode));
    });
    slow.write(`{${' '.repeat(4_000)}`);

    let answer = await send();
    for (let tries = 0; answer.status === 200 && tries < 1_000; tries++) {
      answer = await send();
    }
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.json()).toEqual({
      code: 8,
      message: expect.stringMatching(/send it again in \d+ s/),
    });

    slow.end('}');
    expect(await slowStatus).toBe(200);
    expect((await send()).status).toBe(200);
    await cost.backend.stop();
  });
});
