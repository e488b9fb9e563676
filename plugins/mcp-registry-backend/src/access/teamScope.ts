import type { Extent, Scope } from './Scope';

/**
 * What a team's key may see and change: what the portal's policy lets the team's
 * members. It may not have servers asked, and never overrules the gate.
 */
export function teamScope(teamRef: string): Scope {
  const own: Extent = {
    kind: 'some',
    criteria: { field: 'ownerRef', values: [teamRef] },
  };
  const visible: Extent = {
    kind: 'some',
    criteria: {
      anyOf: [
        { field: 'visibility', values: ['organisation'] },
        { field: 'ownerRef', values: [teamRef] },
      ],
    },
  };
  return {
    servers: visible,
    agents: visible,
    publication: own,
    introspection: { kind: 'none' },
    override: { kind: 'none' },
  };
}
