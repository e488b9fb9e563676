import { connectTo } from './__testUtils__/connectTo';
import { jsonRpcListener } from './__testUtils__/jsonRpcListener';
import { sdkServer } from './__testUtils__/sdkServer';
import { probeUnknownTool } from './probeUnknownTool';

describe('probeUnknownTool', () => {
  const connect = connectTo();
  const probe = async (
    ...[listener, era]: Parameters<typeof connect>
  ): ReturnType<typeof probeUnknownTool> =>
    probeUnknownTool({
      client: await connect(listener, era),
      timeoutMs: 5_000,
      signal: new AbortController().signal,
    });

  it.each(['auto', 'legacy'] as const)(
    'hears the error of a real server, and calls none of its tools (%s)',
    async era => {
      const onCall = jest.fn();
      expect(await probe(sdkServer(onCall), era)).toEqual({
        kind: 'error',
        code: -32602,
      });
      expect(onCall).not.toHaveBeenCalled();
    },
  );

  it('calls another name each time, without arguments', async () => {
    const calls: Record<string, unknown>[] = [];
    const listener = jsonRpcListener({
      'tools/call': call => {
        calls.push(call.params);
        call.error(-32602);
      },
    });
    await probe(listener);
    await probe(listener);
    expect(calls).toEqual([
      expect.objectContaining({ arguments: {} }),
      expect.objectContaining({ arguments: {} }),
    ]);
    const [first, second] = calls.map(({ name }) => String(name));
    expect(first).toMatch(/^mcp-portal-no-such-tool-[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
  });

  it.each([
    ['in a result', { isError: true, content: [] }, true],
    ['as if all were well', { content: [] }, false],
    ['with a result without content', {}, false],
  ])('hears a server that answers %s', async (_, result, isError) => {
    const answer = await probe(
      jsonRpcListener({ 'tools/call': call => call.result(result) }),
    );
    expect(answer).toEqual({ kind: 'result', isError });
  });

  it('hears an error that comes with a failing HTTP status', async () => {
    const answer = await probe(
      jsonRpcListener({ 'tools/call': call => call.error(-32602, 400) }),
    );
    expect(answer).toEqual({ kind: 'error', code: -32602 });
  });

  it.each([
    [
      'breaks the connection',
      jsonRpcListener({
        'tools/call': ({ response }) => response.destroy(),
      }),
    ],
    [
      'answers with a page',
      jsonRpcListener({
        'tools/call': ({ response }) =>
          response.writeHead(500, { 'content-type': 'text/html' }).end('<p>'),
      }),
    ],
    [
      'answers with no result',
      jsonRpcListener({ 'tools/call': call => call.result('no') }),
    ],
  ])('gives a reason when a server %s', async (_, listener) => {
    expect(await probe(listener)).toEqual({
      kind: 'none',
      reason: expect.stringMatching(/^The server .*\.$/),
    });
  });

  it('does not wait longer than it was told', async () => {
    const answer = await probeUnknownTool({
      client: await connect(jsonRpcListener({ 'tools/call': () => {} })),
      timeoutMs: 50,
      signal: new AbortController().signal,
    });
    expect(answer).toEqual({
      kind: 'none',
      reason: 'The server did not answer in time.',
    });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const answer = await probeUnknownTool({
      client: await connect(
        jsonRpcListener({ 'tools/call': () => controller.abort() }),
      ),
      timeoutMs: 60_000,
      signal: controller.signal,
    });
    expect(answer.kind).toBe('none');
  });
});
