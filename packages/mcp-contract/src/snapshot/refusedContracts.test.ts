import { contractErrorOf } from './__testUtils__/contractErrorOf';
import type { ContractInput } from './contract';
import { createSnapshot } from './createSnapshot';

const tool = (fields: object = {}) => ({
  name: 'search',
  inputSchema: { type: 'object' },
  ...fields,
});

describe('createSnapshot', () => {
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
    const error = contractErrorOf(() => createSnapshot(input as ContractInput));
    expect(error).toMatchObject({ code, path, name: 'ContractError' });
    expect(error.message).toContain(path);
    expect(error.advice).not.toBe('');
  });

  it('does not let a hostile name fill the message', () => {
    const name = '\n'.repeat(1_000_000);
    const error = contractErrorOf(() =>
      createSnapshot({ tools: [tool({ name })] }),
    );
    expect(error.message.length).toBeLessThan(1_000);
  });

  it('refuses a schema that is nested 100,000 levels deep', () => {
    let schema: object = { type: 'string' };
    for (let level = 0; level < 100_000; level++) {
      schema = { not: schema };
    }
    const inputSchema = { type: 'object', properties: { a: schema } };
    const error = contractErrorOf(() =>
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
