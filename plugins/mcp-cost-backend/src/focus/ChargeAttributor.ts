import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { plainText } from '@mcp-portal/plugin-mcp-node';

import type { CatalogSnapshot } from '../catalog';
import type { Attribution } from '../usage';
import { PROVIDER_COLUMNS } from './columns';
import type { FocusHeader } from './FocusHeader';
import type { FocusOptions } from './FocusOptions';

const MAX_TEXT = 200;
const MAX_ENVIRONMENT = 64;

type Tags = Readonly<Record<string, unknown>>;

const NO_TAGS: Tags = {};

/** Tells whose a row of a bill is, by its tags, its resource or its sub account. */
export class ChargeAttributor {
  readonly #catalog: CatalogSnapshot;
  readonly #options: FocusOptions;
  /** By what a bill may call them; undefined where several are called so. */
  readonly #servers = new Map<string, string | undefined>();
  readonly #agents = new Map<string, string | undefined>();

  constructor(catalog: CatalogSnapshot, options: FocusOptions) {
    this.#catalog = catalog;
    this.#options = options;
    for (const server of catalog.servers.values()) {
      const names = [
        server.ref,
        parseEntityRef(server.ref).name,
        server.registryName ?? '',
        ...(server.resourceIds ?? []),
      ];
      addNames(this.#servers, names, server.ref);
    }
    for (const agent of catalog.agents.values()) {
      addNames(this.#agents, [agent.ref, agent.name], agent.ref);
    }
  }

  /**
   * @returns with `isTied` false where no team is to be found: it goes to who
   *   pays for such, or to nobody
   * @throws InputError when the tags can't be read
   */
  attribute(
    header: FocusHeader,
    row: readonly string[],
  ): { attribution: Attribution; isTied: boolean } {
    const tags = readTags(header.read(row, 'Tags'));
    const serverRef = this.#serverOf(header, row, tags);
    const agent = find(this.#agents, tagOf(tags, this.#options.tags.agent));
    const subAccount = header.read(row, 'SubAccountId');
    const teamRef =
      this.#team(tagOf(tags, this.#options.tags.team)) ??
      this.#team(this.#catalog.agents.get(agent)?.ownerRef) ??
      this.#team(this.#options.subAccounts.get(subAccount)) ??
      this.#team(this.#catalog.servers.get(serverRef)?.ownerRef);
    return {
      isTied: teamRef !== undefined,
      attribution: {
        teamRef: teamRef ?? this.#options.unattributedTeam,
        environment: plainText(
          tagOf(tags, this.#options.tags.environment),
          MAX_ENVIRONMENT,
        ),
        kind: 'charge',
        agent,
        userRef: '',
        serverRef,
        // Bills name resources by the million: they would drown what is summed.
        serverHint: '',
        tool: '',
        model: '',
        provider: plainText(header.readFirst(row, PROVIDER_COLUMNS), MAX_TEXT),
        unit: plainText(header.read(row, 'ServiceName'), MAX_TEXT),
      },
    };
  }

  #serverOf(header: FocusHeader, row: readonly string[], tags: Tags): string {
    return (
      find(this.#servers, tagOf(tags, this.#options.tags.server)) ||
      find(this.#servers, header.read(row, 'ResourceId')) ||
      find(this.#servers, header.read(row, 'ResourceName'))
    );
  }

  #team(name: string | undefined): string | undefined {
    const ref = name ? completeRef(name) : undefined;
    return ref !== undefined && this.#catalog.teams.has(ref) ? ref : undefined;
  }
}

function addNames(
  index: Map<string, string | undefined>,
  names: readonly string[],
  ref: string,
): void {
  for (const name of new Set(names.map(each => each.toLowerCase()))) {
    if (name) {
      index.set(name, index.has(name) ? undefined : ref);
    }
  }
}

function find(
  index: ReadonlyMap<string, string | undefined>,
  name: string,
): string {
  return (name && index.get(name.toLowerCase())) || '';
}

function completeRef(name: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(name, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return undefined;
  }
}

function readTags(text: string): Tags {
  if (text === '') {
    return NO_TAGS;
  }
  let tags: unknown;
  try {
    tags = JSON.parse(text);
  } catch {
    tags = undefined;
  }
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) {
    throw new InputError('Tags is no JSON object.');
  }
  return tags as Tags;
}

/**
 * A tag by its key, or by the end of one: providers put the name of a tag scheme
 * before it, as in `user:team` and `custom/team`.
 */
function tagOf(tags: Tags, key: string): string {
  const name = Object.hasOwn(tags, key)
    ? key
    : Object.keys(tags).find(
        each => each.endsWith(`:${key}`) || each.endsWith(`/${key}`),
      );
  const value = name === undefined ? undefined : tags[name];
  return typeof value === 'string' ? value : '';
}
