import zlib from 'node:zlib';
import { askOneServer, LIMIT } from './__testUtils__/askOneServer';
import { tool } from './__testUtils__/jsonRpcListener';

describe('what one server may cost', () => {
  const { ask, askFor, requests } = askOneServer();

  it('holds the deadline when a server hangs', async () => {
    const answer = await askFor(() => {}, { deadline: { milliseconds: 300 } });
    expect(answer).toMatchObject({
      outcome: 'timeout',
      error: expect.stringContaining('within 0.3 s'),
    });
    expect(answer.latencyMs).toBeGreaterThanOrEqual(290);
    expect(answer.latencyMs).toBeLessThan(2_000);
  });

  it('holds the deadline when a server never answers at all', async () => {
    const answer = await ask(() => {}, { deadline: { milliseconds: 300 } });
    expect(answer.outcome).toBe('timeout');
    expect(answer.latencyMs).toBeLessThan(2_000);
  });

  it('holds the deadline when a server drips its answer', async () => {
    const answer = await askFor(
      ({ response }) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
      { deadline: { milliseconds: 300 } },
    );
    expect(answer.outcome).toBe('timeout');
  });

  it.each([
    ['JSON', 'application/json', '[', ' '],
    ['an event stream', 'text/event-stream', '', ': x\n'],
  ])('cuts off a flood of 50 MB as %s', async (_, type, start, filler) => {
    let sent = 0;
    const answer = await askFor(({ response }) => {
      response.writeHead(200, { 'content-type': type });
      response.write(start);
      const chunk = filler.repeat(65_536 / filler.length);
      const more = () => {
        while (sent < 50e6 && !response.destroyed && response.write(chunk)) {
          sent += chunk.length;
        }
      };
      response.on('drain', more);
      more();
    });
    expect(answer).toMatchObject({
      outcome: 'too-large',
      error: expect.stringContaining('a response of more than 200000 bytes'),
    });
    expect(sent).toBeLessThan(20e6);
  });

  it('counts what a compressed answer grows to', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(50e6, ' '));
    expect(bomb.length).toBeLessThan(LIMIT);
    const answer = await askFor(({ response }) => {
      response
        .writeHead(200, {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
        })
        .end(bomb);
    });
    expect(answer.outcome).toBe('too-large');
  });

  it('counts all pages together', async () => {
    let page = 0;
    const answer = await askFor(call =>
      call.result({
        tools: [tool(`t${page}`, { description: 'x'.repeat(LIMIT * 0.9) })],
        nextCursor: String((page += 1)),
      }),
    );
    expect(answer).toMatchObject({
      outcome: 'too-large',
      error: expect.stringContaining('in all'),
    });
    expect(page).toBeLessThan(6);
  });

  it('stops at a cursor that comes again', async () => {
    const answer = await askFor(call =>
      call.result({
        tools: [],
        nextCursor: call.params.cursor === 'a' ? 'b' : 'a',
      }),
    );
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('repeats a cursor'),
    });
    expect(requests().length).toBeLessThan(10);
  });

  it('stops at a list that goes on and on', async () => {
    let page = 0;
    const answer = await askFor(call =>
      call.result({ tools: [], nextCursor: String((page += 1)) }),
    );
    expect(answer).toMatchObject({
      outcome: 'too-large',
      error: expect.stringContaining('tools/list'),
    });
    expect(page).toBe(201);
  });

  it('stops at too many items', async () => {
    const answer = await askFor(call =>
      call.result({ tools: Array(5_001).fill({}) }),
    );
    expect(answer.outcome).toBe('too-large');
  });
});
