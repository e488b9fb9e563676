const commands = {
  start: {
    summary: 'start the portal with its sample organisation',
    help: `Usage: npm start

Starts the portal at http://localhost:3000 and keeps its data in data/.

Environment:
  PORT               the portal's port (default 3000)
  IDENTITY_PORT      the sample sign-in's port (default 3001)
  MCP_PORTAL_DATA    the folder for data and logs (default data/)
  PORTAL_API_TOKEN   at least 8 characters: scripts may use it as a bearer token`,
  },
  dev: {
    summary: 'the same with hot reload, for work on the portal itself',
    help: `Usage: npm run dev

Starts the sample sign-in, the backend and the web app from source; each reloads when its files change.
The web app is at http://localhost:3000, the backend at http://localhost:7007.

Environment: as for npm start, and
  BACKEND_PORT       the backend's port (default 7007)`,
  },
  'sample-agent': {
    summary:
      'run an agent that calls the sample servers and sends its usage to the portal',
    help: `Usage: npm run sample-agent [-- --rounds <n>] [-- --pause <seconds>]

Runs an agent without a model against the portal that "npm start" runs. It calls the real sample servers, and its
calls appear on the Costs page a few seconds later. Some of them fail on purpose.

Options:
  --rounds <n>       how many rounds of about ten calls (default 5); 0: until Ctrl-C
  --pause <seconds>  between two rounds (default 1)

Example:
  npm run sample-agent -- --rounds 20 --pause 0

Environment:
  MCP_PORTAL_DATA    the data folder of the running portal (default data/)
  PORTAL_API_TOKEN   that of the running portal: with it the agent calls the portal's own actions too`,
  },
  reset: {
    summary: 'empty the data folder',
    help: `Usage: npm run reset

Empties data/ (or MCP_PORTAL_DATA). Refuses while the portal runs.`,
  },
  test: {
    summary: 'run the test suites: all of them, or those named',
    help: `Usage: npm test [-- <suite>... [-- <arguments for jest or playwright>]]

Suites, in the order in which they run:
  format     prettier
  lint       eslint in every package
  types      the TypeScript compiler
  unit       unit and integration tests, on SQLite and on a real PostgreSQL
  launcher   the tests of the launcher and of this test command
  e2e        the pages in a real Chromium

Examples:
  npm run test:unit -- -- plugins/mcp-registry-backend
  npm run test:e2e -- -- --grep "sign in"
  npm test -- lint types

Environment:
  CHROMIUM_PATH      the Chromium to use instead of the one that comes with the workspace`,
  },
  bench: {
    summary:
      'measure introspection, list and search, comparing contracts, taking usage in, cost',
    help: `Usage: npm run bench [-- <arguments for the benchmark>]

Runs test/bench/run.ts. It gets a PostgreSQL server in BENCH_POSTGRES_URL.`,
  },
  soak: {
    summary:
      'take usage in for ten minutes, while the backend and PostgreSQL are killed',
    help: `Usage: npm run soak [-- <minutes>]

Sends usage as agents do to a backend of its own on PostgreSQL, kills the backend each minute and PostgreSQL once, and
counts at the end what was sent, acknowledged and stored.`,
  },
};

export function commandNames() {
  return Object.keys(commands);
}

export function isCommand(name) {
  return Object.hasOwn(commands, name);
}

export function helpFor(name) {
  return commands[name].help;
}

const NAME_WIDTH = 12;

export function usage() {
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(NAME_WIDTH)} ${summary}`,
  );
  return `Usage: node packages/launcher/launch.mjs <command>

Commands:
${lines.join('\n')}

With --help after a command: its arguments and environment variables.`;
}
