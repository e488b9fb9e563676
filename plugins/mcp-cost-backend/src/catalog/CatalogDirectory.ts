/** A team as usage needs to know it. Refs are complete and in lower case. */
export interface DirectoryTeam {
  ref: string;
  title: string;
  /** The team above it. */
  parentRef?: string;
  childRefs: readonly string[];
  sample: boolean;
}

export interface DirectoryServer {
  ref: string;
  /** Title, else name. */
  title: string;
  ownerRef: string;
  /** As the entity declares them: URLs, and commands of stdio servers. */
  remotes: readonly string[];
  /** Its name in MCP registries, where an annotation tells it. */
  registryName?: string;
  /** What bills call its resources, where an annotation tells it. */
  resourceIds?: readonly string[];
  visibility: 'organisation' | 'team';
  sample: boolean;
}

export interface DirectoryAgent {
  ref: string;
  name: string;
  title: string;
  ownerRef: string;
  /** Servers that it declares. */
  serverRefs: readonly string[];
  visibility: 'organisation' | 'team';
  sample: boolean;
}

/**
 * The catalog's teams, servers and agents at one moment.
 */
export interface CatalogSnapshot {
  readonly readAt: Date;
  readonly teams: ReadonlyMap<string, DirectoryTeam>;
  readonly servers: ReadonlyMap<string, DirectoryServer>;
  readonly agents: ReadonlyMap<string, DirectoryAgent>;
  /** Direct and indirect sub-teams of the teams; not these themselves. */
  teamsBelow(teamRefs: readonly string[]): string[];
}

/**
 * Knows the catalog well enough to attribute usage without asking for each
 * event. A snapshot is at most `refreshMs` old; when the catalog fails, the
 * last good one is given on.
 */
export interface CatalogDirectory {
  /** @throws ServiceUnavailableError while it could never be read */
  current(): Promise<CatalogSnapshot>;
  /** Refs of the people in a team, for notifications. */
  membersOf(teamRef: string): Promise<string[]>;
}
