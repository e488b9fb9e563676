import { InputError } from '@backstage/errors';
import { z } from 'zod';

import { describeSpecProblems } from '../model/describeSpecProblems';
import { isExactVersion } from '../model/exactVersion';
import { packageSpecSchema } from '../model/packageSpec';

// One record must not weigh more than any entity should.
const MAX_RECORD_BYTES = 64 * 1024;

const OFFICIAL_META = 'io.modelcontextprotocol.registry/official';

const nameSchema = z
  .string()
  .min(3, { error: 'must have at least 3 characters' })
  .max(200, { error: 'must have at most 200 characters' })
  .regex(
    /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?\/[a-zA-Z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9])?$/,
    { error: 'must look like io.github.owner/server' },
  );

const serverJsonSchema = z.looseObject({
  name: nameSchema,
  description: z
    .string()
    .min(1, { error: 'must not be empty' })
    .max(100, { error: 'must have at most 100 characters' }),
  version: z.string().refine(isExactVersion, {
    error: 'must be one exact version, not a range and not "latest"',
  }),
  packages: z.array(packageSpecSchema).nullish(),
  remotes: z
    .array(
      z.looseObject({
        type: z.enum(['streamable-http', 'sse']),
        url: z
          .string()
          .regex(/^https?:\/\/\S+$/, { error: 'must be an http or https URL' }),
        // As below: what a client has to send is good to know, not needed.
        headers: z
          .array(z.looseObject({ name: z.string().min(1).max(200) }))
          .optional()
          .catch(undefined),
      }),
    )
    .nullish(),
  // What only adorns a server does not make its record bad.
  title: z.string().min(1).max(100).optional().catch(undefined),
  websiteUrl: z.string().optional().catch(undefined),
  repository: z.looseObject({ url: z.string() }).optional().catch(undefined),
});

const officialMetaSchema = z.object({
  status: z.enum(['active', 'deprecated', 'deleted']).catch('active'),
  isLatest: z.boolean().catch(false),
});

/** `server.json`, as far as the import reads it. */
export type ServerJson = z.infer<typeof serverJsonSchema>;

/**
 * One version of a server, as a source has it.
 */
export interface RegistryRecord {
  server: ServerJson;
  status: 'active' | 'deprecated' | 'deleted';
  /** Whether the source itself says that this is the newest version. */
  isLatest: boolean;
}

/**
 * Reads a record: a bare `server.json`, or `{server, _meta}` as an MCP
 * Registry answers.
 *
 * @throws InputError that names each bad field
 */
export function parseRegistryRecord(record: unknown): RegistryRecord {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new InputError('it is not an object');
  }
  if (Buffer.byteLength(JSON.stringify(record)) > MAX_RECORD_BYTES) {
    throw new InputError(`it has more than ${MAX_RECORD_BYTES} bytes`);
  }
  const { server, _meta: meta } = (
    'server' in record ? record : { server: record }
  ) as { server: unknown; _meta?: Record<string, unknown> | null };
  const problems = describeSpecProblems(serverJsonSchema, server, 'server');
  if (problems.length > 0) {
    throw new InputError(problems.join('; '));
  }
  const official = officialMetaSchema.parse(meta?.[OFFICIAL_META] ?? {});
  return { server: serverJsonSchema.parse(server), ...official };
}

/**
 * A name for a record in a log line, however broken it is.
 */
export function labelRegistryRecord(record: unknown, index: number): string {
  const { server, name } = (record ?? {}) as {
    server?: { name?: unknown } | null;
    name?: unknown;
  };
  const label = server?.name ?? name;
  return typeof label === 'string'
    ? `${JSON.stringify(label.slice(0, 200))} (record ${index + 1})`
    : `record ${index + 1}`;
}
