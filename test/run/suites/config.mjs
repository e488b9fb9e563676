import { join } from 'node:path';

/** Each set of configuration files that the portal is started with. */
const SETS = [
  ['app-config.yaml'],
  ['app-config.yaml', 'app-config.api-token.yaml'],
  ['app-config.yaml', 'app-config.production.yaml'],
];

/** Every set of configuration files is a test: it must fit the schemas of the plugins. */
export const config = {
  name: 'config',
  title: 'Configuration',
  async run({ root, processes, phases }) {
    let failed = 0;
    for (const files of SETS) {
      const { code } = await processes.run({
        name: 'config:check',
        command: process.execPath,
        args: [
          join(
            root,
            'node_modules',
            '@backstage',
            'cli',
            'bin',
            'backstage-cli',
          ),
          'config:check',
          // Variables of the environment may be missing here; what the schemas don't know may not.
          '--lax',
          '--strict',
          ...files.flatMap(file => ['--config', file]),
        ],
        cwd: root,
        onLine: line => phases.say(line),
      });
      failed += code === 0 ? 0 : 1;
    }
    return { passed: SETS.length - failed, failed, exitCode: failed ? 1 : 0 };
  },
};
