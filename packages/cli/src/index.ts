import { EXIT } from './CliError';
import type { Io } from './Io';
import { run } from './run';

main();

async function main(): Promise<void> {
  const stopping = stopOnSignals();
  // Whoever reads may have seen enough: `mcp-portal … | head`.
  let unwritten: NodeJS.ErrnoException | undefined;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    unwritten = error.code === 'EPIPE' ? unwritten : error;
  });
  process.stderr.on('error', () => {});
  const io: Io = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    fetch: (...args) => fetch(...args),
    signal: stopping.signal,
  };
  const code = await run(process.argv.slice(2), io);
  await flushed();
  if (unwritten) {
    process.stderr.write(
      `mcp-portal: Standard output can't be written (${unwritten.code}). Is the disk full?\n`,
    );
  }
  // A connection that someone keeps open must not keep the program.
  process.exit(stopping.exitCode() ?? (unwritten ? EXIT.failed : code));
}

/** The first signal ends what is under way, with all that it started. */
function stopOnSignals(): {
  signal: AbortSignal;
  /** As shells count it; undefined when nobody stopped the program. */
  exitCode(): number | undefined;
} {
  const controller = new AbortController();
  let exitCode: number | undefined;
  const onSignal = (number: number) => () => {
    if (exitCode !== undefined) {
      process.exit(exitCode);
    }
    exitCode = 128 + number;
    controller.abort();
  };
  process.on('SIGHUP', onSignal(1));
  process.on('SIGINT', onSignal(2));
  process.on('SIGTERM', onSignal(15));
  return { signal: controller.signal, exitCode: () => exitCode };
}

function flushed(): Promise<void> {
  return new Promise(resolve => {
    process.stdout.write('', () => resolve());
  });
}
