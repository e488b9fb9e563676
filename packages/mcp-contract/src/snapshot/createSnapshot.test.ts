import { ContractError } from '../canonical/ContractError';
import type { ContractInput } from './contract';
import { createSnapshot, parseSnapshot } from './createSnapshot';

const tool = (fields: object = {}) => ({
  name: 'search',
  description: 'Searches',
  inputSchema: {
    type: 'object',
    properties: { query: { type: 'string' }, limit: { type: 'integer' } },
    required: ['query', 'limit'],
  },
  ...fields,
});

const hashOf = (input: ContractInput) => createSnapshot(input).sha256;

const errorOf = (action: () => unknown): ContractError => {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(ContractError);
    return error as ContractError;
  }
  throw new Error('no error was thrown');
};

describe('createSnapshot', () => {
  it('names the empty contract, of which all parts are there', () => {
    expect(createSnapshot({})).toEqual({
      canonicalJson:
        '{"capabilities":{},"prompts":[],"resourceTemplates":[],"resources":[],"tools":[]}',
      contract: {
        capabilities: {},
        prompts: [],
        resourceTemplates: [],
        resources: [],
        tools: [],
      },
      // As `sha256sum` names that text.
      sha256:
        'c9ef32bf6be42743eddd7567b49a1aa62ddf320d05006f62878203b2316fcc95',
      sizeBytes: 81,
    });
  });

  it('counts bytes, not characters', () => {
    const { canonicalJson, sizeBytes } = createSnapshot({ instructions: '€' });
    expect(sizeBytes).toBe(canonicalJson.length + 2);
  });

  it('sorts each list by what names its items', () => {
    const input = {
      tools: [tool({ name: 'b' }), tool({ name: 'B' }), tool({ name: 'a' })],
      prompts: [
        { name: 'y' },
        { name: 'x', arguments: [{ name: 'k' }, { name: 'j' }] },
      ],
      resources: [
        { uri: 'y:', name: 'n' },
        { uri: 'x:', name: 'n' },
      ],
      resourceTemplates: [
        { uriTemplate: 'y:{a}', name: 'n' },
        { uriTemplate: 'x:{a}', name: 'n' },
      ],
    };
    const { contract } = createSnapshot(input);
    expect(contract.tools.map(({ name }) => name)).toEqual(['B', 'a', 'b']);
    expect(contract.prompts.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(contract.prompts[0].arguments).toEqual([
      { name: 'j' },
      { name: 'k' },
    ]);
    expect(contract.resources.map(({ uri }) => uri)).toEqual(['x:', 'y:']);
    expect(
      contract.resourceTemplates.map(({ uriTemplate }) => uriTemplate),
    ).toEqual(['x:{a}', 'y:{a}']);
  });

  it('leaves out the chatter of the protocol', () => {
    const input = {
      tools: [
        tool({ _meta: { a: 1 }, execution: { taskSupport: 'optional' } }),
      ],
      prompts: [{ name: 'p', _meta: {}, arguments: [] }],
      resources: [
        {
          uri: 'a:',
          name: 'r',
          size: 5,
          _meta: {},
          annotations: { lastModified: '2026-01-01T00:00:00Z' },
        },
      ],
      capabilities: { tools: { listChanged: false }, tasks: { list: {} } },
      nextCursor: 'x',
      ttlMs: 5,
      cacheScope: 'private',
      serverInfo: { name: 's', version: '2' },
      protocolVersion: '2025-11-25',
    };
    expect(createSnapshot(input).contract).toEqual({
      tools: [tool({ inputSchema: expect.anything() })],
      prompts: [{ name: 'p' }],
      resources: [{ uri: 'a:', name: 'r' }],
      resourceTemplates: [],
      capabilities: { tools: {} },
    });
  });

  it('takes hints that say the default for absent', () => {
    const defaults = {
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
      openWorldHint: true,
    };
    expect(hashOf({ tools: [tool({ annotations: defaults })] })).toBe(
      hashOf({ tools: [tool()] }),
    );
  });

  it.each([
    ['a hint', { annotations: { readOnlyHint: true } }],
    ['the description', { description: 'Searches.' }],
    ['the title', { title: 'Search' }],
    ['an icon', { icons: [{ src: 'https://example.com/a.png' }] }],
    ['an output schema', { outputSchema: {} }],
    [
      'what is required',
      { inputSchema: { ...tool().inputSchema, required: ['query'] } },
    ],
    ['the name', { name: 'find' }],
  ])('names a contract anew when a tool changes %s', (_what, change) => {
    expect(hashOf({ tools: [tool(change)] })).not.toBe(
      hashOf({ tools: [tool()] }),
    );
  });

  it('keeps the order of icons', () => {
    const icons = [{ src: 'a:' }, { src: 'b:', sizes: ['48x48', '16x16'] }];
    const { contract } = createSnapshot({ tools: [tool({ icons })] });
    expect(contract.tools[0].icons).toEqual(icons);
  });

  it('keeps a property named __proto__ as data', () => {
    const inputSchema = JSON.parse(
      '{"type":"object","properties":{"__proto__":{"type":["string"]}},"__proto__":{"x":1}}',
    );
    const { canonicalJson, contract } = createSnapshot({
      tools: [tool({ inputSchema })],
    });
    expect(canonicalJson).toContain(
      '"inputSchema":{"__proto__":{"x":1},"properties":{"__proto__":{"type":"string"}},"type":"object"}',
    );
    expect(Object.getPrototypeOf(contract.tools[0].inputSchema)).toBe(
      Object.prototype,
    );
  });

  it.each([
    [
      'two tools of one name',
      { tools: [tool(), tool()] },
      'duplicate',
      '/tools/1/name',
    ],
    [
      'two resources of one uri',
      {
        resources: [
          { uri: 'a:', name: 'x' },
          { uri: 'a:', name: 'y' },
        ],
      },
      'duplicate',
      '/resources/1/uri',
    ],
    [
      'two arguments of one name',
      { prompts: [{ name: 'p', arguments: [{ name: 'a' }, { name: 'a' }] }] },
      'duplicate',
      '/prompts/0/arguments/1/name',
    ],
    [
      'a tool name with a space',
      { tools: [tool({ name: 'my tool' })] },
      'invalid-name',
      '/tools/0/name',
    ],
    [
      'an empty tool name',
      { tools: [tool({ name: '' })] },
      'invalid-name',
      '/tools/0/name',
    ],
    [
      'a tool name of 129 characters',
      { tools: [tool({ name: 'x'.repeat(129) })] },
      'invalid-name',
      '/tools/0/name',
    ],
    [
      'an empty prompt name',
      { prompts: [{ name: '' }] },
      'invalid-name',
      '/prompts/0/name',
    ],
    [
      'no name',
      { tools: [{ inputSchema: { type: 'object' } }] },
      'invalid-shape',
      '/tools/0/name',
    ],
    [
      'no input schema',
      { tools: [{ name: 'a' }] },
      'invalid-shape',
      '/tools/0/inputSchema',
    ],
    [
      'an input schema of strings',
      { tools: [tool({ inputSchema: { type: 'string' } })] },
      'invalid-shape',
      '/tools/0/inputSchema',
    ],
    [
      'an input schema without a type',
      { tools: [tool({ inputSchema: {} })] },
      'invalid-shape',
      '/tools/0/inputSchema',
    ],
    [
      'an output schema that is a text',
      { tools: [tool({ outputSchema: 'x' })] },
      'invalid-shape',
      '/tools/0/outputSchema',
    ],
    [
      'a hint that is a text',
      { tools: [tool({ annotations: { readOnlyHint: 'yes' } })] },
      'invalid-shape',
      '/tools/0/annotations/readOnlyHint',
    ],
    [
      'a description that is null',
      { tools: [tool({ description: null })] },
      'invalid-shape',
      '/tools/0/description',
    ],
    ['a tool that is null', { tools: [null] }, 'invalid-shape', '/tools/0'],
    ['tools that are no list', { tools: {} }, 'invalid-shape', '/tools'],
    [
      'a number that is not one',
      {
        tools: [tool({ inputSchema: { type: 'object', maxProperties: NaN } })],
      },
      'invalid-json',
      '/tools/0/inputSchema/maxProperties',
    ],
  ])('refuses %s and says where', (_what, input, code, path) => {
    const error = errorOf(() => createSnapshot(input as ContractInput));
    expect(error).toMatchObject({ code, path, name: 'ContractError' });
    expect(error.message).toContain(path);
    expect(error.advice).not.toBe('');
  });

  it('does not let a hostile name fill the message', () => {
    const name = '\n'.repeat(1_000_000);
    const error = errorOf(() => createSnapshot({ tools: [tool({ name })] }));
    expect(error.message.length).toBeLessThan(1_000);
  });

  it('refuses a schema that is nested 100,000 levels deep', () => {
    let schema: object = { type: 'string' };
    for (let level = 0; level < 100_000; level++) {
      schema = { not: schema };
    }
    const inputSchema = { type: 'object', properties: { a: schema } };
    const error = errorOf(() =>
      createSnapshot({ tools: [tool({ inputSchema })] }),
    );
    expect(error.code).toBe('too-deep');
    expect(error.message.length).toBeLessThan(1_000);
  });

  it('is quick for nested branches that all have to be sorted', () => {
    let schema: object = {
      enum: Array.from({ length: 50_000 }, (_, i) => `v${i}`),
    };
    for (let level = 0; level < 90; level++) {
      schema = { anyOf: [schema, { type: 'null' }] };
    }
    const started = performance.now();
    createSnapshot({ tools: [tool({ outputSchema: schema })] });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('parseSnapshot', () => {
  it('reads a snapshot back as it was', () => {
    const snapshot = createSnapshot({
      tools: [tool({ outputSchema: {}, annotations: { title: 'T' } })],
      instructions: 'Be kind',
    });
    expect(parseSnapshot(snapshot.canonicalJson)).toEqual(snapshot);
  });

  it.each([
    ['no JSON', '{', 'invalid-json'],
    ['no contract', '[]', 'invalid-shape'],
    [
      'white space',
      '{ "capabilities":{},"prompts":[],"resourceTemplates":[],"resources":[],"tools":[]}',
      'not-canonical',
    ],
    [
      'members in another order',
      '{"prompts":[],"capabilities":{},"resourceTemplates":[],"resources":[],"tools":[]}',
      'not-canonical',
    ],
    [
      'a missing part',
      '{"capabilities":{},"prompts":[],"resources":[],"tools":[]}',
      'not-canonical',
    ],
    ['too many levels', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
  ])('refuses a text with %s', (_what, text, code) => {
    expect(errorOf(() => parseSnapshot(text)).code).toBe(code);
  });
});
