import { join } from 'node:path';

/** Every file that prettier knows is a test. */
export const format = {
  name: 'format',
  title: 'Formatting',
  async run({ root, processes, phases }) {
    const checked = new Set();
    const wrong = new Set();
    const errors = [];
    const { code } = await processes.run({
      name: 'prettier',
      command: process.execPath,
      // On this level prettier names each file that it looks at; it counts them nowhere.
      args: [
        join(root, 'node_modules', 'prettier', 'bin-prettier.js'),
        '--list-different',
        '--loglevel',
        'debug',
        '.',
      ],
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0' },
      onLine: line => {
        const file = /^\[debug\] resolve config from '(.+)'$/.exec(line)?.[1];
        if (file) {
          checked.add(file);
        } else if (/^\[(error|warn)\]/.test(line)) {
          errors.push(line);
        } else if (line && !line.startsWith('[')) {
          wrong.add(line);
        }
      },
    });
    errors.forEach(line => phases.say(line));
    wrong.forEach(file => phases.say(`Not formatted: ${file}`));
    if (wrong.size > 0) {
      phases.say('Run "npx prettier --write" on them.');
    }
    return {
      passed: checked.size - wrong.size,
      failed: wrong.size,
      exitCode: code,
      note: `${checked.size} files`,
    };
  },
};
