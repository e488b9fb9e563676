import { Entity, parseEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';

import { isAgentEntity, readServerUses } from './agentEntity';

/** An agent entity as the catalog may hold it, well-formed or not. */
function agentWith(spec: unknown, namespace?: unknown): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'clerk', namespace: namespace as string | undefined },
    spec: spec as Entity['spec'],
  };
}

describe('isAgentEntity', () => {
  it.each([
    ['Component', 'ai-agent', true],
    ['component', 'ai-agent', true],
    ['AiResource', 'agent', true],
    ['Component', 'agent', false],
    ['AiResource', 'ai-agent', false],
    ['Component', 'service', false],
    ['API', 'ai-agent', false],
  ])('of kind %s and type %s: %s', (kind, type, expected) => {
    expect(isAgentEntity({ ...agentWith({ type }), kind })).toBe(expected);
  });
});

describe('readServerUses', () => {
  it('reads the server, the version range and the tools of a use', () => {
    expect(
      readServerUses(
        agentWith({
          mcpServers: [
            {
              ref: 'api:default/ledger',
              version: '^2.1.0',
              tools: ['read_entry', 'list_entries'],
            },
          ],
        }),
      ),
    ).toEqual([
      {
        serverRef: 'api:default/ledger',
        versionRange: '^2.1.0',
        tools: ['read_entry', 'list_entries'],
        source: 'mcpServers',
      },
    ]);
  });

  it.each([
    ['ledger', undefined, 'api:default/ledger'],
    ['ledger', 'finance', 'api:finance/ledger'],
    ['other/ledger', 'finance', 'api:other/ledger'],
    ['api:ledger', 'finance', 'api:finance/ledger'],
    ['API:Finance/Ledger', undefined, 'api:finance/ledger'],
  ])('completes %s in namespace %s to %s', (ref, namespace, serverRef) => {
    const [first, second] = [
      readServerUses(agentWith({ mcpServers: [{ ref }] }, namespace)),
      readServerUses(agentWith({ consumesApis: [ref] }, namespace)),
    ];
    expect(first).toEqual([{ serverRef, source: 'mcpServers' }]);
    expect(second).toEqual([{ serverRef, source: 'consumesApis' }]);
  });

  it('keeps the order, first of mcpServers, then of consumesApis', () => {
    expect(
      readServerUses(
        agentWith({
          consumesApis: ['rates', 'audit'],
          mcpServers: [{ ref: 'vault' }, { ref: 'ledger' }],
        }),
      ).map(({ serverRef, source }) => `${source} ${serverRef}`),
    ).toEqual([
      'mcpServers api:default/vault',
      'mcpServers api:default/ledger',
      'consumesApis api:default/rates',
      'consumesApis api:default/audit',
    ]);
  });

  it('takes the first word on a server, however often it is named', () => {
    expect(
      readServerUses(
        agentWith({
          mcpServers: [
            { ref: 'ledger', tools: ['read_entry'] },
            { ref: 'API:default/Ledger', tools: ['other'] },
          ],
          consumesApis: ['ledger', 'api:default/ledger'],
        }),
      ),
    ).toEqual([
      {
        serverRef: 'api:default/ledger',
        tools: ['read_entry'],
        source: 'mcpServers',
      },
    ]);
  });

  it('tells an empty list of tools from none', () => {
    const [empty, none] = readServerUses(
      agentWith({ mcpServers: [{ ref: 'a', tools: [] }, { ref: 'b' }] }),
    );
    expect(empty.tools).toEqual([]);
    expect(none.tools).toBeUndefined();
  });

  it('leaves out what it can not read', () => {
    expect(
      readServerUses(
        agentWith({
          mcpServers: [
            'ledger',
            null,
            [{ ref: 'ledger' }],
            {},
            { ref: 7 },
            { ref: '' },
            { ref: '/ledger' },
            { ref: 'good', version: 2, tools: ['one', 2, null, 'two'] },
            { ref: 'plain', tools: 'one' },
          ],
          consumesApis: [null, 7, {}, '', 'last'],
        }),
      ),
    ).toEqual([
      {
        serverRef: 'api:default/good',
        tools: ['one', 'two'],
        source: 'mcpServers',
      },
      { serverRef: 'api:default/plain', source: 'mcpServers' },
      { serverRef: 'api:default/last', source: 'consumesApis' },
    ]);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [{ mcpServers: {}, consumesApis: 'ledger' }],
    [{ mcpServers: 'ledger', consumesApis: { 0: 'ledger' } }],
  ])('finds nothing in a spec such as %j', spec => {
    expect(readServerUses(agentWith(spec))).toEqual([]);
  });

  it('never throws, and names each server once and in full, on any JSON', () => {
    const ref = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('a', 'A', 'api:a', 'x/a', 'api:x/a', ':', '/', 'a:b:c'),
    );
    const spec = fc.oneof(
      fc.jsonValue(),
      fc.record({
        mcpServers: fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.record({
              ref,
              version: fc.jsonValue(),
              tools: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())),
            }),
          ),
        ),
        consumesApis: fc.oneof(fc.jsonValue(), fc.array(ref)),
      }),
    );
    const namespace = fc.option(fc.oneof(fc.constant('x'), fc.jsonValue()), {
      nil: undefined,
    });
    fc.assert(
      fc.property(spec, namespace, (value, inNamespace) => {
        const uses = readServerUses(agentWith(value, inNamespace));
        const refs = uses.map(use => use.serverRef);
        expect(new Set(refs).size).toBe(refs.length);
        for (const use of uses) {
          expect(use.serverRef).toBe(use.serverRef.toLocaleLowerCase('en-US'));
          expect(() => parseEntityRef(use.serverRef)).not.toThrow();
          expect((use.tools ?? []).every(t => typeof t === 'string')).toBe(
            true,
          );
          expect(['undefined', 'string']).toContain(typeof use.versionRange);
        }
      }),
    );
  });
});
