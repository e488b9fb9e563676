import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';

const LOCATION = 'url:https://git.example.com/catalog-info.yaml';

/** What the catalog of the tests has before anything is made. */
export const ENTITIES: Entity[] = [
  ...['payments', 'freight', 'spenders', 'platform-engineering'].map(name =>
    entity('Group', name, { type: 'team', children: [] }),
  ),
  entity('System', 'billing', { owner: 'payments' }),
  server('rates', { owner: 'payments', port: 4100 }),
  // Whoever is not of the team must not learn of it, but its name and port are
  // taken.
  server('ledger', { owner: 'freight', port: 4101, visibility: 'team' }),
];

export function server(
  name: string,
  spec: { owner: string; port: number; visibility?: 'team' },
): Entity {
  const { owner, port, visibility } = spec;
  return entity('API', name, {
    type: 'mcp-server',
    lifecycle: 'production',
    owner,
    ...(visibility && { visibility }),
    remotes: [{ type: 'streamable-http', url: `http://localhost:${port}/mcp` }],
  });
}

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      description: `The ${name}.`,
      annotations: {
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
      },
    },
    spec,
  };
}
