import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type CreatedKind,
  NEW_NAME_MAX_LENGTH,
  NEW_NAME_MIN_LENGTH,
  NEW_NAME_PATTERN,
  type NameCheck,
} from '@mcp-portal/plugin-mcp-templates-common';
import type { LocalRepositories } from '@mcp-portal/plugin-mcp-templates-node';

const CATALOG_KINDS: { [kind in CreatedKind]: string } = {
  server: 'api',
  agent: 'component',
};
const NAMESPACE = 'default';
const PATTERN = new RegExp(NEW_NAME_PATTERN);

/**
 * Whether something new may have a name.
 */
export class NameService {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #repositories: LocalRepositories | undefined;

  /**
   * @param options - `repositories`: absent with a code host, which says by
   *   itself what it has when something is published
   */
  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    repositories?: LocalRepositories;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#repositories = options.repositories;
  }

  async check(
    credentials: BackstageCredentials,
    { kind, name }: { kind: CreatedKind; name: string },
  ): Promise<NameCheck> {
    const flaw = flawOf(name);
    if (flaw) {
      return { name, available: false, message: flaw };
    }
    const entityRef = stringifyEntityRef({
      kind: CATALOG_KINDS[kind],
      namespace: NAMESPACE,
      name,
    });
    const visible = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (visible) {
      return takenBy(name, visible);
    }
    const isTaken =
      (await this.#isInCatalog(entityRef)) || (await this.#hasRepository(name));
    return isTaken
      ? {
          name,
          available: false,
          message: `The name ${name} is taken; take another one.`,
        }
      : { name, available: true };
  }

  /** With the portal's own credentials: what is hidden has its name too. */
  async #isInCatalog(entityRef: string): Promise<boolean> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [entityRef], fields: ['kind'] },
      { credentials },
    );
    return items[0] !== undefined;
  }

  async #hasRepository(name: string): Promise<boolean> {
    const teams = await this.#repositories?.teamsWith(name);
    return teams !== undefined && teams.length > 0;
  }
}

function flawOf(name: string): string | undefined {
  if (
    name.length < NEW_NAME_MIN_LENGTH ||
    name.length > NEW_NAME_MAX_LENGTH ||
    !PATTERN.test(name)
  ) {
    return `A name has ${NEW_NAME_MIN_LENGTH} to ${NEW_NAME_MAX_LENGTH} small letters, digits and single hyphens, and begins with a letter: billing-invoices, for example.`;
  }
  return undefined;
}

function takenBy(name: string, entity: Entity): NameCheck {
  const { namespace = NAMESPACE, title } = entity.metadata;
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return {
    name,
    available: false,
    message: `There is ${
      title ?? entity.metadata.name
    } of that name already; use it, or take another name.`,
    takenBy: {
      entityRef: stringifyEntityRef(entity),
      ...(title && { title }),
      path: `/catalog/${namespace}/${kind}/${entity.metadata.name}`,
    },
  };
}
