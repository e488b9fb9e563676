import { timeBounds } from '../../ingestion/bounds';
import type { ReportedUsage } from '../../ingestion';
import {
  aRequest,
  aSpan,
  attributesOf,
  NOW,
  OtlpRequest,
} from '../__testUtils__/OtlpRequest';
import { decodeJson } from '../decoding/decodeJson';
import { readUsage } from './readUsage';

const CLIENT = 3;
const SERVER = 2;

const read = (request: OtlpRequest) =>
  readUsage(
    decodeJson(Buffer.from(JSON.stringify(request))),
    timeBounds(NOW, 90),
  );

const onlyOne = (request: OtlpRequest): ReportedUsage => {
  const { records, refusals } = read(request);
  expect(refusals).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0];
};

const mcp = (tool: string, others = {}) => ({
  'mcp.method.name': 'tools/call',
  'gen_ai.tool.name': tool,
  ...others,
});
const executeTool = (tool: string, others = {}) => ({
  'gen_ai.operation.name': 'execute_tool',
  'gen_ai.tool.name': tool,
  ...others,
});
const chat = (others = {}) => ({
  'gen_ai.operation.name': 'chat',
  'gen_ai.request.model': 'large',
  ...others,
});

/** Which span counts for each one's call, by index. */
const counting = (request: OtlpRequest) =>
  read(request).records.map(({ index, replacedByIndex }) => [
    index,
    replacedByIndex,
  ]);

