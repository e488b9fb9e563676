import { setTimeout as delay } from 'node:timers/promises';

const POLL_INTERVAL_MS = 100;
const POLL_ATTEMPTS = 600;

/** Asks again until there is an answer, because the portal works on its own. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false>,
): Promise<T> {
  for (let attempt = 0; attempt < POLL_ATTEMPTS; attempt++) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    await delay(POLL_INTERVAL_MS);
  }
  throw new Error(`Nothing came of: ${ask}`);
}
