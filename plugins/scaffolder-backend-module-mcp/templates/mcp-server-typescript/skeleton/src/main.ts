import { serveStdio } from '@modelcontextprotocol/server/stdio';

import type { Config } from './config/Config.js';
import { ConfigError, readConfig } from './config/readConfig.js';
import { startHttp } from './http/startHttp.js';
import { createMcpServer } from './mcp/createMcpServer.js';
import { createLog } from './telemetry/createLog.js';
import { startTracing } from './telemetry/startTracing.js';

const { env } = process;
const isStdio = process.argv.includes('--stdio');
const config = readConfigOrExit();
const log = createLog(config.logLevel);
const tracing = startTracing(env);

const createServer = () =>
  createMcpServer({
    tools: { log, env, toolTimeoutMs: config.toolTimeoutMs },
    tracer: tracing.tracer,
  });

const running = isStdio
  ? serveStdio(createServer, {
      onerror: error => {
        log.error({ err: error }, 'stdio failed');
      },
    })
  : await startHttp({ config, log, createServer });

if (!isStdio) {
  config.warnings.forEach(warning => {
    log.warn(warning);
  });
}

let stopping = false;

async function stop(reason: string) {
  if (stopping) {
    return;
  }
  stopping = true;
  log.info({ reason }, 'stopping');
  try {
    await running.close();
    await tracing.shutdown();
  } catch (error) {
    log.error({ err: error }, 'stopping failed');
    process.exitCode = 1;
  }
  // Connections that are kept open for later would keep the process, too.
  process.exit();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stop(signal));
}
if (isStdio) {
  // MCP, stdio: a client ends a server by closing its input.
  process.stdin.once('end', () => void stop('end of input'));
}

function readConfigOrExit(): Config {
  try {
    // Whoever starts a program of its own may call it: stdio needs no tokens.
    return readConfig(isStdio ? { ...env, HOST: '', MCP_AUTH: 'none' } : env);
  } catch (error) {
    if (!(error instanceof ConfigError)) {
      throw error;
    }
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
