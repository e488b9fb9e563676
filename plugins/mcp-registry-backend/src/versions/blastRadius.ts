import type { Change } from '@mcp-portal/mcp-contract';
import type {
  BlastRadius,
  BrokenDependent,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { ServerUser } from '../dependents/DependentStore';

/**
 * Which users of a server the breaking ones among the changes break. One that
 * names its tools is broken by changes to these, and to the contract itself;
 * one that names none, by any.
 */
export function findBroken(
  users: ServerUser[],
  changes: Change[],
): BlastRadius {
  const breaking = changes.filter(change => change.class === 'breaking');
  if (breaking.length === 0) {
    return byTeam([]);
  }
  const tools = new Set(breaking.flatMap(({ where }) => where.tool ?? []));
  const wholeBreaks = breaking.some(({ where }) => isWhole(where));
  return byTeam(
    users.flatMap(user => {
      const broken = wholeBreaks
        ? user.tools
        : user.tools?.filter(tool => tools.has(tool));
      return broken?.length === 0 && !wholeBreaks
        ? []
        : toBrokenDependent(user, broken);
    }),
  );
}

/** All users of a server, as if all of it went away. */
export function breakAll(users: ServerUser[]): BlastRadius {
  return byTeam(users.map(user => toBrokenDependent(user, user.tools)));
}

/** The changes that are to nothing that has a name. */
function isWhole(where: Change['where']): boolean {
  return (
    where.tool === undefined &&
    where.prompt === undefined &&
    where.resource === undefined &&
    where.resourceTemplate === undefined
  );
}

function toBrokenDependent(
  user: ServerUser,
  tools: string[] | undefined,
): BrokenDependent {
  const { ref, name, title, owner, versionRange } = user;
  return { ref, name, title, owner, versionRange, tools };
}

function byTeam(dependents: BrokenDependent[]): BlastRadius {
  const teams = new Map<string, BlastRadius['teams'][number]>();
  for (const dependent of dependents) {
    const { owner } = dependent;
    const team = teams.get(owner.ref) ?? { owner, dependents: [] };
    team.dependents.push(dependent);
    teams.set(owner.ref, team);
  }
  return {
    total: dependents.length,
    teams: [...teams.values()].sort(
      (a, b) =>
        b.dependents.length - a.dependents.length ||
        a.owner.ref.localeCompare(b.owner.ref),
    ),
  };
}
