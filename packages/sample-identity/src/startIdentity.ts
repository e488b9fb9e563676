import { IdentityConfig } from './identityConfig';
import { readPeople } from './people/readPeople';
import { createProvider } from './provider/createProvider';
import { createApp } from './server/createApp';
import { listenOnLoopback } from './server/listenOnLoopback';

/**
 * Starts the sample identity provider.
 *
 * @internal
 */
export async function startIdentity(
  config: IdentityConfig,
): Promise<{ peopleCount: number; stop: () => void }> {
  const people = await readPeople(config.peopleFolder);
  const provider = await createProvider({ config, people });
  const stop = await listenOnLoopback({
    port: config.port,
    handler: createApp({ config, provider, people }),
  });
  return { peopleCount: people.length, stop };
}
