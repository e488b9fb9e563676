import { InputError, NotFoundError } from '@backstage/errors';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Person, Persona } from './Person';
import { PERSONAS } from './personas';

/** The few fields of a catalog entity that are read here; nothing is trusted to be there. */
interface OrganisationEntity {
  kind?: unknown;
  metadata?: {
    name?: unknown;
    namespace?: unknown;
    title?: unknown;
    description?: unknown;
    annotations?: Record<string, unknown>;
  };
  spec?: {
    profile?: { displayName?: unknown; email?: unknown };
    memberOf?: unknown;
  };
}

/**
 * Reads everyone who can sign in from a folder of catalog YAML: its `User`
 * entities, with the titles of the `Group`s they are members of.
 *
 * @throws NotFoundError when the folder can't be read or holds no User.
 * @throws InputError when a file is not YAML, or a User has no name or email, or shares one.
 * @internal
 */
export async function readPeople(folder: string): Promise<Person[]> {
  const entities = await readEntities(folder);
  const groupTitles = new Map(
    entities
      .filter(({ entity }) => entity.kind === 'Group')
      .map(({ entity }) => [text(entity.metadata?.name), groupTitle(entity)]),
  );
  const people = entities
    .filter(({ entity }) => entity.kind === 'User')
    .map(({ entity, file }) => toPerson(entity, file, groupTitles));

  if (people.length === 0) {
    throw new NotFoundError(
      `No User entity in ${folder}; point IDENTITY_PEOPLE at a folder of catalog YAML with at least one`,
    );
  }
  refuseShared(people, 'email');
  refuseShared(people, 'ref');
  return people.sort((a, b) => a.displayName.localeCompare(b.displayName));
}

async function readEntities(folder: string) {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new NotFoundError(
      `Can't read the folder of people ${folder}; set IDENTITY_PEOPLE to one that exists`,
      error,
    );
  }
  const files = names.filter(name => /\.ya?ml$/.test(name)).sort();
  const perFile = await Promise.all(
    files.map(async file => {
      const documents = parseAllDocuments(
        await readFile(join(folder, file), 'utf8'),
      );
      return documents.map(document => {
        if (document.errors.length > 0) {
          throw new InputError(
            `${file} is not valid YAML: ${document.errors[0].message}`,
          );
        }
        return { file, entity: (document.toJS() ?? {}) as OrganisationEntity };
      });
    }),
  );
  return perFile.flat();
}

function toPerson(
  entity: OrganisationEntity,
  file: string,
  groupTitles: Map<string | undefined, string>,
): Person {
  const username = text(entity.metadata?.name);
  if (!username) {
    throw new InputError(`A User in ${file} has no metadata.name`);
  }
  const email = text(entity.spec?.profile?.email);
  if (!email || !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new InputError(
      `User ${username} in ${file} has no valid spec.profile.email; the portal matches people by it`,
    );
  }
  const namespace = text(entity.metadata?.namespace) ?? 'default';
  const memberOf = Array.isArray(entity.spec?.memberOf)
    ? entity.spec.memberOf.map(String)
    : [];
  return {
    ref: `user:${namespace}/${username}`.toLocaleLowerCase('en-US'),
    username,
    displayName: text(entity.spec?.profile?.displayName) ?? username,
    email,
    role: text(entity.metadata?.description),
    teams: memberOf.map(group => groupTitles.get(groupName(group)) ?? group),
    persona: toPersona(entity.metadata?.annotations?.['mcp-portal.io/persona']),
  };
}

function groupTitle(entity: OrganisationEntity): string {
  return (
    text(entity.spec?.profile?.displayName) ??
    text(entity.metadata?.title) ??
    String(entity.metadata?.name)
  );
}

/** `payments`, `default/payments` and `group:default/payments` are the same group. */
function groupName(ref: string): string {
  return ref.split(/[:/]/).at(-1)!;
}

function toPersona(value: unknown): Persona | undefined {
  return PERSONAS.find(({ persona }) => persona === value)?.persona;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

function refuseShared(people: Person[], field: 'email' | 'ref') {
  const seen = new Map<string, Person>();
  for (const person of people) {
    const other = seen.get(person[field]);
    if (other) {
      throw new InputError(
        `${other.username} and ${person.username} have the same ${field} ${person[field]}; a sign-in must name one person`,
      );
    }
    seen.set(person[field], person);
  }
}
