import { REPOSITORY_HOSTS } from '@mcp-portal/plugin-mcp-templates-common';
import type { z as Zod } from 'zod/v3';

const MAX_CHARS = 2_000;

/** `TargetRepository`, as `mcp:server:check` gives it. */
export function targetRepositoryInput(z: typeof Zod) {
  const text = () => z.string().min(1).max(MAX_CHARS);
  return z.object({
    type: z.enum(REPOSITORY_HOSTS),
    owner: text(),
    name: text(),
    repoUrl: text(),
    url: text(),
    catalogInfoUrl: text(),
    defaultBranch: text(),
  });
}
