import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  const location = 'url:https://git.example.com/catalog-info.yaml';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      description: `Knows the ${name} by heart`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec,
  };
}

function server(name: string, spec: Entity['spec']): Entity {
  return entity('API', name, {
    type: 'mcp-server',
    lifecycle: 'production',
    owner: 'payments',
    remotes: [{ type: 'streamable-http', url: 'https://mcp.example.com' }],
    ...spec,
  });
}

/**
 * What the tests find in the catalog; `vault`, `clerk` and `bucket` are for the
 * team alone.
 */
export const entities = [
  server('vault', { visibility: 'team', lifecycle: 'vault-only' }),
  server('ledger', { visibility: 'organisation' }),
  server('rates', {}),
  entity('Component', 'clerk', {
    type: 'ai-agent',
    lifecycle: 'production',
    owner: 'payments',
    visibility: 'team',
  }),
  // A kind whose spec.visibility nobody checks, with a typing error.
  entity('Resource', 'bucket', {
    type: 's3',
    owner: 'payments',
    visibility: 'organization',
  }),
  entity('Group', 'payments', { type: 'team', children: [] }),
];
