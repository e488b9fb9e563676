import { JsonObject } from '@backstage/types';

import {
  agentEntity,
  agentResource,
  scriptUrl,
  serverEntity,
} from '../__testUtils__/entities';
import { findEntityProblems } from './findEntityProblems';

const npmPackage = {
  registryType: 'npm',
  identifier: '@example/server',
  version: '1.2.3',
  transport: { type: 'stdio' },
};

describe('findEntityProblems', () => {
  it('finds nothing on a server that uses every field', () => {
    const server = serverEntity('ledger', {
      packages: [
        { ...npmPackage, runtimeHint: 'npx', anythingElse: { passes: true } },
        {
          registryType: 'mcpb',
          identifier: 'https://files.example.com/ledger.mcpb',
          fileSha256: 'a'.repeat(64),
          transport: {
            type: 'streamable-http',
            url: 'http://localhost:{port}/mcp',
          },
        },
      ],
      trust: 'verified-third-party',
      visibility: 'team',
      dataSensitivity: 'restricted',
      onCall: 'https://oncall.example.com/payments',
      anythingElse: 1,
    });
    expect(findEntityProblems(server)).toEqual([]);
  });

  it.each<[JsonObject, string]>([
    [
      { trust: 'high' },
      'spec.trust must be one of internal, verified-third-party, unverified (it is "high")',
    ],
    [
      { trust: null },
      'spec.trust must be one of internal, verified-third-party, unverified',
    ],
    [
      { visibility: 'Team' },
      'spec.visibility must be one of team, organisation (it is "Team")',
    ],
    [
      { dataSensitivity: 'secret' },
      'spec.dataSensitivity must be one of public, internal, confidential, restricted (it is "secret")',
    ],
    [
      { onCall: 'http://oncall.example.com' },
      'spec.onCall must be an https URL (it is "http://oncall.example.com")',
    ],
    [
      { onCall: scriptUrl },
      `spec.onCall must be an https URL (it is "${scriptUrl}")`,
    ],
    [{ packages: npmPackage }, 'spec.packages must be a list'],
    [
      { packages: [npmPackage, { ...npmPackage, registryType: 'gem' }] },
      'spec.packages[1].registryType must be one of npm, pypi, oci, nuget, mcpb (it is "gem")',
    ],
    [
      { packages: [{ registryType: 'npm', transport: { type: 'stdio' } }] },
      'spec.packages[0].identifier is missing',
    ],
    [
      { packages: [{ registryType: 'npm', identifier: 'a' }] },
      'spec.packages[0].transport is missing',
    ],
    [
      { packages: [{ ...npmPackage, transport: { type: 'http' } }] },
      'spec.packages[0].transport.type must be one of stdio, streamable-http, sse (it is "http")',
    ],
    [
      { packages: [{ ...npmPackage, transport: { type: 'sse' } }] },
      'spec.packages[0].transport.url is missing, and sse needs it',
    ],
    [
      { packages: [{ ...npmPackage, version: 1 }] },
      'spec.packages[0].version must be of type string (it is 1)',
    ],
    [
      { packages: [{ ...npmPackage, registryType: 'mcpb' }] },
      'spec.packages[0].fileSha256 is missing, and an mcpb package needs it',
    ],
  ])('names the field that is wrong on a server: %j', (spec, problem) => {
    expect(findEntityProblems(serverEntity('ledger', spec))).toEqual([problem]);
  });

  it.each([
    'latest',
    '^1.2.3',
    '~1.2',
    '>=1.0.0',
    '1.x',
    '1.*',
    '*',
    '1.0.0 - 2.0.0',
    '1 || 2',
    '[1.0,2.0)',
    '',
  ])('takes %j for no exact version of a package', version => {
    const server = serverEntity('ledger', {
      packages: [{ ...npmPackage, version }],
    });
    expect(findEntityProblems(server)).toEqual([
      expect.stringContaining(
        'spec.packages[0].version must be one exact version',
      ),
    ]);
  });

  it.each(['1.2.3', '2026.8.31', '1.0.0-rc.1+x', '0.1', 'v2', '1.0.0.post1'])(
    'takes %j for an exact version of a package',
    version => {
      const server = serverEntity('ledger', {
        packages: [{ ...npmPackage, version }],
      });
      expect(findEntityProblems(server)).toEqual([]);
    },
  );

  it('names every field that is wrong, not only the first', () => {
    const server = serverEntity('ledger', { trust: 'x', visibility: 'y' });
    expect(findEntityProblems(server)).toHaveLength(2);
  });

  it('finds nothing on an agent that uses every field', () => {
    const agent = agentEntity('clerk', {
      visibility: 'team',
      mcpServers: [
        { ref: 'api:default/ledger', version: '^1.2', tools: ['read_entry'] },
        { ref: 'fx-rates', version: '1.x || >=2.5.0 <3' },
        { ref: 'other/fx-rates', anythingElse: true },
      ],
    });
    expect(findEntityProblems(agent)).toEqual([]);
  });

  it.each<[JsonObject, string]>([
    [{ mcpServers: {} }, 'spec.mcpServers must be a list'],
    [
      { mcpServers: ['api:default/ledger'] },
      'spec.mcpServers[0] must be of type object (it is "api:default/ledger")',
    ],
    [{ mcpServers: [{ version: '1.x' }] }, 'spec.mcpServers[0].ref is missing'],
    [
      { mcpServers: [{ ref: 'a/b/c' }] },
      'spec.mcpServers[0].ref is not an entity ref; write it like api:default/name (it is "a/b/c")',
    ],
    [
      { mcpServers: [{ ref: 'component:default/ledger' }] },
      'spec.mcpServers[0].ref must be the ref of an API, like api:default/name (it is "component:default/ledger")',
    ],
    [
      {
        mcpServers: [
          { ref: 'a' },
          { ref: 'b' },
          { ref: 'c', version: 'newest' },
        ],
      },
      'spec.mcpServers[2].version is not a semver range (it is "newest")',
    ],
    [
      { mcpServers: [{ ref: 'a', tools: 'all' }] },
      'spec.mcpServers[0].tools must be a list (it is "all")',
    ],
    [
      { mcpServers: [{ ref: 'a', tools: ['read', 7] }] },
      'spec.mcpServers[0].tools[1] must be of type string (it is 7)',
    ],
    [
      { mcpServers: [{ ref: 'ledger' }, { ref: 'API:default/Ledger' }] },
      'spec.mcpServers[1].ref names the same server as spec.mcpServers[0].ref; keep one of them',
    ],
    [
      { visibility: 'public' },
      'spec.visibility must be one of team, organisation (it is "public")',
    ],
  ])('names the field that is wrong on an agent: %j', (spec, problem) => {
    expect(findEntityProblems(agentEntity('clerk', spec))).toEqual([problem]);
    expect(findEntityProblems(agentResource('clerk', spec))).toEqual([problem]);
  });

  it('checks consumesApis where upstream does not', () => {
    expect(
      findEntityProblems(
        agentResource('clerk', { consumesApis: ['group:default/payments'] }),
      ),
    ).toEqual([
      'spec.consumesApis[0] must be the ref of an API, like api:default/name (it is "group:default/payments")',
    ]);
  });

  it('leaves every other entity alone', () => {
    const badFields = { trust: 1, visibility: 2, mcpServers: 3, packages: 4 };
    expect(
      findEntityProblems(serverEntity('a', { ...badFields, type: 'openapi' })),
    ).toEqual([]);
    expect(
      findEntityProblems(agentEntity('b', { ...badFields, type: 'service' })),
    ).toEqual([]);
    expect(
      findEntityProblems(agentResource('c', { ...badFields, type: 'skill' })),
    ).toEqual([]);
  });
});
