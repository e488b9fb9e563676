import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { it } from 'node:test';

import { McpServer } from '@modelcontextprotocol/server';

import { readConfig } from '../src/config/readConfig.js';
import { startHttp } from '../src/http/startHttp.js';
import { createLog } from '../src/telemetry/createLog.js';
import { connect, overHttp } from './support/connect.js';

it('lets a call finish that has begun when it is told to stop', async t => {
  const events = new EventEmitter();
  const running = await startHttp({
    config: readConfig({ PORT: '0', MCP_AUTH_ISSUER: '' }),
    log: createLog('silent'),
    createServer() {
      const server = new McpServer({ name: 'slow', version: '1.0.0' });
      server.registerTool('wait', {}, async () => {
        events.emit('started');
        await once(events, 'released');
        return { content: [{ type: 'text', text: 'done' }] };
      });
      return server;
    },
  });
  const url = new URL(`http://127.0.0.1:${running.port}/mcp`);
  const client = await connect(t, overHttp(url));
  const started = once(events, 'started');
  const call = client.callTool({ name: 'wait' });
  await started;
  const closed = running.close();
  await assert.rejects(fetch(new URL('/readyz', url)), 'takes nothing new');
  events.emit('released');
  assert.deepEqual((await call).content, [{ type: 'text', text: 'done' }]);
  await closed;
});
