import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTapCounts } from '../tapCounts.mjs';

/** The launcher's own tests, and those of this test command, with Node's test runner. */
export const launcher = {
  name: 'launcher',
  title: 'Launcher and test command',
  async run({ root, reports, processes }) {
    const report = join(reports, 'launcher.tap');
    // The tests start launchers of their own, which must not take the state of this one.
    const { MCP_PORTAL_STARTED_AT, NODE_TEST_CONTEXT, ...env } = process.env;
    const { code } = await processes.run({
      name: "Node's test runner",
      command: process.execPath,
      args: [
        '--test',
        '--test-timeout=60000',
        '--test-reporter=dot',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${report}`,
        'packages/launcher/**/*.test.mjs',
        'test/run/**/*.test.mjs',
      ],
      cwd: root,
      env,
    });
    return { exitCode: code, ...readTapCounts(await readFile(report, 'utf8')) };
  },
};
