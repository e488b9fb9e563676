import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { TargetRepository } from '@mcp-portal/plugin-mcp-templates-common';
import {
  LocalRepositories,
  type OperatorSettings,
  planRepository,
} from '@mcp-portal/plugin-mcp-templates-node';

import { causeOf } from '../../../problems';

export interface UndoServices {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getLocationByRef' | 'removeLocationById'>;
  settings: Pick<OperatorSettings, 'repositories'>;
  /** `app.baseUrl`. */
  portalUrl: string;
}

/** What a person has to remove by hand, and where. */
export interface ToRemove {
  what: string;
  url: string;
}

/** What a failed task made, as far as its steps told. */
export interface Made {
  taskId: string;
  repository: TargetRepository;
  entityRef?: string;
  /** Whether the step that publishes was come to. */
  attempted: boolean;
  /** Of what was published. */
  commitHash?: string;
}

/**
 * Takes back what one failed task made; what it can't, it says. It never fails
 * itself: the failure before it is the one to be read.
 */
export class Undoing {
  readonly removed: string[] = [];
  readonly toRemove: ToRemove[] = [];
  readonly #services: UndoServices;
  readonly #logger: LoggerService;

  constructor(services: UndoServices, logger: LoggerService) {
    this.#services = services;
    this.#logger = logger;
  }

  async undo(
    made: Made,
    initiator: () => Promise<BackstageCredentials>,
  ): Promise<void> {
    const { repositories } = this.#services.settings;
    if (made.repository.type === 'local' && repositories.type === 'local') {
      await this.#undoLocal(made, new LocalRepositories(repositories));
    } else {
      await this.#undoOnCodeHost(made, initiator);
    }
  }

  async #undoLocal(made: Made, repositories: LocalRepositories): Promise<void> {
    const { repository, taskId } = made;
    const name = { team: repository.owner, name: repository.name };
    if (!(await repositories.isUntouched(name, { createdBy: taskId }))) {
      if (made.commitHash) {
        this.#leave(`the repository ${repository.url}`, {
          url: repository.url,
          why: 'somebody has pushed to it, or removed it',
        });
      }
      return;
    }
    // People may not remove locations, and this one holds nothing of anybody's
    // else: it is of the repository that this very task made, and that publishing
    // made only where the catalog was told of none. So the portal removes it.
    await this.#removeLocation(made, () =>
      this.#services.auth.getOwnServiceCredentials(),
    );
    await this.#try(`the repository ${repository.url}`, repository.url, () =>
      repositories.remove(name, { createdBy: taskId }),
    );
  }

  async #undoOnCodeHost(
    made: Made,
    initiator: () => Promise<BackstageCredentials>,
  ): Promise<void> {
    if (made.commitHash) {
      // What was published is of this very task, and the catalog was told of no
      // such file before, or mcp:server:check had stopped it: so the location is
      // too, though catalog:register failed after it was made. Of another file
      // only the person may say so.
      await this.#removeLocation(made, () =>
        this.#isPlanned(made.repository)
          ? this.#services.auth.getOwnServiceCredentials()
          : initiator(),
      );
    }
    const { url } = made.repository;
    if (made.commitHash) {
      this.#leave(`the repository ${url}`, {
        url,
        why: 'the portal deletes nothing on a code host',
      });
    } else if (made.attempted) {
      this.#leave(`the repository ${url}, if it is there`, {
        url,
        why: "publishing failed midway, and the portal deletes nothing on a code host; one that is older than this try is somebody else's: leave it, and take another name",
      });
    }
  }

  async #removeLocation(
    { repository, entityRef }: Made,
    credentialsOf: () => Promise<BackstageCredentials>,
  ): Promise<void> {
    const { catalogInfoUrl } = repository;
    const what = `the catalog's location ${catalogInfoUrl}`;
    const { catalog, portalUrl } = this.#services;
    await this.#try(what, entityUrl(portalUrl, entityRef), async () => {
      // As the portal: people may not look at locations.
      const location = await catalog.getLocationByRef(`url:${catalogInfoUrl}`, {
        credentials: await this.#services.auth.getOwnServiceCredentials(),
      });
      if (!location) {
        return false;
      }
      const credentials = await credentialsOf();
      await catalog.removeLocationById(location.id, { credentials });
      return true;
    });
  }

  /** Whether it is where templates put something of that name on the code host. */
  #isPlanned({ owner, name, catalogInfoUrl }: TargetRepository): boolean {
    const { repositories } = this.#services.settings;
    if (repositories.type === 'local') {
      return false;
    }
    const owners = [repositories.owner, ...Object.values(repositories.owners)];
    const planned = planRepository(
      { repositories: { ...repositories, owner, owners: {} } },
      {
        teamRef: 'group:default/any',
        name,
        baseUrl: this.#services.portalUrl,
      },
    );
    return owners.includes(owner) && planned.catalogInfoUrl === catalogInfoUrl;
  }

  /** @param remove - says whether there was something to remove */
  async #try(
    what: string,
    url: string,
    remove: () => Promise<boolean>,
  ): Promise<void> {
    try {
      if (await remove()) {
        this.removed.push(what);
        this.#logger.info(`Removed ${what}`);
      }
    } catch (error) {
      this.#leave(what, { url, why: causeOf(error) });
    }
  }

  #leave(what: string, { url, why }: { url: string; why: string }): void {
    this.toRemove.push({ what, url });
    this.#logger.warn(`Remove by hand ${what} (${why}): ${url}`);
  }
}

function entityUrl(portalUrl: string, entityRef: string | undefined): string {
  if (!entityRef) {
    return `${portalUrl}/catalog`;
  }
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `${portalUrl}/catalog/${namespace}/${kind}/${name}`;
}
