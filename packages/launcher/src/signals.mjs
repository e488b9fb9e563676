import { readFileSync } from 'node:fs';

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const PARENT_POLL_MS = 1_000;
// Ctrl-C reaches this process twice, from the terminal and passed on by npm. That is one request.
const SAME_REQUEST_MS = 500;

/**
 * Ends everything when the user asks (Ctrl-C, SIGTERM, a closed terminal), or when npm, which started this, is gone.
 * A second Ctrl-C does not wait any longer.
 */
export function onStopRequest({ processes, phases }) {
  let firstAt;

  async function stop(exitCode) {
    if (firstAt !== undefined) {
      if (
        Date.now() - firstAt > SAME_REQUEST_MS &&
        exitCode === EXIT_CODES.SIGINT
      ) {
        processes.killAll();
        process.exit(exitCode);
      }
      return;
    }
    firstAt = Date.now();
    phases.abandon();
    phases.say('Stopping …');
    await processes.stopAll();
    process.exit(exitCode);
  }

  for (const [signal, exitCode] of Object.entries(EXIT_CODES)) {
    process.on(signal, () => stop(exitCode));
  }
  if (process.env.npm_lifecycle_event) {
    watchParent(() => stop(EXIT_CODES.SIGHUP));
  }
  // A reader that went away (a closed terminal, `| head`) must not end this process before its children.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
}

/**
 * npm passes signals on, but if it is killed nobody tells its script. Between the two there may be a shell, which then
 * lives on: so the parent's parent is watched as well.
 */
function watchParent(onGone) {
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  const timer = setInterval(() => {
    if (process.ppid !== parent || parentOf(parent) !== grandparent) {
      clearInterval(timer);
      onGone();
    }
  }, PARENT_POLL_MS);
  timer.unref();
}

/** A process's parent, where the system tells without another program: on Linux. */
function parentOf(pid) {
  try {
    // The name, in brackets, may hold anything; the parent is the second field after it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .split(') ')
      .pop()
      .split(' ')[1];
  } catch {
    return undefined;
  }
}
