import type { TestContext } from 'node:test';

import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace';

import { readConfig } from '../../src/config/readConfig.js';
import { startHttp } from '../../src/http/startHttp.js';
import { createMcpServer } from '../../src/mcp/createMcpServer.js';
import { createLog } from '../../src/telemetry/createLog.js';
import { startTracing } from '../../src/telemetry/startTracing.js';

/** The whole server on a free port, until the test ends. */
export async function startTestServer(
  t: TestContext,
  env: NodeJS.ProcessEnv = {},
) {
  const lines: string[] = [];
  const log = createLog('debug', { write: line => lines.push(line) });
  const exporter = new InMemorySpanExporter();
  const tracing = startTracing(env, new SimpleSpanProcessor({ exporter }));
  const config = readConfig({ PORT: '0', MCP_AUTH_ISSUER: '', ...env });
  const running = await startHttp({
    config,
    log,
    createServer: () =>
      createMcpServer({
        tools: { log, env, toolTimeoutMs: config.toolTimeoutMs },
        tracer: tracing.tracer,
      }),
  });
  t.after(() => running.close());
  return {
    url: new URL(`http://127.0.0.1:${running.port}/mcp`),
    logged: () =>
      lines.map(line => JSON.parse(line) as Record<string, unknown>),
    spans: () => exporter.getFinishedSpans(),
  };
}
