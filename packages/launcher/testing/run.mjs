import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { once } from 'node:events';

const LAUNCH = fileURLToPath(new URL('../launch.mjs', import.meta.url));

/** Runs a script as a process of its own and collects what it prints. */
export function runScript(file, args = [], { env = {} } = {}) {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, npm_lifecycle_event: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', text => (result.output += text));
  }
  result.ended = once(child, 'close').then(([code, signal]) => ({
    code,
    signal,
    output: result.output,
  }));
  /** Waits until the output matches. */
  result.printed = pattern =>
    new Promise((resolve, reject) => {
      const check = () => {
        const match = pattern.exec(result.output);
        if (match) {
          resolve(match);
        }
      };
      child.stdout.on('data', check);
      child.stderr.on('data', check);
      child.once('close', () =>
        reject(
          new Error(`Ended before it printed ${pattern}: ${result.output}`),
        ),
      );
      check();
    });
  return result;
}

export function runLauncher(args, options) {
  return runScript(LAUNCH, args, options).ended;
}

/** Resolves when no process with this id is left. */
export async function untilGone(pid, { timeoutMs = 10_000 } = {}) {
  const deadline = Date.now() + timeoutMs;
  while (isThere(pid)) {
    if (Date.now() > deadline) {
      throw new Error(`Process ${pid} is still there after ${timeoutMs} ms`);
    }
    await new Promise(resolve => setImmediate(resolve));
  }
}

function isThere(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
}

/** Ended, but not yet collected by whoever adopted it. */
function isZombie(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
