import { join } from 'node:path';

/** Every package of the workspace with a lint script is a test. */
export const lint = {
  name: 'lint',
  title: 'Lint',
  async run({ root, processes, phases }) {
    let packages = 0;
    let files = 0;
    let failed = 0;
    const { code } = await processes.run({
      name: 'eslint',
      command: process.execPath,
      args: [
        join(root, 'node_modules', '@backstage', 'cli', 'bin', 'backstage-cli'),
        'repo',
        'lint',
      ],
      cwd: root,
      onLine: line => {
        const checked = /^Checked +(\d+) files in /.exec(line)?.[1];
        if (checked) {
          packages += 1;
          files += Number(checked);
        } else {
          phases.say(line);
        }
        if (line.includes('Lint failed in ')) {
          failed += 1;
        }
      },
    });
    return {
      passed: packages - failed,
      failed,
      exitCode: code,
      note: `${files} files in ${packages} packages`,
    };
  },
};
