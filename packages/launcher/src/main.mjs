import { commandNames, helpFor, isCommand, usage } from './help.mjs';
import { Failure, report } from './failure.mjs';
import { requireSupportedPlatform } from './platform.mjs';
import { commandStartedAt, ensureNode } from './node.mjs';
import { createPhases } from './phases.mjs';
import { createProcesses } from './processes.mjs';
import { onStopRequest } from './signals.mjs';
import { root } from './root.mjs';

/**
 * Runs one command and ends the process with its exit code. Whatever happens, no child is left behind.
 */
export async function main(argv) {
  const [name, ...args] = argv;

  if (!name || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${usage()}\n`);
    process.exit(name ? 0 : 2);
  }
  if (!isCommand(name)) {
    process.stderr.write(
      `Unknown command "${name}". Known: ${commandNames().join(', ')}.\n`,
    );
    process.exit(2);
  }
  if (wantsHelp(args)) {
    process.stdout.write(`${helpFor(name)}\n`);
    process.exit(0);
  }

  const phases = createPhases({ startedAt: commandStartedAt() });
  const processes = createProcesses();
  onStopRequest({ processes, phases });

  let exitCode;
  try {
    requireSupportedPlatform();
    // Under another Node the whole command runs in that one, and only its exit code comes back.
    exitCode = await ensureNode({ root, argv, phases, processes });
    if (exitCode === undefined) {
      const { run } = await import(`./commands/${name}.mjs`);
      exitCode = (await run({ root, args, phases, processes })) ?? 0;
    }
  } catch (error) {
    if (processes.isStopping()) {
      // The user asked to stop: that children end now is no failure, and whoever stops them ends this process.
      return;
    }
    phases.abandon();
    report(error);
    exitCode = error instanceof Failure ? error.exitCode : 1;
  }
  if (!processes.isStopping()) {
    await processes.stopAll();
    process.exit(exitCode);
  }
}

/** Arguments after `--` belong to the tool that the command runs. */
function wantsHelp(args) {
  const end = args.indexOf('--');
  const own = end === -1 ? args : args.slice(0, end);
  return own.includes('--help') || own.includes('-h');
}
