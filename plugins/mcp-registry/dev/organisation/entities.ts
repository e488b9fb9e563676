import type { Entity } from '@backstage/catalog-model';
import { parseEntityRef } from '@backstage/catalog-model';
import type { FakeRegistry } from '../registry';

/** The catalog's side of what a fake registry holds. */
export function organisationEntities(registry: FakeRegistry): Entity[] {
  const owners = new Map(
    [...registry.servers.map(server => server.detail), ...registry.agents]
      .filter(({ owner }) => owner.exists)
      .map(({ owner }) => [owner.ref, owner]),
  );
  return [
    ...[...owners.values()].map(({ ref, title }) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { ...nameOf(ref), title },
      spec: { type: 'team', children: [], profile: { displayName: title } },
    })),
    ...registry.servers.slice(0, 50).map(({ detail }) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: {
        ...nameOf(detail.ref),
        title: detail.title,
        description: detail.purpose,
      },
      spec: {
        type: 'mcp-server',
        lifecycle: detail.lifecycle,
        owner: detail.owner.ref,
        remotes: detail.remotes.map(remote => ({ ...remote })),
      },
      relations: [{ type: 'ownedBy', targetRef: detail.owner.ref }],
    })),
    ...registry.agents.map(agent => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        ...nameOf(agent.ref),
        title: agent.title,
        description: agent.purpose,
      },
      spec: {
        type: 'ai-agent',
        lifecycle: agent.lifecycle,
        owner: agent.owner.ref,
      },
      relations: [{ type: 'ownedBy', targetRef: agent.owner.ref }],
    })),
  ];
}

function nameOf(ref: string) {
  const { namespace, name } = parseEntityRef(ref);
  return { namespace, name };
}
