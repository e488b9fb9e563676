import { SNAPSHOT_LIMITS } from '@mcp-portal/mcp-contract';
import type {
  Deprecation,
  PublishRequest,
} from '@mcp-portal/plugin-mcp-registry-common';
import { InputError } from '@backstage/errors';
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';

import type { Publication } from '../PublishService';
import { readDay, readReason } from '../readText';

/** What goes with a contract: the changelog and the like. */
const MAX_SIZE_BYTES = SNAPSHOT_LIMITS.maxSizeBytes + 256 * 1024;
const IMPORTER = 'version-import';

const instant = z.iso.datetime({ offset: true });

const versionFile = z.strictObject({
  contract: z.looseObject({}),
  changelog: z.string().optional(),
  publishedAt: instant.optional(),
  publishedBy: z.string().min(1).max(300).optional(),
  deprecation: z
    .strictObject({
      reason: z.string(),
      replacement: z.string().min(1).max(300).optional(),
      sunsetOn: z.string().optional(),
    })
    .optional(),
  override: z.strictObject({ reason: z.string() }).optional(),
});

/** A version that was published elsewhere, ready to be published here. */
export interface VersionFile {
  request: PublishRequest;
  publication: Publication;
}

/**
 * Reads the file of a version.
 *
 * @throws InputError that says which field is wrong, and how
 */
export async function readVersionFile(
  path: string,
  version: string,
): Promise<VersionFile> {
  const { contract, changelog, override, ...file } = versionFileOf(
    await readJson(path),
  );
  const at = file.publishedAt ? new Date(file.publishedAt) : new Date();
  const by = file.publishedBy ?? IMPORTER;
  return {
    request: { version, contract, changelog, override },
    publication: {
      by,
      at,
      deprecation: file.deprecation && {
        by,
        at: new Date().toISOString(),
        ...readDeprecation(file.deprecation),
      },
    },
  };
}

function readDeprecation(
  given: NonNullable<z.infer<typeof versionFile>['deprecation']>,
): Pick<Deprecation, 'reason' | 'replacement' | 'sunsetOn'> {
  const { replacement, sunsetOn } = given;
  return {
    reason: readReason(given.reason, 'the deprecation'),
    ...(replacement && { replacement }),
    ...(sunsetOn && { sunsetOn: readDay(sunsetOn) }),
  };
}

async function readJson(path: string): Promise<unknown> {
  const { size } = await stat(path);
  if (size > MAX_SIZE_BYTES) {
    throw new InputError(
      `it has ${size} bytes; at most ${MAX_SIZE_BYTES} are read`,
    );
  }
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`it is not JSON: ${(error as Error).message}`);
  }
}

function versionFileOf(json: unknown): z.infer<typeof versionFile> {
  const { success, data, error } = versionFile.safeParse(json);
  if (!success) {
    const [{ path, message }] = error.issues;
    throw new InputError(`${path.join('.') || 'the file'}: ${message}`);
  }
  return data;
}