describe('Usage in spans', () => {
  it("reads an MCP client's call of a tool", () => {
    expect(
      onlyOne(
        aRequest([
          aSpan(
            1,
            mcp('book', {
              'server.address': 'ledger.example.com',
              'server.port': 8443,
              'url.path': '/mcp',
              'enduser.id': 'petra',
            }),
            { kind: CLIENT },
          ),
        ]),
      ),
    ).toEqual({
      index: 0,
      id: '5b8efff798038103d269b633813fc60c:aaaaaaaaaaaaaaa1',
      idKind: 'span',
      revision: 0,
      occurredAtMs: NOW.getTime() - 60_000,
      kind: 'tool-call',
      team: undefined,
      agent: 'clerk',
      agentAliases: [],
      user: 'petra',
      environment: 'production',
      serverNames: ['//ledger.example.com:8443/mcp'],
      tool: 'book',
      measures: {
        isCall: true,
        isError: false,
        errorType: undefined,
        durationUs: 250_000,
        inputTokens: 0,
        cachedInputTokens: 0,
        outputTokens: 0,
        quantityNanos: 0n,
      },
      span: {
        traceId: '5b8efff798038103d269b633813fc60c',
        spanId: 'aaaaaaaaaaaaaaa1',
        layer: 'client',
      },
      replacedByIndex: undefined,
    });
  });

  it('passes by what is no usage', () => {
    expect(
      read(
        aRequest([
          aSpan(1, { 'http.request.method': 'GET' }, { kind: CLIENT }),
          aSpan(2, { 'mcp.method.name': 'tools/list' }, { kind: CLIENT }),
          aSpan(3, { 'gen_ai.operation.name': 'invoke_agent' }),
          aSpan(4, { 'gen_ai.operation.name': 'retrieval' }),
          { traceId: '', spanId: '' },
        ]),
      ),
    ).toEqual({ records: [], refusals: [] });
  });

  it.each(['chat', 'text_completion', 'generate_content', 'embeddings'])(
    'reads %s as a call of a model',
    operation => {
      const record = onlyOne(
        aRequest([
          aSpan(1, {
            'gen_ai.operation.name': operation,
            'gen_ai.provider.name': 'anthropic',
            'gen_ai.request.model': 'large-latest',
            'gen_ai.response.model': 'large-5',
            'gen_ai.usage.input_tokens': 7,
            'gen_ai.usage.output_tokens': 3,
            'server.address': 'api.anthropic.com',
          }),
        ]),
      );

      expect(record).toMatchObject({
        kind: 'model-call',
        model: 'large-5',
        provider: 'anthropic',
        // Where the model is, not an MCP server.
        serverNames: [],
        measures: { inputTokens: 7, outputTokens: 3 },
      });
      expect(record.span).not.toHaveProperty('layer');
    },
  );

  describe('tokens', () => {
    const tokens = (usage: Record<string, number>) => {
      const { inputTokens, cachedInputTokens, outputTokens } = onlyOne(
        aRequest([
          aSpan(
            1,
            chat(
              Object.fromEntries(
                Object.entries(usage).map(([name, value]) => [
                  `gen_ai.usage.${name}`,
                  value,
                ]),
              ),
            ),
          ),
        ]),
      ).measures;
      return [inputTokens, cachedInputTokens, outputTokens];
    };

    it('of input are told without those from a cache', () => {
      expect(
        tokens({
          input_tokens: 100,
          'cache_read.input_tokens': 80,
          'cache_creation.input_tokens': 5,
          output_tokens: 10,
        }),
      ).toEqual([20, 80, 10]);
    });

    it('are taken for excluding the cache where they are less than its', () => {
      expect(
        tokens({
          input_tokens: 20,
          'cache_read.input_tokens': 80,
          'cache_creation.input_tokens': 5,
        }),
      ).toEqual([25, 80, 0]);
    });

    it('are taken for excluding the cache where the total says so', () => {
      expect(
        tokens({
          input_tokens: 100,
          cache_read_input_tokens: 80,
          output_tokens: 10,
          total_tokens: 190,
        }),
      ).toEqual([100, 80, 10]);
    });

    it('are read by their older names', () => {
      expect(tokens({ prompt_tokens: 9, completion_tokens: 4 })).toEqual([
        9, 0, 4,
      ]);
    });
  });

  it('finds the agent on the span, above it, on the resource, or by the service', () => {
    const agents = read({
      resourceSpans: [
        ...aRequest(
          [
            aSpan(1, {
              'gen_ai.operation.name': 'invoke_agent',
              'gen_ai.agent.name': 'Planner',
              'gen_ai.agent.id': 'asst_1',
            }),
            aSpan(2, { 'http.request.method': 'GET' }, { parent: 1 }),
            aSpan(3, mcp('a'), { parent: 2, kind: CLIENT }),
            aSpan(4, mcp('b', { 'gen_ai.agent.name': 'Doer' }), {
              parent: 1,
              kind: CLIENT,
            }),
            aSpan(5, mcp('c'), { kind: CLIENT }),
          ],
          { 'service.name': 'crew', 'deployment.environment': 'test' },
        ).resourceSpans,
        ...aRequest([aSpan(6, mcp('d'), { kind: CLIENT })], {
          'gen_ai.agent.id': 'component:default/clerk',
        }).resourceSpans,
        ...aRequest([aSpan(7, mcp('e'), { kind: CLIENT })], {
          'service.name': 'unknown_service:node',
        }).resourceSpans,
      ],
    }).records.map(({ tool, agent, agentAliases }) => [
      tool,
      agent,
      ...(agentAliases ?? []),
    ]);

    expect(agents).toEqual([
      ['a', 'Planner', 'asst_1', 'crew'],
      ['b', 'Doer', 'crew'],
      ['c', 'crew'],
      ['d', 'component:default/clerk'],
      ['e', undefined],
    ]);
  });

  describe('of one call', () => {
    it('count once, the outermost, with what the others know', () => {
      const { records } = read({
        resourceSpans: [
          ...aRequest([
            aSpan(1, executeTool('book')),
            aSpan(2, { 'http.request.method': 'GET' }, { parent: 1 }),
            aSpan(
              3,
              mcp('book', {
                'server.address': 'ledger.example.com',
                'error.type': 'tool_error',
              }),
              { parent: 2, kind: CLIENT },
            ),
          ]).resourceSpans,
          ...aRequest([aSpan(4, mcp('book'), { parent: 3, kind: SERVER })], {
            'service.name': 'ledger',
            'deployment.environment.name': 'production',
          }).resourceSpans,
        ],
      });

      expect(
        records.map(({ index, replacedByIndex, agent, serverNames }) => ({
          index,
          replacedByIndex,
          agent,
          serverNames,
        })),
      ).toEqual([
        {
          index: 0,
          replacedByIndex: undefined,
          agent: 'clerk',
          serverNames: ['//ledger.example.com', 'ledger'],
        },
        {
          index: 2,
          replacedByIndex: 0,
          agent: 'clerk',
          serverNames: ['//ledger.example.com', 'ledger'],
        },
        {
          index: 3,
          replacedByIndex: 0,
          // The agent's, not that of the server's process.
          agent: 'clerk',
          serverNames: ['ledger', '//ledger.example.com'],
        },
      ]);
      expect(records[0].measures).toMatchObject({
        isError: true,
        errorType: 'tool_error',
      });
    });

    it('are two where a client tried twice', () => {
      expect(
        counting(
          aRequest([
            aSpan(1, executeTool('book')),
            aSpan(2, mcp('book', { 'error.type': 'timeout' }), {
              parent: 1,
              kind: CLIENT,
            }),
            aSpan(3, mcp('book'), { parent: 1, kind: CLIENT }),
          ]),
        ),
      ).toEqual([
        [0, undefined],
        [1, 0],
        [2, undefined],
      ]);
    });

    it('are two where a server calls another', () => {
      expect(
        counting(
          aRequest([
            aSpan(1, mcp('ask'), { kind: CLIENT }),
            aSpan(2, mcp('ask'), { parent: 1, kind: SERVER }),
            aSpan(3, mcp('look'), { parent: 2, kind: CLIENT }),
            aSpan(4, mcp('look'), { parent: 3, kind: SERVER }),
          ]),
        ),
      ).toEqual([
        [0, undefined],
        [1, 0],
        [2, undefined],
        [3, 2],
      ]);
    });

    it('are not joined over the work of another agent', () => {
      expect(
        counting(
          aRequest([
            aSpan(1, executeTool('ask_researcher')),
            aSpan(
              2,
              { 'gen_ai.operation.name': 'invoke_agent' },
              { parent: 1 },
            ),
            aSpan(3, mcp('search'), { parent: 2, kind: CLIENT }),
          ]),
        ),
      ).toEqual([
        [0, undefined],
        [2, undefined],
      ]);
    });

    it('are known by the id of the call, or of the request in its session', () => {
      expect(
        counting(
          aRequest([
            aSpan(1, executeTool('book', { 'gen_ai.tool.call.id': 'call_1' })),
            aSpan(
              2,
              mcp('book', {
                'gen_ai.tool.call.id': 'call_1',
                'mcp.session.id': 's',
                'jsonrpc.request.id': '7',
              }),
              { kind: CLIENT },
            ),
            aSpan(
              3,
              mcp('book', {
                'mcp.session.id': 's',
                'jsonrpc.request.id': 7,
              }),
              { kind: SERVER },
            ),
            aSpan(
              4,
              mcp('book', {
                'mcp.session.id': 's',
                'jsonrpc.request.id': '8',
              }),
              { kind: SERVER },
            ),
          ]),
        ),
      ).toEqual([
        [0, undefined],
        [1, 0],
        [2, 0],
        [3, undefined],
      ]);
    });

    it('of a model count where the tokens are known', () => {
      const known = { 'gen_ai.usage.input_tokens': 5 };

      expect(
        counting(
          aRequest([
            aSpan(1, chat(known)),
            aSpan(2, chat(known), { parent: 1 }),
            aSpan(3, chat()),
            aSpan(4, chat(), { parent: 3 }),
            aSpan(5, chat(known), { parent: 4 }),
            aSpan(6, chat()),
            aSpan(7, chat(), { parent: 6 }),
            aSpan(8, chat(known)),
            aSpan(9, chat({ ...known, 'gen_ai.request.model': 'small' }), {
              parent: 8,
            }),
          ]),
        ),
      ).toEqual([
        [0, undefined],
        [1, 0],
        [2, 4],
        [3, 4],
        [4, undefined],
        [5, undefined],
        [6, 5],
        [7, undefined],
        [8, undefined],
      ]);
    });

    it('count once where they are, in a circle, below each other', () => {
      expect(
        counting(
          aRequest([
            aSpan(1, chat(), { parent: 2 }),
            aSpan(2, chat(), { parent: 1 }),
            aSpan(3, chat(), { parent: 3 }),
          ]),
        ),
      ).toEqual([
        [0, 1],
        [1, undefined],
        [2, undefined],
      ]);
    });
  });

  it('takes the address of HTTP below an MCP client that tells none', () => {
    const { records } = read(
      aRequest([
        aSpan(1, mcp('book'), { kind: CLIENT }),
        aSpan(
          2,
          { 'url.full': 'https://ledger.example.com/mcp' },
          { parent: 1, kind: CLIENT },
        ),
      ]),
    );

    expect(records[0].serverNames).toEqual(['https://ledger.example.com/mcp']);
  });

  it.each([
    [
      'a list for a tool',
      mcp('a', { 'gen_ai.tool.name': { arrayValue: { values: [] } } }),
      'invalid',
    ],
    [
      'text for tokens',
      chat({ 'gen_ai.usage.input_tokens': 'many' }),
      'invalid',
    ],
    [
      'negative tokens',
      chat({ 'gen_ai.usage.output_tokens': -1 }),
      'number-out-of-range',
    ],
    [
      'absurd tokens',
      chat({ 'gen_ai.usage.input_tokens': 2_000_000_000 }),
      'number-out-of-range',
    ],
    [
      'no number',
      chat({ 'gen_ai.usage.input_tokens': { doubleValue: 'NaN' } }),
      'number-out-of-range',
    ],
    [
      'half a token',
      chat({ 'gen_ai.usage.input_tokens': { doubleValue: 1.5 } }),
      'number-out-of-range',
    ],
    ['a name without end', mcp('x'.repeat(201)), 'invalid'],
  ])('refuses a span with %s, and keeps the others', (_, attributes, code) => {
    const { records, refusals } = read(
      aRequest([aSpan(1, attributes), aSpan(2, mcp('good'))]),
    );

    expect(refusals).toEqual([expect.objectContaining({ index: 0, code })]);
    expect(records.map(({ tool }) => tool)).toEqual(['good']);
  });

  it.each([
    ['in 1970', new Date(0), 'time-out-of-range'],
    ['in 2100', new Date('2100-01-01'), 'time-out-of-range'],
    [
      '91 days ago',
      new Date(NOW.getTime() - 91 * 86_400_000),
      'time-out-of-range',
    ],
    ['in two hours', new Date(NOW.getTime() + 7_200_000), 'time-out-of-range'],
  ])('refuses what happened %s', (_, at, code) => {
    expect(read(aRequest([aSpan(1, mcp('a'), { at })])).refusals).toEqual([
      expect.objectContaining({ code }),
    ]);
  });

  it.each([
    ['ends before it starts', { endTimeUnixNano: '1000' }],
    ['lasts longer than a week', { endTimeUnixNano: '1900000000000000000' }],
  ])('refuses what %s', (_, times) => {
    expect(read(aRequest([aSpan(1, mcp('a'), times)])).refusals).toEqual([
      expect.objectContaining({ code: 'number-out-of-range' }),
    ]);
  });

  it.each([
    { traceId: '' },
    { traceId: '0'.repeat(32) },
    { spanId: 'abc' },
    { spanId: '0'.repeat(16) },
  ])('refuses usage with the ids %j', ids => {
    expect(
      read(aRequest([{ ...aSpan(1, mcp('a')), ...ids }])).refusals,
    ).toEqual([expect.objectContaining({ code: 'invalid' })]);
  });

  it('refuses a span with more attributes than any has', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_001 }, (_, index) => [`a${index}`, 'x']),
    );
    const span = { ...aSpan(1, mcp('a')) };
    span.attributes = [...span.attributes!, ...attributesOf(many)];

    expect(read(aRequest([span])).refusals).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/1000/) }),
    ]);
  });

  it('cleans names that would break a page or a log', () => {
    expect(
      onlyOne(aRequest([aSpan(1, mcp('bo\u0000ok\u202e\nnow'))])).tool,
    ).toBe('bo ok now');
  });

  it('reads twenty thousand spans below each other in no time', () => {
    const spans = Array.from({ length: 20_000 }, (_, index) =>
      aSpan(index + 1, chat(), { parent: index === 0 ? undefined : index }),
    );
    const startedAt = performance.now();

    expect(read(aRequest(spans)).records).toHaveLength(20_000);
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });
});
