import knexFactory from 'knex';

import { checkStored } from './checkStored';
import { startSender, type Sent } from './startSender';

const MINUTE_MS = 60_000;
/** How long what was not acknowledged yet is tried again at the end. */
const LAST_TRIES_MS = 3 * MINUTE_MS;
const SENDERS = 6;

async function main(): Promise<boolean> {
  const { SOAK_URL, SOAK_DATABASE, SOAK_MINUTES } = process.env;
  const keys = readKeys();
  const stopAt = Date.now() + Number(SOAK_MINUTES) * MINUTE_MS;
  const sent: Sent[] = await Promise.all(
    Array.from({ length: SENDERS }, (_, index) =>
      startSender({
        url: SOAK_URL!,
        keys,
        seed: index + 1,
        stopAt,
        giveUpAt: stopAt + LAST_TRIES_MS,
      }),
    ),
  );
  const knex = knexFactory({ client: 'pg', connection: SOAK_DATABASE });
  try {
    return await checkStored(knex, sent);
  } finally {
    await knex.destroy();
  }
}

/** As the backend has them, in the order of their teams. */
function readKeys(): string[] {
  const keys: string[] = [];
  for (;;) {
    const key = process.env[`SOAK_KEY_${keys.length}`];
    if (!key) {
      return keys;
    }
    keys.push(key);
  }
}

main().then(
  good => process.exit(good ? 0 : 1),
  error => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(1);
  },
);
