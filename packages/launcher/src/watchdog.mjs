import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Starts a small process that outlives this one by a few seconds at most: when this process ends in whatever way,
 * even killed, its pipe closes and the watchdog ends the process groups that are still listed.
 */
export function startWatchdog({ graceMs }) {
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./watchdogProcess.mjs', import.meta.url)),
      String(graceMs),
    ],
    { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' },
  );
  child.unref();
  child.stdin.unref();
  // Without its watchdog this process still ends its children itself, unless it is killed.
  child.on('error', () => {});
  child.stdin.on('error', () => {});

  const send = message => child.stdin.write(`${JSON.stringify(message)}\n`);
  return {
    add: pid => send({ add: pid }),
    remove: pid => send({ remove: pid }),
    addFolder: folder => send({ folder }),
    close: () => child.stdin.end(`${JSON.stringify({ done: true })}\n`),
  };
}
