import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isAlive, signalGroup } from './processGroup.mjs';

const POLL_MS = 100;
const graceMs = Number(process.argv[2]);
const groups = new Set();
const folders = new Set();

// A Ctrl-C or hang-up meant for the launcher must not end its watchdog.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {});
}

createInterface({ input: process.stdin })
  .on('line', line => {
    const message = JSON.parse(line);
    if (message.add) {
      groups.add(message.add);
    } else if (message.remove) {
      groups.delete(message.remove);
    } else if (message.folder) {
      folders.add(message.folder);
    } else if (message.done) {
      process.exit(0);
    }
  })
  .on('close', endEverything);

function endEverything() {
  for (const pid of groups) {
    signalGroup(pid, 'SIGTERM');
  }
  const deadline = Date.now() + graceMs;
  const timer = setInterval(() => {
    const someAlive = [...groups].some(isAlive);
    if (someAlive && Date.now() < deadline) {
      return;
    }
    clearInterval(timer);
    for (const pid of groups) {
      signalGroup(pid, 'SIGKILL');
    }
    for (const folder of folders) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }, POLL_MS);
}
