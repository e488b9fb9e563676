import type { ContractInput } from './contract';
import { createSnapshot } from './createSnapshot';

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
});
