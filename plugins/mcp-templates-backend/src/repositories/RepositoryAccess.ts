import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type LocalRepositoryName,
  planRepository,
  teamRefOfFolder,
} from '@mcp-portal/plugin-mcp-templates-node';

/**
 * Who may see a local repository: the team that owns it, and whoever may see
 * what was registered from it. Its files are as secret as that, not more.
 */
export class RepositoryAccess {
  readonly #auth: AuthService;
  readonly #baseUrl: string;
  readonly #catalog: CatalogService;
  readonly #userInfo: UserInfoService;

  /** @param options - `baseUrl`: `app.baseUrl` */
  constructor(options: {
    auth: AuthService;
    baseUrl: string;
    catalog: CatalogService;
    userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#baseUrl = options.baseUrl;
    this.#catalog = options.catalog;
    this.#userInfo = options.userInfo;
  }

  async mayRead(
    credentials: BackstageCredentials,
    repository: LocalRepositoryName,
  ): Promise<boolean> {
    const teamRef = teamRefOfFolder(repository.team);
    return (
      teamRef !== undefined &&
      ((await this.#isMember(credentials, teamRef)) ||
        (await this.#seesEntity(credentials, teamRef, repository.name)))
    );
  }

  /**
   * Whether something was registered from it that the caller may not see. What
   * was not registered yet is not hidden: somebody is about to.
   */
  async isHidden(
    credentials: BackstageCredentials,
    repository: LocalRepositoryName,
  ): Promise<boolean> {
    const teamRef = teamRefOfFolder(repository.team);
    return (
      teamRef !== undefined &&
      !(await this.mayRead(credentials, repository)) &&
      this.#seesEntity(
        await this.#auth.getOwnServiceCredentials(),
        teamRef,
        repository.name,
      )
    );
  }

  async #isMember(
    credentials: BackstageCredentials,
    teamRef: string,
  ): Promise<boolean> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return false;
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    return ownershipEntityRefs.some(
      ref => ref.toLocaleLowerCase('en-US') === teamRef,
    );
  }

  async #seesEntity(
    credentials: BackstageCredentials,
    teamRef: string,
    name: string,
  ): Promise<boolean> {
    const { catalogInfoUrl } = planRepository(
      { repositories: { type: 'local', directory: '' } },
      { teamRef, name, baseUrl: this.#baseUrl },
    );
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: [`api:default/${name}`, `component:default/${name}`],
        fields: ['metadata.annotations'],
      },
      { credentials },
    );
    // Of the same name is not enough: it may be another team's, from elsewhere.
    return items.some(
      entity =>
        entity?.metadata.annotations?.[ANNOTATION_LOCATION] ===
        `url:${catalogInfoUrl}`,
    );
  }
}
