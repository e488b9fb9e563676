import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';

import {
  DATA_SENSITIVITIES,
  isServerEntity,
  readServerEntity,
  readVisibility,
  TRUST_LEVELS,
  VISIBILITIES,
} from './serverEntity';

/** A server entity as the catalog may hold it, well-formed or not. */
function entityWith(spec: unknown): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: 'ledger' },
    spec: spec as Entity['spec'],
  };
}

describe('isServerEntity', () => {
  it.each(['API', 'api', 'Api'])('knows a server of kind %s', kind => {
    expect(
      isServerEntity({ ...entityWith({ type: 'mcp-server' }), kind }),
    ).toBe(true);
  });

  it.each([
    ['an API of another type', entityWith({ type: 'openapi' })],
    ['an API without spec', entityWith(undefined)],
    [
      'another kind of that type',
      { ...entityWith({ type: 'mcp-server' }), kind: 'Component' },
    ],
  ])('does not take %s for one', (_, entity) => {
    expect(isServerEntity(entity)).toBe(false);
  });
});

describe('readServerEntity', () => {
  it('keeps the names of the headers that a remote wants, not their values', () => {
    const [remote] = readServerEntity(
      entityWith({
        remotes: [
          {
            type: 'sse',
            url: 'https://mcp.example.com',
            headers: [{ name: 'X-Key', value: 's3cret' }, {}, 'x'],
          },
        ],
      }),
    ).remotes;
    expect(remote.headers).toEqual([{ name: 'X-Key' }]);
  });

  it('reads every field that is declared', () => {
    const spec = {
      type: 'mcp-server',
      lifecycle: 'production',
      owner: 'group:default/payments',
      system: 'billing',
      remotes: [{ type: 'streamable-http', url: 'https://mcp.example.com' }],
      packages: [
        {
          registryType: 'npm',
          identifier: '@example/ledger',
          version: '1.2.3',
          transport: { type: 'stdio' },
          runtimeHint: 'npx',
        },
      ],
      trust: 'internal',
      visibility: 'team',
      dataSensitivity: 'restricted',
      onCall: 'https://on-call.example.com/payments',
    };
    const { type, ...declared } = spec;

    expect(readServerEntity(entityWith(spec))).toEqual(declared);
  });

  it('gives what is not declared its default', () => {
    expect(readServerEntity(entityWith({ type: 'mcp-server' }))).toEqual({
      lifecycle: 'unknown',
      owner: '',
      remotes: [],
      packages: [],
      trust: 'unverified',
      visibility: 'organisation',
    });
  });

  it('counts a field of the wrong shape as absent', () => {
    expect(
      readServerEntity(
        entityWith({
          lifecycle: 3,
          owner: ['payments'],
          system: {},
          remotes: [
            'https://mcp.example.com',
            null,
            { type: 'sse' },
            { type: '', url: 'https://mcp.example.com' },
            { type: 'sse', url: 'https://good.example.com', note: 'dropped' },
          ],
          packages: [
            { registryType: 'npm' },
            { registryType: 'npm', identifier: 7 },
            {
              registryType: 'npm',
              identifier: 'good',
              version: 2,
              transport: 'stdio',
            },
            {
              registryType: 'oci',
              identifier: 'image',
              transport: { type: 'sse', url: 9 },
            },
          ],
          trust: 'complete',
          dataSensitivity: true,
          onCall: 7,
        }),
      ),
    ).toEqual({
      lifecycle: 'unknown',
      owner: '',
      remotes: [{ type: 'sse', url: 'https://good.example.com' }],
      packages: [
        { registryType: 'npm', identifier: 'good' },
        {
          registryType: 'oci',
          identifier: 'image',
          transport: { type: 'sse' },
        },
      ],
      trust: 'unverified',
      visibility: 'organisation',
    });
  });

  it('never throws, and keeps its promises, on any JSON', () => {
    const anyFields = fc.dictionary(
      fc.constantFrom(
        ...['lifecycle', 'owner', 'system', 'remotes', 'packages', 'trust'],
        ...['visibility', 'dataSensitivity', 'onCall'],
      ),
      fc.jsonValue(),
    );
    const listOf = (...fields: string[]) =>
      fc.array(
        fc.oneof(
          fc.jsonValue(),
          fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()),
        ),
      );
    const spec = fc.oneof(
      fc.jsonValue(),
      anyFields,
      fc.record({
        remotes: listOf('type', 'url'),
        packages: listOf('registryType', 'identifier', 'version', 'transport'),
      }),
    );
    fc.assert(
      fc.property(spec, value => {
        const server = readServerEntity(entityWith(value));
        expect(TRUST_LEVELS).toContain(server.trust);
        expect(VISIBILITIES).toContain(server.visibility);
        expect([undefined, ...DATA_SENSITIVITIES]).toContain(
          server.dataSensitivity,
        );
        for (const remote of server.remotes) {
          expect(remote).toEqual({
            type: expect.any(String),
            url: expect.any(String),
          });
        }
        for (const { version, transport, ...entry } of server.packages) {
          expect(typeof entry.registryType).toBe('string');
          expect(typeof entry.identifier).toBe('string');
          expect(['undefined', 'string']).toContain(typeof version);
          expect(['undefined', 'string']).toContain(typeof transport?.type);
        }
      }),
    );
  });
});

describe('readVisibility', () => {
  it.each(VISIBILITIES)('reads %s', visibility => {
    expect(readVisibility(entityWith({ visibility }))).toBe(visibility);
  });

  it.each([[undefined], [null], [{}], [{ visibility: null }]])(
    'takes silence (%j) for the organisation',
    spec => {
      expect(readVisibility(entityWith(spec))).toBe('organisation');
    },
  );

  it.each([['Team'], ['organization'], ['Organisation'], [''], [7], [false]])(
    'takes %j, which it does not know, for team',
    visibility => {
      expect(readVisibility(entityWith({ visibility }))).toBe('team');
    },
  );

  it('opens to the organisation nothing but silence and that one word', () => {
    fc.assert(
      fc.property(fc.jsonValue(), visibility => {
        const open = visibility === null || visibility === 'organisation';
        expect(readVisibility(entityWith({ visibility }))).toBe(
          open ? 'organisation' : 'team',
        );
      }),
    );
  });
});
