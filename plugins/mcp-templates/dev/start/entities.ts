import type { Entity } from '@backstage/catalog-model';

/** A team of the catalog. */
export function fakeTeam(name: string, displayName?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'team',
      children: [],
      ...(displayName && { profile: { displayName } }),
    },
  };
}

/** A template of the catalog. */
export function fakeTemplate(
  name: string,
  type: string,
  title: string = name,
): Entity {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name,
      namespace: 'default',
      title,
      description: `What ${title} makes.`,
    },
    spec: { type, owner: 'group:default/platform-engineering', steps: [] },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/platform-engineering' },
    ],
  };
}
