import { mockServices } from '@backstage/backend-test-utils';

import { CostCallSource } from './CostCallSource';

const VAULT = 'api:default/vault';
const AT = '2026-11-21T10:00:00.000Z';

describe('CostCallSource', () => {
  let nowMs: number;

  beforeEach(() => {
    nowMs = 0;
  });

  function source(
    getLastCalls = jest.fn(async () => ({ 'component:default/clerk': AT })),
  ) {
    const auth = mockServices.auth.mock({
      getPluginRequestToken: async ({ targetPluginId }) => ({
        token: `for ${targetPluginId}`,
      }),
    });
    return {
      getLastCalls,
      calls: new CostCallSource({
        auth,
        cost: { getLastCalls },
        nowMs: () => nowMs,
      }),
    };
  }

  it('asks with a token of the registry, and for so long only', async () => {
    const { calls, getLastCalls } = source();
    expect(await calls.lastCalls(VAULT)).toEqual(
      new Map([['component:default/clerk', AT]]),
    );
    expect(getLastCalls).toHaveBeenCalledWith(VAULT, {
      token: 'for mcp-cost',
      signal: expect.any(AbortSignal),
    });
  });

  it('asks once for all who look at a server at about the same time', async () => {
    const { calls, getLastCalls } = source();
    await Promise.all([calls.lastCalls(VAULT), calls.lastCalls(VAULT)]);
    nowMs = 29_999;
    await calls.lastCalls(VAULT);
    expect(getLastCalls).toHaveBeenCalledTimes(1);
    nowMs = 30_000;
    await calls.lastCalls(VAULT);
    await calls.lastCalls('api:default/ledger');
    expect(getLastCalls).toHaveBeenCalledTimes(3);
  });

  it('tells that it failed, and tries again the next time', async () => {
    const getLastCalls = jest.fn(async () => ({
      'component:default/clerk': AT,
    }));
    getLastCalls.mockRejectedValueOnce(new Error('down'));
    const { calls } = source(getLastCalls);
    await expect(calls.lastCalls(VAULT)).rejects.toThrow('down');
    expect((await calls.lastCalls(VAULT)).size).toBe(1);
  });

  it('keeps the answers of only so many servers', async () => {
    const { calls, getLastCalls } = source();
    for (let server = 0; server < 1_001; server++) {
      await calls.lastCalls(`api:default/s${server}`);
    }
    await calls.lastCalls('api:default/s1000');
    expect(getLastCalls).toHaveBeenCalledTimes(1_001);
    await calls.lastCalls('api:default/s0');
    expect(getLastCalls).toHaveBeenCalledTimes(1_002);
  });
});
