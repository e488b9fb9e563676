import {
  createTestAsker,
  loopback,
  remote,
} from './__testUtils__/createTestAsker';
import { oneTool } from './__testUtils__/jsonRpcListener';
import { TestServer, testServers } from './__testUtils__/startTestServer';

describe('which redirects are followed', () => {
  const start = testServers(oneTool);
  const redirectTo = (target: () => string, status = 307) =>
    start((_, response) => {
      response.writeHead(status, { location: target() }).end();
    });

  it('follows one to a host that is listed', async () => {
    const target = await start();
    const from = await redirectTo(() => target.url);
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(from.port), loopback(target.port)] },
    });
    expect(await asker.ask(remote(from.url))).toMatchObject({ outcome: 'ok' });
  });

  it('follows none to a host that is not listed', async () => {
    const target = await start();
    const from = await redirectTo(() => `${target.url}?secret=query`);
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(from.port)] },
    });
    const answer = await asker.ask(remote(from.url));
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining(`redirects to ${target.url}`),
    });
    expect(answer.error).not.toContain('secret=query');
    expect(target.requests).toEqual([]);
  });

  it('follows none to the metadata address, even when its host is listed', async () => {
    const from = await redirectTo(
      () => 'http://169.254.169.254/latest/meta-data',
    );
    const { asker } = createTestAsker({
      introspection: {
        hosts: [
          loopback(from.port),
          { host: '169.254.169.254', allowHttp: true },
        ],
      },
    });
    expect(await asker.ask(remote(from.url))).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining('linkLocal'),
    });
  });

  it('follows none that turns the request into another', async () => {
    const target = await start();
    const from = await redirectTo(() => target.url, 302);
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(from.port), loopback(target.port)] },
    });
    expect(await asker.ask(remote(from.url))).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining(target.url),
    });
    expect(target.requests).toEqual([]);
  });

  it('gives up after five', async () => {
    const from: TestServer = await redirectTo(() => from.url, 308);
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(from.port)] },
    });
    expect(await asker.ask(remote(from.url))).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('5 redirects'),
    });
    expect(from.requests).toHaveLength(6);
  });
});
