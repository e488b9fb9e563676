import type { Created } from '@mcp-portal/plugin-mcp-templates-common';

/**
 * What a task's output says was made. Undefined where it says nothing of the
 * kind: an operator may have changed the template.
 */
export function readCreated(output?: {
  [key: string]: unknown;
}): Created | undefined {
  const created = output?.created as Partial<Created> | undefined;
  return isText(created?.entityRef) &&
    isText(created.title) &&
    isText(created.ownerRef) &&
    isText(created.repository?.url) &&
    isText(created.repository.cloneUrl) &&
    isText(created.repository.name)
    ? (created as Created)
    : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
