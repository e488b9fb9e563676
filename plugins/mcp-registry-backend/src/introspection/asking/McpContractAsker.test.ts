import type { Answer } from './ContractAsker';
import { jsonRpcListener, oneTool } from './__testUtils__/jsonRpcListener';
import { testServers } from './__testUtils__/startTestServer';
import {
  createTestAsker,
  loopback,
  remote,
} from './__testUtils__/createTestAsker';
import {
  startLegacyServer,
  startModernServer,
} from './__testUtils__/startSdkServer';

describe('asking a server of the SDK', () => {
  it.each(['auto', 'sse'] as const)(
    'reads all pages of everything from the newest era, answering with %s',
    async mode => {
      const server = await startModernServer(10, mode);
      try {
        const { asker } = createTestAsker({
          introspection: { hosts: [loopback(server.port)] },
        });
        const answer = await asker.ask(remote(server.url));
        expect(answer).toMatchObject({
          outcome: 'ok',
          transport: 'streamable-http',
          endpoint: server.url,
          protocolVersion: '2026-07-28',
          serverInfo: { name: 'sdk', version: '2.0.0', title: 'The SDK' },
        });
        expect(countsOf(answer)).toEqual([10, 10, 10, 10]);
        expect(answer.snapshot?.contract.instructions).toBe('Be kind.');
      } finally {
        await server.close();
      }
    },
  );

  it.each([true, false])(
    'reads all pages of everything from the older era (JSON: %s), and ends its session',
    async json => {
      const server = await startLegacyServer(10, json);
      try {
        const { asker } = createTestAsker({
          introspection: { hosts: [loopback(server.port)] },
        });
        const answer = await asker.ask(remote(server.url, 'HTTP'));
        expect(answer).toMatchObject({
          outcome: 'ok',
          protocolVersion: '2025-11-25',
        });
        expect(countsOf(answer)).toEqual([10, 10, 10, 10]);
        expect(server.sessions).toBe(0);
      } finally {
        await server.close();
      }
    },
  );
});

describe('asking, when it is stopped', () => {
  const start = testServers(oneTool);

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const server = await start(
      jsonRpcListener({ 'tools/list': () => controller.abort() }),
    );
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(server.port)] },
    });
    const answer = await asker.ask(remote(server.url), controller);
    expect(answer).toMatchObject({
      outcome: 'timeout',
      error: expect.stringContaining('stopped asking'),
    });
  });
});

function countsOf({ snapshot }: Answer) {
  const { tools, prompts, resources, resourceTemplates } = snapshot!.contract;
  return [tools, prompts, resources, resourceTemplates].map(
    list => list.length,
  );
}
