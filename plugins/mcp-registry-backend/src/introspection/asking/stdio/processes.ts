const running = new Set<number>();

/** A process that was started in a group of its own gets no Ctrl-C. */
function killAll() {
  running.forEach(killProcess);
}

/** Makes sure that a process does not outlive the backend. */
export function rememberProcess(pid: number): void {
  if (running.size === 0) {
    process.once('exit', killAll);
  }
  running.add(pid);
}

export function forgetProcess(pid: number): void {
  running.delete(pid);
  if (running.size === 0) {
    process.removeListener('exit', killAll);
  }
}

/** Ends a process, and what it started, without asking. */
export function killProcess(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
