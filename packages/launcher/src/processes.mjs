import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { startWatchdog } from './watchdog.mjs';
import { endGroup, signalGroup } from './processGroup.mjs';
import { createTail } from './tail.mjs';

const GRACE_MS = 5_000;

/**
 * Starts children and ends all of them. Each child leads a process group of its own, so that what it starts ends
 * with it, and a watchdog ends the groups if this process is killed.
 */
export function createProcesses({ graceMs = GRACE_MS } = {}) {
  const children = new Set();
  const folders = new Set();
  const lastSteps = [];
  let watchdog;
  let stopping = false;

  function watch() {
    watchdog ??= startWatchdog({ graceMs });
    return watchdog;
  }

  /**
   * Starts a child.
   *
   * @param {object} options
   * @param {string} options.name - how messages call it
   * @param {string} options.command
   * @param {string[]} [options.args]
   * @param {string} [options.cwd]
   * @param {NodeJS.ProcessEnv} [options.env]
   * @param {string} [options.logFile] - receives all output; without it the child writes to this process's output
   * @param {(line: string) => void} [options.onLine] - called for each line of output
   * @param {'inherit' | 'ignore'} [options.stdout] - without log and onLine: what happens to its standard output
   * @param {NodeJS.Signals} [options.stopSignal] - how to ask it to stop (default SIGTERM)
   * @param {number} [options.graceMs] - how long it may take to stop
   * @param {number} [options.uid] - the user to run as, for root only
   * @param {number} [options.gid]
   */
  function start(options) {
    if (stopping) {
      throw new Error(
        `Not starting ${options.name}: everything is being stopped`,
      );
    }
    const piped = Boolean(options.logFile || options.onLine);
    const child = spawn(options.command, options.args ?? [], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      uid: options.uid,
      gid: options.gid,
      detached: true,
      stdio: [
        'ignore',
        piped ? 'pipe' : options.stdout ?? 'inherit',
        piped ? 'pipe' : 'inherit',
      ],
    });

    const tail = createTail({ onLine: options.onLine });
    if (piped) {
      const log = options.logFile && createWriteStream(options.logFile);
      // A log that can't be written (a full disk) must not end the child with it.
      log?.on('error', () => {});
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8');
        stream.on('data', chunk => {
          // Some tools colour their output whatever they write to.
          const text = stripVTControlCharacters(chunk);
          log?.write(text);
          tail.add(text);
        });
      }
      child.once('close', () => log?.end());
    }

    const handle = {
      name: options.name,
      pid: child.pid,
      stopSignal: options.stopSignal ?? 'SIGTERM',
      graceMs: options.graceMs ?? graceMs,
      tail: tail.text,
      /** Resolves when the child has ended and its output is read to the end; rejects if it could not be started. */
      ended: new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code, signal) => resolve({ code, signal }));
      }),
      stop: () => stop(handle),
      isRunning: () => child.exitCode === null && child.signalCode === null,
    };
    // Whoever waits for `ended` sees the error; nobody has to.
    handle.ended.catch(() => {});

    if (child.pid) {
      children.add(handle);
      watch().add(child.pid);
      child.once('exit', () => {
        // What it left running goes with it.
        signalGroup(child.pid, 'SIGKILL');
        children.delete(handle);
        watchdog?.remove(child.pid);
      });
    }
    return handle;
  }

  async function stop(handle) {
    if (handle.isRunning()) {
      await endGroup(handle);
    }
  }

  return {
    start,

    /** Starts a child and waits until it has ended. */
    async run(options) {
      const handle = start(options);
      return { ...(await handle.ended), tail: handle.tail() };
    },

    /** A temporary folder that goes when everything stops, or when this process is killed. */
    removeAtEnd(folder) {
      folders.add(folder);
      watch().addFolder(folder);
    },

    /** Something to do when all children have ended. */
    atEnd(step) {
      lastSteps.push(step);
    },

    /** Asks every child to stop, the last started first, and kills those that don't within the grace period. */
    async stopAll() {
      stopping = true;
      await Promise.all([...children].reverse().map(stop));
      for (const folder of folders) {
        await rm(folder, { recursive: true, force: true, maxRetries: 3 });
      }
      folders.clear();
      for (const step of lastSteps.splice(0)) {
        await step();
      }
      watchdog?.close();
      watchdog = undefined;
    },

    /** Kills every child at once. */
    killAll() {
      stopping = true;
      for (const { pid } of children) {
        signalGroup(pid, 'SIGKILL');
      }
    },

    isStopping: () => stopping,
  };
}
