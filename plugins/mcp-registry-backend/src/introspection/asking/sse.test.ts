import {
  createTestAsker,
  loopback,
  remote,
} from './__testUtils__/createTestAsker';
import { sseListener } from './__testUtils__/sseListener';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';

describe('asking a server over HTTP+SSE', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const ask = async (listener: ReturnType<typeof sseListener>) => {
    server = await startTestServer(listener);
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(server.port)] },
    });
    return asker.ask(remote(server.url, 'sse'));
  };

  it('reads the contract', async () => {
    const answer = await ask(sseListener());
    expect(answer).toMatchObject({
      outcome: 'ok',
      transport: 'sse',
      protocolVersion: '2024-11-05',
      serverInfo: { name: 'sse', version: '0.1.0' },
    });
    expect(answer.snapshot?.contract.tools.map(one => one.name)).toEqual([
      'old',
    ]);
  });

  it('says so when the stream ends midway', async () => {
    const answer = await ask(
      sseListener({
        onRequest: (method, stream) => {
          const ends = method === 'tools/list';
          if (ends) {
            stream.destroy();
          }
          return ends;
        },
      }),
    );
    expect(answer.outcome).toBe('crashed');
  });

  it('says so when an event is not JSON', async () => {
    const answer = await ask(
      sseListener({
        onRequest: (_, stream) => {
          stream.write('data: {"jsonrpc": oops\n\n');
          return true;
        },
      }),
    );
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('not JSON'),
    });
  });

  it('cuts off a flood of events', async () => {
    const answer = await ask(
      sseListener({
        onRequest: (_, stream) => {
          flood(stream);
          return true;
        },
      }),
    );
    expect(answer.outcome).toBe('too-large');
  });

  it('never sends messages to another origin', async () => {
    const other = await startTestServer((_, response) => {
      response.writeHead(202).end();
    });
    try {
      const answer = await ask(sseListener({ endpoint: other.url }));
      expect(answer.outcome).toBe('protocol-error');
      expect(other.requests).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('says so when there is no event stream', async () => {
    const answer = await ask((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi</p>');
    });
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('event stream'),
    });
  });
});

function flood(stream: NodeJS.WritableStream & { destroyed?: boolean }) {
  const event = `: ${'x'.repeat(65_536)}\n\n`;
  const more = () => {
    while (!stream.destroyed && stream.write(event));
  };
  stream.on('drain', more);
  more();
}
