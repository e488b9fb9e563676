import { createSnapshot } from '@mcp-portal/mcp-contract';

import { connectTo } from './__testUtils__/connectTo';
import { jsonRpcListener } from './__testUtils__/jsonRpcListener';
import { sdkServer } from './__testUtils__/sdkServer';
import { ContractReadError } from './ContractReadError';
import { readContract } from './readContract';

const tool = (name: string) => ({ name, inputSchema: { type: 'object' } });

describe('readContract', () => {
  const connect = connectTo();
  const read = async (...[listener, era]: Parameters<typeof connect>) =>
    readContract({
      client: await connect(listener, era),
      timeoutMs: 5_000,
      signal: new AbortController().signal,
    });

  it.each(['auto', 'legacy'] as const)(
    'reads what a real server offers (%s)',
    async era => {
      const { contract } = createSnapshot(await read(sdkServer(), era));
      expect(contract.instructions).toBe('Be kind.');
      expect(contract.tools).toMatchObject([
        { name: 'add', description: 'Adds' },
      ]);
    },
  );

  it('reads all pages', async () => {
    const contract = await read(
      jsonRpcListener({
        'tools/list': ({ params, result }) =>
          params.cursor === 'next'
            ? result({ tools: [tool('b')] })
            : result({ tools: [tool('a')], nextCursor: 'next' }),
      }),
    );
    expect(contract.tools).toMatchObject([{ name: 'a' }, { name: 'b' }]);
  });

  it('asks for no list that is not announced', async () => {
    const contract = await read(jsonRpcListener({}, {}));
    expect(contract).toMatchObject({
      tools: [],
      prompts: [],
      resources: [],
      resourceTemplates: [],
    });
  });

  it('takes resources without templates', async () => {
    const contract = await read(
      jsonRpcListener(
        { 'resources/list': call => call.result({ resources: [] }) },
        { resources: {} },
      ),
    );
    expect(contract.resourceTemplates).toEqual([]);
  });

  it('does not take an announced list that is unknown for an empty one', async () => {
    await expect(read(jsonRpcListener({}))).rejects.toThrow(
      expect.objectContaining({
        code: 'protocol-error',
        message: expect.stringContaining('tools/list'),
      }),
    );
  });

  it('stops at a cursor that comes again', async () => {
    let pages = 0;
    const reading = read(
      jsonRpcListener({
        'tools/list': call => {
          pages += 1;
          call.result({ tools: [], nextCursor: 'again' });
        },
      }),
    );
    await expect(reading).rejects.toThrow(ContractReadError);
    expect(pages).toBe(2);
  });

  it.each([
    ['items', () => ({ tools: Array(5_001).fill({}) })],
    ['pages', (page: number) => ({ tools: [], nextCursor: String(page) })],
  ])('stops at too many %s', async (_, answer) => {
    let pages = 0;
    const reading = read(
      jsonRpcListener({
        'tools/list': call => {
          pages += 1;
          call.result(answer(pages));
        },
      }),
    );
    await expect(reading).rejects.toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
    expect(pages).toBeLessThanOrEqual(201);
  });
});
