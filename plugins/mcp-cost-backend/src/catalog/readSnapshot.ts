import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_REGISTRY_NAME,
  ANNOTATION_SAMPLE,
  isAgentEntity,
  isServerEntity,
  readServerEntity,
  readServerUses,
  readVisibility,
} from '@mcp-portal/plugin-mcp-registry-common';

import type {
  CatalogSnapshot,
  DirectoryAgent,
  DirectoryServer,
  DirectoryTeam,
} from './CatalogDirectory';

/** `ResourceId`s of FOCUS bills that are a server's. */
const ANNOTATION_RESOURCE_IDS = 'mcp-portal.io/resource-ids';

/**
 * What usage needs to know of the catalog's teams, servers and agents.
 */
export function readSnapshot(
  entities: readonly Entity[],
  readAt: Date,
): CatalogSnapshot {
  const teams = readTeams(entities.filter(isTeam));
  const servers = byRef(entities.filter(isServerEntity).map(toServer));
  const agents = byRef(
    entities.filter(isAgentEntity).map(entity => toAgent(entity, servers)),
  );
  return {
    readAt,
    teams,
    servers,
    agents,
    teamsBelow: refs => findTeamsBelow(teams, refs),
  };
}

function isTeam(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'group';
}

/** Upstream writes who is above whom on both; either is enough here. */
function readTeams(entities: Entity[]): Map<string, DirectoryTeam> {
  const parents = new Map<string, string>();
  const children = new Map<string, Set<string>>();
  const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
  const link = (parent: string, child: string) => {
    if (refs.has(parent) && refs.has(child)) {
      if (!parents.has(child)) {
        parents.set(child, parent);
      }
      children.set(parent, (children.get(parent) ?? new Set()).add(child));
    }
  };
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    targetsOf(entity, RELATION_CHILD_OF).forEach(parent => link(parent, ref));
    targetsOf(entity, RELATION_PARENT_OF).forEach(child => link(ref, child));
  }
  return byRef(
    entities.map(entity => {
      const ref = stringifyEntityRef(entity);
      return {
        ref,
        title: displayName(entity) ?? titleOf(entity),
        parentRef: parents.get(ref),
        childRefs: [...(children.get(ref) ?? [])],
        sample: isSample(entity),
      };
    }),
  );
}

function toServer(entity: Entity): DirectoryServer {
  const { remotes, visibility } = readServerEntity(entity);
  return {
    ref: stringifyEntityRef(entity),
    title: titleOf(entity),
    ownerRef: ownerOf(entity),
    remotes: remotes.map(({ url }) => url),
    registryName: entity.metadata.annotations?.[ANNOTATION_REGISTRY_NAME],
    resourceIds: readResourceIds(entity),
    visibility,
    sample: isSample(entity),
  };
}

/** Of what bills charge, divided by commas: a server may stand on several. */
function readResourceIds(entity: Entity): string[] | undefined {
  return entity.metadata.annotations?.[ANNOTATION_RESOURCE_IDS]?.split(',')
    .map(id => id.trim())
    .filter(id => id !== '');
}

function toAgent(
  entity: Entity,
  servers: ReadonlyMap<string, DirectoryServer>,
): DirectoryAgent {
  return {
    ref: stringifyEntityRef(entity),
    name: entity.metadata.name,
    title: titleOf(entity),
    ownerRef: ownerOf(entity),
    // An agent consumes other APIs too.
    serverRefs: readServerUses(entity)
      .filter(
        ({ source, serverRef }) =>
          source === 'mcpServers' || servers.has(serverRef),
      )
      .map(({ serverRef }) => serverRef),
    visibility: readVisibility(entity),
    sample: isSample(entity),
  };
}

/** The first owner: upstream's relation, else what the entity says. */
function ownerOf(entity: Entity): string {
  const [owner] = targetsOf(entity, RELATION_OWNED_BY);
  if (owner) {
    return owner;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(String(entity.spec?.owner), {
        defaultKind: 'group',
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    );
  } catch {
    return '';
  }
}

function targetsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}

function titleOf({ metadata }: Entity): string {
  return metadata.title ?? metadata.name;
}

function displayName({ spec }: Entity): string | undefined {
  const profile = spec?.profile as { displayName?: unknown } | null | undefined;
  return typeof profile?.displayName === 'string'
    ? profile.displayName
    : undefined;
}

function isSample({ metadata }: Entity): boolean {
  return metadata.annotations?.[ANNOTATION_SAMPLE] === 'true';
}

function byRef<T extends { ref: string }>(items: T[]): Map<string, T> {
  return new Map(items.map(item => [item.ref, item]));
}

/** Whoever is above whom, also in a circle: each team is visited once. */
function findTeamsBelow(
  teams: ReadonlyMap<string, DirectoryTeam>,
  refs: readonly string[],
): string[] {
  const seen = new Set(refs);
  const below: string[] = [];
  const waiting = [...refs];
  while (waiting.length > 0) {
    for (const child of teams.get(waiting.pop()!)?.childRefs ?? []) {
      if (!seen.has(child)) {
        seen.add(child);
        below.push(child);
        waiting.push(child);
      }
    }
  }
  return below;
}
