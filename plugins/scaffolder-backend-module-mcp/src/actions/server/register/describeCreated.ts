import type {
  Created,
  SkeletonValues,
} from '@mcp-portal/plugin-mcp-templates-common';

/** All that the last page shows. */
export function describeCreated(
  values: SkeletonValues,
  made: Pick<Created, 'entityRef' | 'language' | 'contract'> & {
    cloneUrl: string;
  },
): Created {
  const { cloneUrl, ...others } = made;
  const { kind, title, ownerRef, repository, url, port } = values;
  return {
    kind,
    title,
    ownerRef,
    repository: { ...repository, cloneUrl },
    ...(kind === 'server' && { url }),
    ...(kind === 'server' && !values.existing && { port }),
    ...others,
  };
}
