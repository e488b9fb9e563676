import { setTimeout as delay } from 'node:timers/promises';

import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ANNOTATION_ORIGIN_LOCATION, Entity } from '@backstage/catalog-model';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';

import { withoutStack } from '../../../problems';
import {
  type LocationServices,
  RegisteredLocation,
} from './RegisteredLocation';

/** How often what failed to be read is read again: not at every look. */
const LOOKS_BETWEEN_REFRESHES = 5;

/**
 * Waits until the catalog has an entity, which it takes up on its own after it
 * was told of the file.
 *
 * @throws ServiceUnavailableError when it does not come in time; with what the
 *   catalog said about the file
 * @throws ConflictError when it came from another file
 */
export async function waitInCatalog(
  services: LocationServices,
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
    ? new RegisteredLocation(services, options.catalogInfoUrl)
    : undefined;
  for (let look = 1; ; look += 1) {
    const entity = await services.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (entity) {
      refuseAnothers(entity, options);
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

/** Two who make something of one name at once both find the name free. */
function refuseAnothers(
  entity: Entity,
  options: { entityRef: string; catalogInfoUrl?: string },
): void {
  const { entityRef, catalogInfoUrl } = options;
  const origin = entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
  if (catalogInfoUrl && origin !== `url:${catalogInfoUrl}`) {
    throw withoutStack(
      new ConflictError(
        `Somebody else's ${entityRef} came into the catalog meanwhile. Start again with another name.`,
      ),
    );
  }
}
