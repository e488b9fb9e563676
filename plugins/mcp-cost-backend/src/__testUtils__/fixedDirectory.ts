import type { CatalogDirectory, CatalogSnapshot } from '../catalog';

/** A catalog as tests write it down, with a member `user:default/<team>-1` in each team. */
export function fixedDirectory(options: {
  teams?: readonly { ref: string; title?: string; parentRef?: string }[];
  servers?: readonly { ref: string; title?: string; ownerRef: string }[];
  agents?: readonly { ref: string; ownerRef: string }[];
}): CatalogDirectory & { snapshot: CatalogSnapshot } {
  const { teams = [], servers = [], agents = [] } = options;
  const nameOf = (ref: string) => ref.slice(ref.indexOf('/') + 1);
  const snapshot: CatalogSnapshot = {
    readAt: new Date(0),
    teams: new Map(
      teams.map(team => [
        team.ref,
        {
          title: nameOf(team.ref),
          ...team,
          childRefs: teams
            .filter(({ parentRef }) => parentRef === team.ref)
            .map(({ ref }) => ref),
          sample: false,
        },
      ]),
    ),
    servers: new Map(
      servers.map(server => [
        server.ref,
        {
          title: nameOf(server.ref),
          ...server,
          remotes: [],
          visibility: 'organisation',
          sample: false,
        },
      ]),
    ),
    agents: new Map(
      agents.map(agent => [
        agent.ref,
        {
          ...agent,
          name: nameOf(agent.ref),
          title: nameOf(agent.ref),
          serverRefs: [],
          visibility: 'organisation',
          sample: false,
        },
      ]),
    ),
    teamsBelow: refs =>
      teams
        .filter(({ parentRef }) => parentRef && refs.includes(parentRef))
        .map(({ ref }) => ref),
  };
  return {
    snapshot,
    current: async () => snapshot,
    membersOf: async ref => [`user:default/${nameOf(ref)}-1`],
  };
}
