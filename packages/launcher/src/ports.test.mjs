import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import test from 'node:test';
import { findFreePort, portFrom, requireFreePort } from './ports.mjs';

async function listen(t, host) {
  const server = net.createServer();
  server.listen(0, host);
  await once(server, 'listening');
  t.after(() => server.close());
  return server.address().port;
}

test('a taken port is refused in one line that names it and how to choose another', async t => {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const port = await listen(t, host);
    await assert.rejects(
      requireFreePort(port, { what: 'the portal', variable: 'PORT' }),
      error => {
        assert.equal(error.name, 'Failure');
        assert.match(
          error.message,
          new RegExp(`^Port ${port}, for the portal, is taken\\..*PORT=`),
        );
        assert.equal(error.message.split('\n').length, 1);
        return true;
      },
    );
  }
});

test('a free port is accepted', async () => {
  await requireFreePort(await findFreePort(), {
    what: 'the portal',
    variable: 'PORT',
  });
});

test('a wished port is taken if it is free, else another', async t => {
  const free = await findFreePort();
  assert.equal(await findFreePort(free), free);
  const taken = await listen(t, '127.0.0.1');
  assert.notEqual(await findFreePort(taken), taken);
});

test('a port comes from the environment, and nonsense is refused', () => {
  assert.equal(portFrom({}, 'PORT', 3000), 3000);
  assert.equal(portFrom({ PORT: '8080' }, 'PORT', 3000), 8080);
  for (const PORT of ['x', '0', '70000', '80.5', '-1']) {
    assert.throws(() => portFrom({ PORT }, 'PORT', 3000), {
      name: 'Failure',
      message: /PORT must be/,
    });
  }
});
