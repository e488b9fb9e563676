import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  NEW_NAME_MAX_LENGTH,
  NEW_NAME_MIN_LENGTH,
  NEW_NAME_PATTERN,
} from '@mcp-portal/plugin-mcp-templates-common';

const DEFAULT_NAMESPACE = 'default';
/** In no name of an entity, and needs no encoding in a URL. */
const SEPARATOR = '~';
const MAX_PART_LENGTH = 63;
/**
 * Names of the catalog in lower case: letters of two cases are one folder on
 * some file systems. None begins or ends with a dot.
 */
const PART_PATTERN = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/;
const NAME_PATTERN = new RegExp(NEW_NAME_PATTERN);

/** The complete form of a team's entity ref; undefined when it is none. */
export function completeTeamRef(teamRef: string): string | undefined {
  const parts = partsOf(teamRef);
  return parts?.kind === 'group' &&
    isPart(parts.namespace) &&
    isPart(parts.name)
    ? stringifyEntityRef(parts)
    : undefined;
}

/**
 * The folder that holds a team's repositories: its name, and before it the
 * namespace, where that is not the default one.
 *
 * @throws InputError when it is no team's entity ref
 * @public
 */
export function teamFolderOf(teamRef: string): string {
  const complete = completeTeamRef(teamRef);
  if (!complete) {
    throw new InputError(
      `${JSON.stringify(
        teamRef,
      )} is no team's entity ref; write it as group:default/name.`,
    );
  }
  const { namespace, name } = parseEntityRef(complete);
  return namespace === DEFAULT_NAMESPACE
    ? name
    : `${namespace}${SEPARATOR}${name}`;
}

/**
 * The team whose folder this is; undefined when it is nobody's.
 * @public
 */
export function teamRefOfFolder(folder: string): string | undefined {
  const parts = folder.split(SEPARATOR);
  if (parts.length > 2 || !parts.every(isPart)) {
    return undefined;
  }
  const name = parts[parts.length - 1];
  const namespace = parts.length === 2 ? parts[0] : DEFAULT_NAMESPACE;
  const ref = stringifyEntityRef({ kind: 'group', namespace, name });
  // One team has one folder: `default~payments` is no other name for it.
  return teamFolderOf(ref) === folder ? ref : undefined;
}

/** Whether a repository may be called this. */
export function isRepositoryName(name: string): boolean {
  return (
    name.length >= NEW_NAME_MIN_LENGTH &&
    name.length <= NEW_NAME_MAX_LENGTH &&
    NAME_PATTERN.test(name)
  );
}

function isPart(text: string): boolean {
  return text.length <= MAX_PART_LENGTH && PART_PATTERN.test(text);
}

function partsOf(ref: string) {
  try {
    return parseEntityRef(ref.toLocaleLowerCase('en-US'), {
      defaultKind: 'group',
      defaultNamespace: DEFAULT_NAMESPACE,
    });
  } catch {
    return undefined;
  }
}
