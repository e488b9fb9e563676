import { InputError, NotAllowedError } from '@backstage/errors';
import { resolve } from 'node:path';

/**
 * What the sample identity provider needs to know, all from the environment.
 *
 * @internal
 */
export interface IdentityConfig {
  port: number;
  /** `http://localhost:<port>`, exactly as it appears in tokens. */
  issuer: string;
  /** Origin of the portal, without a trailing slash. */
  portalUrl: string;
  /** Origin of the portal's backend, where a sign-in returns to; mostly the same. */
  portalBackendUrl: string;
  clientSecret: string;
  /** A folder of catalog YAML with User and Group entities. */
  peopleFolder: string;
}

// Never built, always run from this folder of the repository.
// eslint-disable-next-line no-restricted-syntax
const DEFAULT_PEOPLE_FOLDER = resolve(__dirname, '../../../examples/org');
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads the configuration, and refuses anything but a local development portal:
 * whoever reaches this provider can be anyone.
 *
 * @throws NotAllowedError outside development, or for a portal that isn't local.
 * @throws InputError when a variable is missing or malformed.
 * @internal
 */
export function readIdentityConfig(
  env: Record<string, string | undefined>,
): IdentityConfig {
  if (env.NODE_ENV !== 'development') {
    throw new NotAllowedError(
      'The sample identity provider signs anyone in without a password and runs only with NODE_ENV=development; use your own OpenID provider instead',
    );
  }
  const clientSecret = env.IDENTITY_CLIENT_SECRET;
  if (!clientSecret) {
    throw new InputError(
      'IDENTITY_CLIENT_SECRET is not set; the start command gives the same random value to this process and to the portal',
    );
  }
  const port = readPort(env.IDENTITY_PORT ?? '3001');
  const portalUrl = env.PORTAL_URL ?? 'http://localhost:3000';
  return {
    port,
    issuer: `http://localhost:${port}`,
    portalUrl: readLocalOrigin('PORTAL_URL', portalUrl),
    portalBackendUrl: readLocalOrigin(
      'PORTAL_BACKEND_URL',
      env.PORTAL_BACKEND_URL ?? portalUrl,
    ),
    clientSecret,
    peopleFolder: env.IDENTITY_PEOPLE
      ? resolve(env.IDENTITY_PEOPLE)
      : DEFAULT_PEOPLE_FOLDER,
  };
}

function readPort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65535) {
    throw new InputError(
      `IDENTITY_PORT is '${value}', but must be a port from 1 to 65535`,
    );
  }
  return port;
}

function readLocalOrigin(variable: string, value: string): string {
  const url = URL.parse(value);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputError(
      `${variable} is '${value}', but must be an http or https URL`,
    );
  }
  if (!LOOPBACK_HOSTS.includes(url.hostname)) {
    throw new NotAllowedError(
      `${variable} is on ${
        url.hostname
      }; the sample identity provider serves only a portal on this machine (${LOOPBACK_HOSTS.join(
        ', ',
      )})`,
    );
  }
  return url.origin;
}
