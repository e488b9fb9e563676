// A stdio server by hand. Its first argument says how it behaves; its second is
// a file to write the ids of its processes to.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const readline = require('node:readline');

const [mode, marker] = process.argv.slice(2);
const note = pid => marker && fs.appendFileSync(marker, `${pid}\n`);
note(process.pid);

const send = message =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

const answers = {
  initialize: () => ({
    protocolVersion: '2025-06-18',
    capabilities: { tools: {} },
    serverInfo: { name: 'hand-made', version: '1.0.0' },
  }),
  'tools/list': () => ({
    tools: [
      {
        name: 'environment',
        description: JSON.stringify({
          token: process.env.MCP_PORTAL_TOKEN,
          own: process.env.OWN,
        }),
        inputSchema: { type: 'object' },
      },
    ],
  }),
};

if (mode === 'greets') {
  console.log('Welcome!');
}
if (mode === 'logs') {
  console.error(`listening with ${process.env.OWN}`);
}
if (mode === 'stays') {
  // Keeps going without stdin and despite SIGTERM, and so does what it starts.
  const stay = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
  process.on('SIGTERM', () => {});
  setInterval(() => {}, 1000);
  note(spawn(process.execPath, ['-e', stay]).pid);
}

readline.createInterface({ input: process.stdin }).on('line', line => {
  const { id, method } = JSON.parse(line);
  if (method === 'server/discover' && mode === 'dies-of-discover') {
    process.exit(1);
  }
  if (method === 'server/discover' && mode === 'silent-about-discover') {
    return;
  }
  if (method === 'tools/list' && mode === 'hangs') {
    return;
  }
  if (method === 'tools/list' && mode === 'dies') {
    console.error(`fatal: the disk of ${process.env.OWN} is gone`);
    process.exit(3);
  }
  if (method === 'tools/list' && mode === 'babbles') {
    for (let i = 0; i < 200; i++) {
      console.log('this is a log line');
    }
  }
  if (answers[method]) {
    send({ id, result: answers[method]() });
  } else if (id !== undefined) {
    send({ id, error: { code: -32601, message: 'Method not found' } });
  }
});
