import { InputError } from '@backstage/errors';
import { z } from 'zod';

const MAX_SIZE_BYTES = 100 * 1024;
const MAX_DEPTH = 50;

// MCP Registry v0.1, server.json: both parts start and end alphanumeric.
const NAME =
  /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?\/[a-zA-Z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9])?$/;

const serverJson = z.looseObject({
  name: z
    .string()
    .min(3)
    .max(200)
    .regex(NAME, 'must be like com.example/ledger'),
  description: z.string().min(1).max(100),
  version: z.string(),
  packages: z.array(z.looseObject({})).optional(),
  remotes: z.array(z.looseObject({})).optional(),
});

/**
 * Checks what every registry checks of the official `server.json`.
 *
 * @throws InputError that says which field is wrong, and how
 */
export function readServerJson(
  given: object,
  expected: { version: string; name?: string },
): object {
  const depth = depthOf(given);
  const sizeBytes =
    depth > MAX_DEPTH ? 0 : Buffer.byteLength(JSON.stringify(given));
  if (depth > MAX_DEPTH || sizeBytes > MAX_SIZE_BYTES) {
    throw new InputError(
      `serverJson is too large: at most ${MAX_SIZE_BYTES} bytes and ${MAX_DEPTH} levels are kept.`,
    );
  }
  const { success, data, error } = serverJson.safeParse(given);
  if (!success) {
    const [{ path, message }] = error.issues;
    throw new InputError(
      `serverJson is no server.json of the MCP Registry: ${
        path.join('.') || 'it'
      } ${message}.`,
    );
  }
  if (data.version !== expected.version) {
    throw new InputError(
      `serverJson.version is ${JSON.stringify(data.version)}, but ${
        expected.version
      } is to be published. Make them equal.`,
    );
  }
  if (expected.name && data.name !== expected.name) {
    throw new InputError(
      `serverJson.name is ${JSON.stringify(
        data.name,
      )}, but the server's name in the MCP Registry is ${JSON.stringify(
        expected.name,
      )}. Make them equal.`,
    );
  }
  return given;
}

/** Counts level by level: what is given may be deeper than the stack. */
function depthOf(value: object): number {
  let level: unknown[] = [value];
  let depth = 0;
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth += 1;
    level = level
      .flatMap(item => Object.values(item as object))
      .filter(item => typeof item === 'object' && item !== null);
  }
  return depth;
}
