// A command as the launcher runs it, with two children: one that ends when asked, and one that refuses, with a child of its own.
import { createPhases } from '../src/phases.mjs';
import { createProcesses } from '../src/processes.mjs';
import { onStopRequest } from '../src/signals.mjs';

const REFUSES = `
  process.on('SIGTERM', () => {});
  process.on('SIGINT', () => {});
  const { spawn } = require('node:child_process');
  const grandchild = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)'], { stdio: ['ignore', 'pipe', 'ignore'] });
  grandchild.stdout.once('data', () => console.log('grandchild ' + grandchild.pid));
  setInterval(() => {}, 1000);
`;

const processes = createProcesses({ graceMs: 500 });
onStopRequest({ processes, phases: createPhases() });

const polite = processes.start({
  name: 'polite',
  command: process.execPath,
  args: ['-e', 'setInterval(() => {}, 1000)'],
});
const stubborn = processes.start({
  name: 'stubborn',
  command: process.execPath,
  args: ['-e', REFUSES],
  onLine: line =>
    process.stdout.write(
      `pids ${polite.pid} ${stubborn.pid} ${line.split(' ')[1]} ready\n`,
    ),
});
