import { randomBytes } from 'node:crypto';

/** As many keys send; each is of another team. */
export const KEYS = 12;

const variable = key => `SOAK_KEY_${key}`;

/** Service keys from the environment: nobody has to be there to make them. */
export function makeKeys() {
  return Array.from(
    { length: KEYS },
    () =>
      `mcpk_${randomBytes(8).toString('hex')}_${randomBytes(32).toString(
        'base64url',
      )}`,
  );
}

export function keyEnvironment(keys) {
  return Object.fromEntries(keys.map((key, index) => [variable(index), key]));
}

/** What the backend is started with. */
export function soakConfig({ url, port, postgresUrl }) {
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database: { client: 'pg', connection: postgresUrl },
    },
    mcpCost: {
      ingestion: { maxNewNamesPerDay: 1_000_000 },
      keys: {
        fromEnvironment: Array.from({ length: KEYS }, (_, index) => ({
          name: `soak ${index}`,
          team: `group:default/team-${index}`,
          variable: variable(index),
          scopes: ['ingest'],
        })),
      },
    },
  };
}
