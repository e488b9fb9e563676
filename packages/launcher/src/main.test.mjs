import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { join } from 'node:path';
import test from 'node:test';
import { makeFolder } from '../testing/folder.mjs';
import { runLauncher } from '../testing/run.mjs';
import { commandNames } from './help.mjs';

test('an unknown command is one line, and exits with 2', async () => {
  const { code, output } = await runLauncher(['strat']);
  assert.equal(code, 2);
  assert.match(output, /^Unknown command "strat"\. Known: start, .*\n$/);
});

test('every command has help', async () => {
  for (const name of commandNames()) {
    const { code, output } = await runLauncher([name, '--help']);
    assert.equal(code, 0);
    assert.match(output, /^Usage: npm /);
  }
  assert.match((await runLauncher(['--help'])).output, /start .*\n.*dev /);
});

test('a taken port stops the start before anything is installed', async t => {
  const server = net.createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address();
  const { code, output } = await runLauncher(['start'], {
    env: {
      PORT: String(port),
      MCP_PORTAL_DATA: join(await makeFolder(t), 'data'),
      PORTAL_API_TOKEN: '',
    },
  });
  assert.equal(code, 1);
  assert.match(
    output,
    new RegExp(`Error: Port ${port}, for the portal, is taken\\.[^\\n]*\\n$`),
  );
});

test('a short API token is refused', async () => {
  const { code, output } = await runLauncher(['start'], {
    env: { PORTAL_API_TOKEN: 'short' },
  });
  assert.equal(code, 1);
  assert.match(
    output,
    /Error: PORTAL_API_TOKEN must have at least 8 characters[^\n]*\n$/,
  );
});

test('the sample agent says that there is no portal to send to', async t => {
  const { code, output } = await runLauncher(['sample-agent'], {
    env: { MCP_PORTAL_DATA: join(await makeFolder(t), 'data') },
  });
  assert.equal(code, 1);
  assert.match(output, /Error: No portal runs [^\n]*npm start[^\n]*\n$/);
});
