import type { Entity, EntityRelation } from '@backstage/catalog-model';

import {
  ADA,
  DORA,
  ENGINEERING,
  FINANCE,
  FIONA,
  FRANK,
  LEDGER_TEAM,
  LOGISTICS,
  PAYMENTS,
  PETRA,
  PLATFORM,
} from './people';

const nameOf = (ref: string) => ref.slice(ref.indexOf('/') + 1);

function entity(
  kind: string,
  name: string,
  spec: Entity['spec'],
  others: Partial<Entity> & { annotations?: Record<string, string> } = {},
): Entity {
  const { annotations, ...rest } = others;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    spec,
    ...rest,
  };
}

/** A team, with the relations that the catalog writes on it. */
export function aTeam(
  ref: string,
  options: {
    parent?: string;
    children?: string[];
    members?: string[];
    title?: string;
  } = {},
): Entity {
  const { parent, children = [], members = [], title } = options;
  const relation =
    (type: string) =>
    (targetRef: string): EntityRelation => ({
      type,
      targetRef,
    });
  return entity(
    'Group',
    nameOf(ref),
    {
      type: 'team',
      children: children.map(nameOf),
      ...(parent && { parent: nameOf(parent) }),
      ...(title && { profile: { displayName: title } }),
    },
    {
      relations: [
        ...(parent ? [parent] : []).map(relation('childOf')),
        ...children.map(relation('parentOf')),
        ...members.map(relation('hasMember')),
      ],
    },
  );
}

/** A server that a team owns. */
export function aServer(
  name: string,
  owner: string,
  spec: Record<string, unknown> = {},
  annotations?: Record<string, string>,
): Entity {
  return entity(
    'API',
    name,
    {
      type: 'mcp-server',
      lifecycle: 'production',
      owner: nameOf(owner),
      remotes: [
        { type: 'streamable-http', url: `https://${name}.example.com/mcp` },
      ],
      ...spec,
    } as Entity['spec'],
    { annotations, relations: [{ type: 'ownedBy', targetRef: owner }] },
  );
}

/** An agent that a team owns. */
export function anAgent(
  name: string,
  owner: string,
  spec: Record<string, unknown> = {},
): Entity {
  return entity(
    'Component',
    name,
    {
      type: 'ai-agent',
      lifecycle: 'production',
      owner: nameOf(owner),
      ...spec,
    } as Entity['spec'],
    { relations: [{ type: 'ownedBy', targetRef: owner }] },
  );
}

function aPerson(ref: string, team: string): Entity {
  return entity(
    'User',
    nameOf(ref),
    { memberOf: [nameOf(team)] },
    { relations: [{ type: 'memberOf', targetRef: team }] },
  );
}

/**
 * What the tests find in the catalog.
 *
 * | team | servers | agents |
 * |---|---|---|
 * | `payments` | `ledger`, `vault` (team) | `clerk`, `auditor` (team) |
 * | `payments-ledger`, below it | `archive` | |
 * | `logistics` | `freight` (stdio) | `dispatcher` (`AiResource`) |
 */
export const ENTITIES: Entity[] = [
  aTeam(ENGINEERING, {
    children: [PAYMENTS, LOGISTICS],
    members: [DORA],
    title: 'Engineering',
  }),
  aTeam(PAYMENTS, {
    parent: ENGINEERING,
    children: [LEDGER_TEAM],
    members: [PETRA],
    title: 'Payments',
  }),
  aTeam(LEDGER_TEAM, { parent: PAYMENTS }),
  aTeam(LOGISTICS, { parent: ENGINEERING, members: [FRANK] }),
  aTeam(FINANCE, { members: [FIONA] }),
  aTeam(PLATFORM, { members: [ADA] }),
  aPerson(PETRA, PAYMENTS),
  aPerson(FRANK, LOGISTICS),
  aPerson(DORA, ENGINEERING),
  aPerson(FIONA, FINANCE),
  aPerson(ADA, PLATFORM),
  aServer('ledger', PAYMENTS, undefined, {
    'modelcontextprotocol.io/name': 'com.example/ledger',
  }),
  aServer('vault', PAYMENTS, { visibility: 'team' }),
  aServer('archive', LEDGER_TEAM),
  aServer('freight', LOGISTICS, {
    remotes: [{ type: 'stdio', url: 'npx -y @example/freight@1.2.0' }],
  }),
  anAgent('clerk', PAYMENTS, {
    mcpServers: [{ ref: 'ledger' }, { ref: 'freight' }],
  }),
  anAgent('auditor', PAYMENTS, {
    visibility: 'team',
    mcpServers: [{ ref: 'freight' }],
  }),
  {
    ...anAgent('dispatcher', LOGISTICS, {
      type: 'agent',
      mcpServers: [{ ref: 'freight' }, { ref: 'ledger' }],
    }),
    kind: 'AiResource',
  },
];
