import { readIdentityConfig } from './identityConfig';
import { startIdentity } from './startIdentity';

async function main() {
  const config = readIdentityConfig(process.env);
  const { peopleCount, stop } = await startIdentity(config);
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
    // 'disconnect': whoever started this process with a channel to it has gone.
    process.once(signal, () => {
      stop();
      process.exit(0);
    });
  }
  process.stdout.write(
    `Sample identity is listening on ${config.issuer} (${peopleCount} people)\n`,
  );
}

main().catch(error => {
  process.stderr.write(`sample-identity: ${error.message}\n`);
  process.exit(1);
});
