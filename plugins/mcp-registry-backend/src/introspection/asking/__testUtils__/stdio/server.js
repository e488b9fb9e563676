// A stdio server by hand. Its first argument says how it misbehaves; its second
// is a file to write its process id to, as a sign that it was started.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const readline = require('node:readline');

const [mode, marker] = process.argv.slice(2);
if (marker) {
  fs.appendFileSync(marker, `${process.pid}\n`);
}

const send = message =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

const flood = stream => {
  const chunk = 'x'.repeat(65536);
  const more = () => {
    while (stream.write(chunk));
  };
  stream.on('drain', more);
  more();
};

const misbehave = {
  hang: () => {},
  'flood-stdout': () => flood(process.stdout),
  'flood-stderr': () => flood(process.stderr),
  garbage: () => process.stdout.write('{"jsonrpc": oops\n'),
  'other-json': () => process.stdout.write('{"id": 1, "hello": "world"}\n'),
  dies: () => {
    console.error(`fatal: the disk with ${process.env.API_KEY} is gone`);
    process.exit(3);
  },
};

const answers = {
  initialize: () => ({
    protocolVersion: '2025-06-18',
    capabilities: { tools: {} },
    serverInfo: { name: 'stdio', version: '1.0.0' },
  }),
  'tools/list': () => ({
    tools: [
      {
        name: 'environment',
        description: JSON.stringify({
          env: process.env,
          args: process.argv.slice(2),
          cwd: process.cwd(),
        }),
        inputSchema: { type: 'object' },
      },
    ],
  }),
};

if (mode === 'greets') {
  console.log('Welcome!');
  console.log('{"level":"info","message":"a log line on the wrong stream"}');
}
if (mode === 'ignores-sigterm') {
  process.on('SIGTERM', () => {});
  // Keeps going without stdin, and so does its own child.
  setInterval(() => {}, 1000);
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  fs.appendFileSync(marker, `${child.pid}\n`);
}

readline.createInterface({ input: process.stdin }).on('line', line => {
  const { id, method } = JSON.parse(line);
  if (method === 'server/discover') {
    if (mode === 'dies-of-discover') {
      process.exit(1);
    }
    if (mode === 'silent-about-discover') {
      return;
    }
  }
  if (method === 'tools/list' && misbehave[mode]) {
    misbehave[mode]();
  } else if (answers[method]) {
    send({ id, result: answers[method]() });
  } else if (id !== undefined) {
    send({ id, error: { code: -32601, message: 'Method not found' } });
  }
});
