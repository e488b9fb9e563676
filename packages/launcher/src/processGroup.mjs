/** Sends a signal to a whole process group; says whether the group was there. */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but belongs to another user.
    return error.code === 'EPERM';
  }
}

/** Asks a child and its descendants to stop, and kills them if the child is still there after the grace period. */
export async function endGroup({ pid, stopSignal, graceMs, ended }) {
  const gone = ended.then(
    () => {},
    () => {},
  );
  signalGroup(pid, stopSignal);
  const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
}
