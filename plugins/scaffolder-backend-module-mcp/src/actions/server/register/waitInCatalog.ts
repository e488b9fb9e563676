import { setTimeout as delay } from 'node:timers/promises';

import {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  CatalogService,
  locationSpecToMetadataName,
} from '@backstage/plugin-catalog-node';

import { withoutStack } from '../../../problems';

/** How often what failed to be read is read again: not at every look. */
const LOOKS_BETWEEN_REFRESHES = 5;

export interface CatalogWaitServices {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef' | 'refreshEntity'>;
}

/**
 * Waits until the catalog has an entity, which it takes up on its own after it
 * was told of the file.
 *
 * @throws ServiceUnavailableError when it does not come in time; with what the
 *   catalog said about the file
 */
export async function waitInCatalog(
  services: CatalogWaitServices,
  options: {
    entityRef: string;
    catalogInfoUrl?: string;
    credentials: BackstageCredentials;
    until: number;
    pollIntervalMs: number;
    logger: LoggerService;
    signal?: AbortSignal;
  },
): Promise<Entity> {
  const { entityRef, credentials, until, pollIntervalMs, signal } = options;
  const location = options.catalogInfoUrl
    ? new LocationOf(services, options.catalogInfoUrl)
    : undefined;
  for (let look = 1; ; look += 1) {
    const entity = await services.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (entity) {
      return entity;
    }
    if (Date.now() >= until) {
      const said = await location?.problems();
      throw withoutStack(
        new ServiceUnavailableError(
          said?.length
            ? `The catalog did not take ${entityRef}: ${said.join('; ')}`
            : `The catalog did not take ${entityRef} in time, and said nothing about it. It may still come.`,
        ),
      );
    }
    if (location && look % LOOKS_BETWEEN_REFRESHES === 0) {
      await location.readAgainIfItFailed(options.logger);
    }
    await delay(pollIntervalMs, undefined, { signal });
  }
}

/**
 * The catalog's own entity for a file that it was told of. Only the catalog
 * owns it, so it is asked as the plugin.
 */
class LocationOf {
  readonly #services: CatalogWaitServices;
  readonly #entityRef: string;

  constructor(services: CatalogWaitServices, target: string) {
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
