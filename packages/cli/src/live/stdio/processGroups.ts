const running = new Set<number>();

function killAll() {
  running.forEach(pid => signalGroup(pid, 'SIGKILL'));
}

/**
 * Makes sure that a process does not outlive this one: a process that was
 * started in a group of its own gets no Ctrl-C.
 */
export function rememberGroup(pid: number): void {
  if (running.size === 0) {
    process.once('exit', killAll);
  }
  running.add(pid);
}

export function forgetGroup(pid: number): void {
  running.delete(pid);
  if (running.size === 0) {
    process.removeListener('exit', killAll);
  }
}

/** Signals a process, and what it started. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It is gone already.
  }
}
