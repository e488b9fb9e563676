import { join, relative } from 'node:path';

/** Every TypeScript file of the workspace is a test. */
export const types = {
  name: 'types',
  title: 'Types',
  async run({ root, processes, phases }) {
    const files = new Set();
    const wrong = new Set();
    const { code } = await processes.run({
      name: 'tsc',
      command: process.execPath,
      args: [
        join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
        '--listFiles',
        '--pretty',
        'false',
      ],
      cwd: root,
      onLine: line => {
        if (line.startsWith(root)) {
          if (!line.includes('/node_modules/')) {
            files.add(relative(root, line));
          }
          return;
        }
        const file = /^(.+?)\(\d+,\d+\): error TS/.exec(line)?.[1];
        if (file) {
          wrong.add(file);
        }
        if (line && !line.startsWith('/')) {
          phases.say(line);
        }
      },
    });
    return {
      passed: files.size - wrong.size,
      failed: wrong.size,
      exitCode: code,
      note: `${files.size} files`,
    };
  },
};
