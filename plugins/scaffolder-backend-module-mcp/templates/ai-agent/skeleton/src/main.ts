import { runAgent } from './agent/runAgent.js';
import { AnthropicModel } from './model/AnthropicModel.js';
import { connectServers } from './servers/connectServers.js';
import { readServers } from './settings.js';
import { startTelemetry } from './telemetry/startTelemetry.js';

const DEFAULT_MODEL = 'claude-sonnet-5-5';

async function main(): Promise<void> {
  const question = process.argv.slice(2).join(' ').trim();
  if (!question) {
    process.stderr.write('Usage: npm start -- "what you want to know"\n');
    process.exitCode = 2;
    return;
  }
  const stopped = new AbortController();
  process.once('SIGINT', () => stopped.abort());
  process.once('SIGTERM', () => stopped.abort());

  const telemetry = startTelemetry();
  const servers = await connectServers(
    await readServers(new URL('../.mcp.json', import.meta.url)),
    (name, reason) => process.stderr.write(`Without ${name}: ${reason}\n`),
  );
  try {
    const answer = await runAgent(question, {
      model: new AnthropicModel({ name: process.env.MODEL ?? DEFAULT_MODEL }),
      servers,
      tracer: telemetry.tracer,
      signal: stopped.signal,
    });
    process.stdout.write(`${answer}\n`);
  } finally {
    await Promise.allSettled(servers.map(server => server.close()));
    await telemetry.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
