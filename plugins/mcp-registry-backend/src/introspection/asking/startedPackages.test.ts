import fs from 'node:fs';
import { createTestAsker, npmPackage } from './__testUtils__/createTestAsker';
import {
  askerFor,
  PROCESS_SECRET,
  SCRIPTS,
  stdioServer,
} from './__testUtils__/stdioServer';

describe('which packages are started', () => {
  const { directory, listed, marker, wasStarted } = stdioServer();

  it('starts none without configuration', async () => {
    const { asker } = createTestAsker({});
    expect(await asker.ask(npmPackage('hand-made', '1.0.0'))).toMatchObject({
      outcome: 'refused',
      error:
        'The npm package hand-made@1.0.0 may not be started. Add exactly this package and version to mcpRegistry.introspection.stdio.',
    });
  });

  it.each([
    ['another version', npmPackage('hand-made', '1.0.1')],
    ['a range', npmPackage('hand-made', '^1.0.0')],
    ['no version', npmPackage('hand-made')],
    ['another name', npmPackage('hand-made2', '1.0.0')],
    [
      'another registry',
      {
        ref: 'api:default/test',
        remotes: [],
        packages: [
          { registryType: 'pypi', identifier: 'hand-made', version: '1.0.0' },
        ],
      },
    ],
  ])('does not start %s', async (_, server) => {
    const answer = await askerFor(listed('ok')).ask(server);
    expect(answer.outcome).toBe('refused');
    expect(wasStarted()).toBe(false);
  });

  it('never runs the command of a remote', async () => {
    const answer = await askerFor(listed('ok')).ask({
      ref: 'api:default/test',
      remotes: [
        {
          type: 'stdio',
          url: `${process.execPath} ${SCRIPTS}/server.js ok ${marker}`,
        },
      ],
      packages: [],
    });
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining("nobody's command"),
    });
    expect(wasStarted()).toBe(false);
  });

  it('uses nothing of what an entity says about starting', async () => {
    const theirs = directory.resolve('theirs');
    const answer = await askerFor(listed('ok')).ask({
      ref: 'api:default/test',
      remotes: [],
      packages: [
        {
          registryType: 'npm',
          identifier: 'hand-made',
          version: '1.0.0',
          command: '/bin/touch',
          args: [theirs],
          runtimeHint: 'touch',
          runtimeArguments: [{ type: 'positional', value: theirs }],
          packageArguments: [{ type: 'positional', value: theirs }],
          environmentVariables: [{ name: 'MARKER', value: theirs }],
          transport: { type: 'stdio' },
        },
      ],
    });
    expect(answer.outcome).toBe('ok');
    const seen = JSON.parse(answer.snapshot!.contract.tools[0].description!);
    expect(seen.args).toEqual(['ok', marker]);
    expect(JSON.stringify(seen)).not.toContain(theirs);
    expect(fs.existsSync(theirs)).toBe(false);
  });

  it('gives the process only what the operator wrote, and keeps no secret', async () => {
    const answer = await askerFor(
      listed('ok', {
        env: { API_KEY: { fromEnv: 'PORTAL_KEY' }, REGION: 'europe-west' },
        workingDirectory: directory.path,
      }),
    ).ask(npmPackage('hand-made', '1.0.0'));
    const seen = JSON.parse(answer.snapshot!.contract.tools[0].description!);
    expect(seen.env).toEqual({
      PATH: process.env.PATH,
      // The server says it back, so it had it.
      API_KEY: '***',
      REGION: 'europe-west',
    });
    expect(JSON.stringify(answer)).not.toContain(PROCESS_SECRET);
    expect(fs.realpathSync(seen.cwd)).toBe(fs.realpathSync(directory.path));
  });

  it('names the variable that is missing, and starts nothing', async () => {
    const answer = await askerFor(
      listed('ok', { env: { API_KEY: { fromEnv: 'NOT_SET' } } }),
    ).ask(npmPackage('hand-made', '1.0.0'));
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining('NOT_SET'),
    });
    expect(wasStarted()).toBe(false);
  });

  it('says so when the program is not there', async () => {
    const answer = await askerFor(
      listed('ok', { command: 'no-such-program', args: [] }),
    ).ask(npmPackage('hand-made', '1.0.0'));
    expect(answer).toMatchObject({
      outcome: 'unreachable',
      error: expect.stringContaining('ENOENT'),
    });
  });
});
