import type { ServerPackage } from '@mcp-portal/plugin-mcp-registry-common';
import { connectOptions } from './connectOptions';

const optionsOf = (
  server: Partial<Parameters<typeof connectOptions>[0]>,
): ReturnType<typeof connectOptions> =>
  connectOptions({ remotes: [], packages: [], ...server });

const command = (declared: ServerPackage) => {
  const [target] = optionsOf({ packages: [declared] }).targets;
  return target?.kind === 'stdio' ? [target.command, ...target.args] : target;
};

describe('connectOptions', () => {
  it('puts what runs somewhere before what has to be installed', () => {
    const { targets } = optionsOf({
      remotes: [
        { type: 'streamable-http', url: 'https://mcp.example.com/a' },
        { type: 'sse', url: 'https://mcp.example.com/sse' },
      ],
      packages: [{ registryType: 'npm', identifier: 'a', version: '1.0.0' }],
    });
    expect(targets.map(target => target.kind)).toEqual([
      'streamable-http',
      'sse',
      'stdio',
    ]);
  });

  it.each([
    [
      { registryType: 'npm', identifier: '@scope/a', version: '1.2.3' },
      ['npx', '-y', '@scope/a@1.2.3'],
    ],
    [
      { registryType: 'pypi', identifier: 'a-server', version: '0.4' },
      ['uvx', 'a-server@0.4'],
    ],
    [
      { registryType: 'nuget', identifier: 'A.Server', version: '2.0.0' },
      ['dnx', 'A.Server@2.0.0', '--yes'],
    ],
    [
      { registryType: 'oci', identifier: 'ghcr.io/o/a', version: '1.0' },
      ['docker', 'run', '-i', '--rm', 'ghcr.io/o/a:1.0'],
    ],
    [
      { registryType: 'oci', identifier: 'host:5000/o/a:2', version: '2' },
      ['docker', 'run', '-i', '--rm', 'host:5000/o/a:2'],
    ],
  ])('starts %j', (declared, expected) => {
    expect(command(declared)).toEqual(expected);
  });

  it('writes fixed arguments, and asks for those that a person knows', () => {
    expect(
      command({
        registryType: 'npm',
        identifier: 'a',
        version: '1.0.0',
        packageArguments: [
          { type: 'named', name: '--mode', value: 'fast' },
          { type: 'named', name: '--verbose' },
          { type: 'positional', valueHint: 'folder', description: 'Where.' },
          { type: 'positional', valueHint: 'extra', isRequired: false },
        ],
      }),
    ).toEqual([
      'npx',
      '-y',
      'a@1.0.0',
      '--mode=fast',
      '--verbose',
      {
        prefix: '',
        input: { name: 'folder', description: 'Where.', secret: false },
      },
    ]);
  });

  it('never takes the value of a secret, and leaves out what is optional', () => {
    const { targets, notes } = optionsOf({
      packages: [
        {
          registryType: 'npm',
          identifier: 'a',
          version: '1.0.0',
          environmentVariables: [
            { name: 'TOKEN', isSecret: true, value: 'hunter2' },
            { name: 'REGION', default: 'eu' },
            { name: 'PROXY', description: 'A proxy.' },
          ],
        },
      ],
    });
    expect(targets).toMatchObject([
      {
        env: [
          { name: 'TOKEN', input: { name: 'TOKEN', secret: true } },
          { name: 'REGION', value: 'eu' },
        ],
      },
    ]);
    expect(JSON.stringify(targets)).not.toContain('hunter2');
    expect(notes).toEqual(['Left out the optional variable PROXY (A proxy).']);
  });

  it('splits a simple command line and refuses one that needs a shell', () => {
    expect(
      optionsOf({
        remotes: [{ type: 'stdio', url: `node server.js "a b" --x='1 2'` }],
      }).notes,
    ).toHaveLength(1);
    expect(
      optionsOf({ remotes: [{ type: 'stdio', url: `node s.js "a b" 'c'` }] })
        .targets,
    ).toMatchObject([{ command: 'node', args: ['s.js', 'a b', 'c'] }]);
    const piped = optionsOf({
      remotes: [{ type: 'stdio', url: 'cat x | node s.js' }],
    });
    expect(piped.targets).toEqual([]);
    expect(piped.notes).toEqual([
      'The command `cat x | node s.js` needs a shell; adapt it by hand.',
    ]);
  });

  it('says what it can not derive', () => {
    expect(
      optionsOf({
        packages: [
          { registryType: 'mcpb', identifier: 'https://example.com/a.mcpb' },
        ],
      }),
    ).toEqual({
      targets: [],
      notes: [
        "How clients start the mcpb package https://example.com/a.mcpb can't be derived from its entry. Its documentation has to say.",
      ],
    });
  });

  it('says that a credential of one’s own is needed', () => {
    expect(
      optionsOf({
        remotes: [{ type: 'streamable-http', url: 'https://example.com/mcp' }],
        seen: {
          snapshot: 'a',
          firstSeenAt: '',
          lastSeenAt: '',
          sizeBytes: 1,
          credential: 'billing-token',
        },
      }).notes[0],
    ).toMatch(/credential billing-token\. You need one of your own/);
  });
});
