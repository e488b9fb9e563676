import { join } from 'node:path';
import { readJestReport } from '../jestReport.mjs';

/** Unit and integration tests of all packages, in one run of jest. Stores are tested on SQLite and PostgreSQL. */
export const unit = {
  name: 'unit',
  title: 'Unit and integration tests, on SQLite and PostgreSQL',
  takesArguments: true,
  async run({ root, args, reports, processes, postgres }) {
    const server = await postgres.get();
    const report = join(reports, 'jest.json');
    const { code } = await processes.run({
      name: 'jest',
      command: process.execPath,
      args: [
        join(root, 'node_modules', '@backstage', 'cli', 'bin', 'backstage-cli'),
        'repo',
        'test',
        '--json',
        // Two busy cores can hold a page's test up for longer than jest's 5 seconds.
        '--testTimeout=30000',
        `--outputFile=${report}`,
        ...args,
      ],
      cwd: root,
      env: {
        ...process.env,
        // Without it the CLI starts in watch mode.
        CI: 'true',
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        [server.testDatabaseVariable]: server.url,
      },
      // Only jest's progress, on stderr: the report on stdout is read from its file.
      stdout: 'ignore',
    });
    const databases = await server.countCreatedDatabases();
    const outcome = await readJestReport(report, code);
    // A test that names an unknown database id tests on SQLite alone, and says nothing.
    if (args.length === 0 && databases === 0 && !outcome.problem) {
      outcome.problem = 'no test used PostgreSQL';
    }
    return {
      ...outcome,
      note: `${databases} databases on PostgreSQL ${server.version}`,
    };
  },
};
