import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

import { askAsInitiator } from './askAsInitiator';

const ask = (options: { signal?: AbortSignal; timeoutMs?: number }) =>
  askAsInitiator(mockServices.auth({ pluginId: 'scaffolder' }), {
    initiated: {
      getInitiatorCredentials: async () =>
        mockCredentials.user('user:default/petra'),
      signal: options.signal,
    },
    pluginId: 'mcp-cost',
    timeoutMs: options.timeoutMs,
  });

const ended = (signal: AbortSignal) =>
  new Promise(resolve => {
    signal.addEventListener('abort', () => resolve(signal.reason.name));
  });

describe('askAsInitiator', () => {
  it('asks one plugin, as the person', async () => {
    const { token, signal } = await ask({});
    expect(token).toBe(
      mockCredentials.service.token({
        onBehalfOf: mockCredentials.user('user:default/petra'),
        targetPluginId: 'mcp-cost',
      }),
    );
    expect(signal.aborted).toBe(false);
  });

  it('ends when it takes too long', async () => {
    const { signal } = await ask({ timeoutMs: 1 });
    expect(await ended(signal)).toBe('TimeoutError');
  });

  it('ends when the run is cancelled', async () => {
    const run = new AbortController();
    const { signal } = await ask({ signal: run.signal });
    run.abort();
    expect(signal.aborted).toBe(true);
  });
});
