import { Worker } from 'node:worker_threads';

import { InputError } from '@backstage/errors';

const TIMEOUT_MS = 15_000;
const MAX_MEMORY_MB = 512;

/** Has no file of its own, which a bundle of the portal could leave behind. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const { parse } = require(workerData.parser);
try {
  const value = parse(workerData.text, {
    maxAliasCount: 100,
    // To look for a key's twins takes the square of the keys.
    uniqueKeys: false,
    logLevel: 'error',
  });
  parentPort.postMessage({ value });
} catch (error) {
  parentPort.postMessage({ fault: String(error && error.message) });
}
`;

type Answer = { value: unknown } | { fault: string };

/**
 * Reads YAML beside the portal's own thread: some texts of a megabyte take the
 * parser minutes, and nothing else could be answered meanwhile.
 *
 * @param options - `timeoutMs`: 15 seconds unless told
 * @throws InputError that says what is wrong with the text
 */
export async function readYaml(
  text: string,
  options: { timeoutMs?: number } = {},
): Promise<unknown> {
  const { timeoutMs = TIMEOUT_MS } = options;
  const worker = new Worker(SCRIPT, {
    eval: true,
    workerData: { text, parser: require.resolve('yaml') },
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    // Nothing of the portal's is in it.
    env: {},
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>(resolve => {
      worker.once('message', resolve);
      worker.once('error', () =>
        resolve({ fault: 'it takes more memory than a document should' }),
      );
      timer = setTimeout(
        () =>
          resolve({
            fault: `it takes longer than ${timeoutMs / 1_000} seconds`,
          }),
        timeoutMs,
      );
    });
    if ('fault' in answer) {
      throw new InputError(
        `The OpenAPI document can't be read as YAML: ${answer.fault
          .split('\n', 1)[0]
          .slice(0, 300)}`,
      );
    }
    return answer.value;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
