import { ServerResponse } from 'node:http';
import { askOneServer } from './__testUtils__/askOneServer';

describe('answers that are not MCP', () => {
  const { ask, askFor } = askOneServer();

  it.each([
    ['invalid JSON', '{"jsonrpc": oops', 'not JSON'],
    ['JSON that is not JSON-RPC', '{"hello":"world"}', 'not a JSON-RPC'],
    ['a list of numbers', '[1,2,3]', 'not a JSON-RPC'],
    ['nothing', '', 'not JSON'],
  ])('says so when it is sent %s', async (_, body, why) => {
    const answer = await askFor(({ response }) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    );
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining(why),
    });
  });

  it('says so when an event is not JSON', async () => {
    const answer = await askFor(({ response }) =>
      sendEvents(response, 'data: {"jsonrpc": oops\n\n'),
    );
    expect(answer.outcome).toBe('protocol-error');
  });

  it('says so when an event stream ends without the answer', async () => {
    const answer = await askFor(({ response }) =>
      sendEvents(
        response,
        'data: {"jsonrpc":"2.0","method":"notifications/message"}\n\n',
      ),
    );
    expect(answer).toMatchObject({
      outcome: 'crashed',
      error: expect.stringContaining('before it was complete'),
    });
  });

  it('says so when the answer is to something else', async () => {
    const answer = await askFor(({ response }) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"jsonrpc":"2.0","id":"other","result":{}}'),
    );
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('not sent'),
    });
  });

  it('says so when a web page answers', async () => {
    const answer = await ask((_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html>Welcome</html>');
    });
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('text/html'),
    });
  });

  it.each([
    ['before its answer', false],
    ['in the middle of its answer', true],
  ])('says so when the connection dies %s', async (_, starts) => {
    const answer = await askFor(({ response, request }) => {
      if (starts) {
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': '5000',
        });
        response.write('{"jsonrpc":', () => request.socket.destroy());
      } else {
        request.socket.destroy();
      }
    });
    expect(answer.outcome).toBe('crashed');
  });
});

function sendEvents(response: ServerResponse, events: string) {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end(events);
}
