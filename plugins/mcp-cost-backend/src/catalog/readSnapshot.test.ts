import fc from 'fast-check';

import { anAgent, aServer, aTeam, ENTITIES } from '../__testUtils__/entities';
import {
  ENGINEERING,
  LEDGER_TEAM,
  LOGISTICS,
  PAYMENTS,
} from '../__testUtils__/people';
import { readSnapshot } from './readSnapshot';

const READ_AT = new Date('2026-11-21T12:00:00Z');

describe('readSnapshot', () => {
  const snapshot = readSnapshot(ENTITIES, READ_AT);

  it('knows teams, with the team above and those below', () => {
    expect(snapshot.teams.get(PAYMENTS)).toEqual({
      ref: PAYMENTS,
      title: 'Payments',
      parentRef: ENGINEERING,
      childRefs: [LEDGER_TEAM],
      sample: false,
    });
    expect(snapshot.teams.has('user:default/petra')).toBe(false);
  });

  it('knows servers by what may name them', () => {
    expect(snapshot.servers.get('api:default/ledger')).toEqual({
      ref: 'api:default/ledger',
      title: 'ledger',
      ownerRef: PAYMENTS,
      remotes: ['https://ledger.example.com/mcp'],
      registryName: 'com.example/ledger',
      visibility: 'organisation',
      sample: false,
    });
    expect(snapshot.servers.get('api:default/freight')?.remotes).toEqual([
      'npx -y @example/freight@1.2.0',
    ]);
  });

  it('knows agents of both kinds, and the servers that they declare', () => {
    expect([...snapshot.agents.keys()].sort()).toEqual([
      'airesource:default/dispatcher',
      'component:default/auditor',
      'component:default/clerk',
    ]);
    expect(snapshot.agents.get('component:default/auditor')).toMatchObject({
      name: 'auditor',
      ownerRef: PAYMENTS,
      serverRefs: ['api:default/freight'],
      visibility: 'team',
    });
  });

  it('counts among the APIs that an agent consumes only servers', () => {
    const { agents } = readSnapshot(
      [
        aServer('ledger', PAYMENTS),
        anAgent('clerk', PAYMENTS, { consumesApis: ['ledger', 'rest-api'] }),
      ],
      READ_AT,
    );
    expect(agents.get('component:default/clerk')?.serverRefs).toEqual([
      'api:default/ledger',
    ]);
  });

  it('takes the owner that an entity names where the catalog wrote no relation', () => {
    const { servers } = readSnapshot(
      [{ ...aServer('ledger', PAYMENTS), relations: undefined }],
      READ_AT,
    );
    expect(servers.get('api:default/ledger')?.ownerRef).toBe(PAYMENTS);
  });

  it('finds all teams below, at any depth', () => {
    expect(snapshot.teamsBelow([ENGINEERING]).sort()).toEqual(
      [PAYMENTS, LEDGER_TEAM, LOGISTICS].sort(),
    );
    expect(snapshot.teamsBelow([LEDGER_TEAM])).toEqual([]);
    expect(snapshot.teamsBelow(['group:default/unknown'])).toEqual([]);
  });

  it('gives each team below once, and never those asked for, whatever the hierarchy', () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map(
      name => `group:default/${name}`,
    );
    const name = fc.constantFrom(...names);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, name), { maxLength: 12 }),
        fc.subarray(names),
        (links, asked) => {
          const { teamsBelow } = readSnapshot(
            names.map(ref =>
              aTeam(ref, {
                children: links.flatMap(([above, below]) =>
                  above === ref ? below : [],
                ),
              }),
            ),
            READ_AT,
          );
          const below = teamsBelow(asked);
          expect(new Set(below).size).toBe(below.length);
          expect(below.filter(ref => asked.includes(ref))).toEqual([]);
          // Closed: who is directly below one of them is among them too.
          const all = new Set([...asked, ...below]);
          for (const [above, child] of links) {
            expect(!all.has(above) || all.has(child)).toBe(true);
          }
        },
      ),
    );
  });
});
