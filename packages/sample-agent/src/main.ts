import { readOptions } from './readOptions';
import { runAgent } from './runAgent';

async function main(): Promise<number> {
  const { PORTAL_URL, SAMPLE_AGENT_KEY, PORTAL_API_TOKEN } = process.env;
  if (!PORTAL_URL || !SAMPLE_AGENT_KEY) {
    throw new Error(
      'PORTAL_URL and SAMPLE_AGENT_KEY are not set. Start it with: npm run sample-agent',
    );
  }
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => stop.abort());
  }
  return runAgent(readOptions(process.argv.slice(2)), {
    portalUrl: PORTAL_URL.replace(/\/+$/, ''),
    key: SAMPLE_AGENT_KEY,
    portalToken: PORTAL_API_TOKEN,
    signal: stop.signal,
    say: line => process.stdout.write(`${line}\n`),
  });
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`Error: ${(error as Error).message}\n`);
    process.exit(1);
  },
);
