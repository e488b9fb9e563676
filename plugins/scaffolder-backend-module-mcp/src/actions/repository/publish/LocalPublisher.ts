import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { UserEntity } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { TargetRepository } from '@mcp-portal/plugin-mcp-templates-common';
import {
  type CommitAuthor,
  LocalRepositories,
  type OperatorSettings,
  planRepository,
  teamRefOfFolder,
} from '@mcp-portal/plugin-mcp-templates-node';

import { Problems, withoutStack } from '../../../problems';
import { checkOwner } from '../../server/check/checkOwner';

export interface PublishServices {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef' | 'getLocationByRef'>;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  settings: Pick<OperatorSettings, 'repositories'>;
  /** `app.baseUrl`. */
  portalUrl: string;
}

/** A repository that was made, and where it is. */
export interface Published {
  cloneUrl: string;
  commitHash: string;
}

/**
 * Makes local repositories for people.
 */
export class LocalPublisher {
  readonly #services: PublishServices;

  constructor(services: PublishServices) {
    this.#services = services;
  }

  /**
   * That the target is a local repository of a team of the person's.
   *
   * @throws InputError when it isn't; says why, and what to do
   */
  async check(
    target: TargetRepository,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const teamRef = this.#teamRefOf(target);
    const problems = new Problems();
    await checkOwner(this.#services, { owner: teamRef, credentials, problems });
    problems.throwIfAny(`${target.owner}/${target.name} can't be made:`);
  }

  /**
   * @throws ConflictError when there is such a repository already, or the catalog
   *   was told of one
   */
  async publish(
    target: TargetRepository,
    options: {
      workspacePath: string;
      taskId: string;
      message: string;
      description?: string;
      author?: CommitAuthor;
    },
  ): Promise<Published> {
    const { taskId: createdBy, ...rest } = options;
    const repositories = this.#repositories();
    const repository = { team: target.owner, name: target.name };
    if (await repositories.isUntouched(repository, { createdBy })) {
      // The same task, started again: what it made then may be of older files.
      await repositories.remove(repository, { createdBy });
    } else {
      await this.#refuseKnownLocation(target);
    }
    try {
      return await repositories.create(repository, { ...rest, createdBy });
    } catch (error) {
      throw error instanceof ConflictError || error instanceof InputError
        ? withoutStack(error)
        : error;
    }
  }

  /**
   * What undoes a failed task takes away the location of its repository: none may
   * be there before.
   */
  async #refuseKnownLocation({ catalogInfoUrl }: TargetRepository) {
    // As the portal: it may be one that the person may not see.
    const credentials = await this.#services.auth.getOwnServiceCredentials();
    const location = await this.#services.catalog.getLocationByRef(
      `url:${catalogInfoUrl}`,
      { credentials },
    );
    if (location) {
      throw withoutStack(
        new ConflictError(
          `The catalog was told of ${catalogInfoUrl} already; take another name, or have whoever manages the catalog remove that location.`,
        ),
      );
    }
  }

  #repositories(): LocalRepositories {
    const { repositories } = this.#services.settings;
    if (repositories.type !== 'local') {
      throw withoutStack(
        new InputError(
          `Repositories are made on ${repositories.host} here, as mcpTemplates.repositories says; publish with publish:${repositories.type}.`,
        ),
      );
    }
    return new LocalRepositories(repositories);
  }

  /** The template only hands the target on; but it could have made one up. */
  #teamRefOf(target: TargetRepository): string {
    this.#repositories();
    const { settings, portalUrl } = this.#services;
    const teamRef = teamRefOfFolder(target.owner);
    const planned =
      teamRef &&
      planRepository(settings, {
        teamRef,
        name: target.name,
        baseUrl: portalUrl,
      });
    if (!planned || planned.catalogInfoUrl !== target.catalogInfoUrl) {
      throw withoutStack(
        new InputError(
          `${target.owner}/${target.name} is no local repository as this portal plans them; hand on steps.check.output.repository of mcp:server:check.`,
        ),
      );
    }
    return teamRef;
  }
}

/** Who is named in the first commit: as the catalog knows them. */
export function authorOf(user: {
  entity?: UserEntity;
  ref?: string;
}): CommitAuthor {
  const { displayName, email } = user.entity?.spec.profile ?? {};
  const name = displayName ?? user.entity?.metadata.name;
  return { ...(name && { name }), ...(email && { email }) };
}
