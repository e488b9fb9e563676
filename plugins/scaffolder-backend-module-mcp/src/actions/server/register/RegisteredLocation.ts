import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogService,
  locationSpecToMetadataName,
} from '@backstage/plugin-catalog-node';

export interface LocationServices {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef' | 'refreshEntity'>;
}

/**
 * The catalog's own entity for a file that it was told of. Only the catalog
 * owns it, so it is asked as the plugin.
 */
export class RegisteredLocation {
  readonly #services: LocationServices;
  readonly #entityRef: string;

  constructor(services: LocationServices, target: string) {
    this.#services = services;
    this.#entityRef = stringifyEntityRef({
      kind: 'location',
      namespace: 'default',
      name: locationSpecToMetadataName({ type: 'url', target }),
    });
  }

  /** What went wrong when the catalog read the file. */
  async problems(): Promise<string[]> {
    const { auth, catalog } = this.#services;
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(this.#entityRef, {
      credentials,
    });
    return errorsOf(entity);
  }

  /** The next time would else be minutes later. */
  async readAgainIfItFailed(logger: LoggerService): Promise<void> {
    const problems = await this.problems();
    if (problems.length > 0) {
      logger.warn(
        `The catalog could not read the file, and tries again: ${problems.join(
          '; ',
        )}`,
      );
      const { auth, catalog } = this.#services;
      await catalog.refreshEntity(this.#entityRef, {
        credentials: await auth.getOwnServiceCredentials(),
      });
    }
  }
}

/** The catalog writes them to `status`, which the entity's type does not show. */
function errorsOf(entity: Entity | undefined): string[] {
  const { status } = (entity ?? {}) as {
    status?: { items?: { level?: string; message?: string }[] };
  };
  return (status?.items ?? []).flatMap(({ level, message }) =>
    level === 'error' && message ? [message] : [],
  );
}
