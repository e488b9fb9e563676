import { readFile } from 'node:fs/promises';

import { z } from 'zod';

/** What `.mcp.json` says of one server. */
const serverSchema = z.union([
  z.object({
    type: z.enum(['http', 'sse']).default('http'),
    url: z.url(),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  z.object({
    type: z.literal('stdio').default('stdio'),
    command: z.string().min(1),
    args: z.array(z.string()).default([]),
    env: z.record(z.string(), z.string()).default({}),
  }),
]);

const fileSchema = z.object({
  mcpServers: z.record(z.string(), serverSchema),
});

export type ServerSettings = z.infer<typeof serverSchema>;

/**
 * Reads the servers that this agent uses. `${NAME}` stands for an environment
 * variable, so that no secret is ever in the file.
 *
 * @throws Error when the file is not as it should be, or a variable is missing
 */
export async function readServers(
  file: URL,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Map<string, ServerSettings>> {
  const { mcpServers } = fileSchema.parse(
    JSON.parse(await readFile(file, 'utf8')),
  );
  const filled = Object.entries(mcpServers).map(
    ([name, server]) =>
      [
        name,
        'url' in server
          ? { ...server, headers: fill(server.headers, name, env) }
          : { ...server, env: fill(server.env, name, env) },
      ] as const,
  );
  return new Map(filled);
}

function fill(
  values: Record<string, string>,
  server: string,
  env: NodeJS.ProcessEnv,
): Record<string, string> {
  const filled = Object.entries(values).map(([key, value]) => [
    key,
    value.replace(/\$\{(\w+)\}/g, (_, variable: string) => {
      const text = env[variable];
      if (text === undefined) {
        throw new Error(
          `.mcp.json: ${key} of the server ${server} needs the environment variable ${variable}, which is not set.`,
        );
      }
      return text;
    }),
  ]);
  return Object.fromEntries(filled);
}
